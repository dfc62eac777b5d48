using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>A column of a kind of sheet: how a cell becomes a value of the page's own form, and back.</summary>
/// <param name="Head">As the export writes it.</param>
/// <param name="Field">The property of the form that it fills, as its validator names it.</param>
/// <param name="Write">The value as a cell; the same text for the same value.</param>
/// <param name="Read">Puts a cell into the form, an empty one too; a sentence where it cannot be read.</param>
public sealed record ImportColumn<TForm>(string Head, string Field, Func<TForm, string?> Write, Func<TForm, string, string?> Read)
{
    /// <summary>Other heads by which it is known.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Read and never written: a part of another column, as files of SIASN have.</summary>
    public bool IsPart { get; init; }
}

/// <summary>Columns of the usual kinds.</summary>
public static class ImportColumn
{
    public static ImportColumn<TForm> Text<TForm>(string head, string field, Func<TForm, string?> get, Action<TForm, string?> set) =>
        new(head, field, get, (form, text) =>
        {
            set(form, text.Length == 0 ? null : text);
            return null;
        });

    public static ImportColumn<TForm> Date<TForm>(string head, string field, Func<TForm, DateOnly?> get, Action<TForm, DateOnly?> set) =>
        new(head, field, form => get(form) is { } date ? $"{date:yyyy-MM-dd}" : null, (form, text) =>
        {
            DateOnly? date = CellDate.TryRead(text, out var read) ? read : null;
            set(form, date);
            return date is null && text.Length > 0
                ? $"“{text}” tidak dapat dibaca sebagai tanggal. Tulis hari-bulan-tahun, misalnya 22-11-2026 atau 22 November 2026."
                : null;
        });

    /// <summary>A tick; an empty cell leaves what is there.</summary>
    public static ImportColumn<TForm> Tick<TForm>(string head, string field, Func<TForm, bool> get, Action<TForm, bool> set) =>
        new(head, field, form => get(form) ? "ya" : "tidak", (form, text) =>
        {
            bool? ticked = text.ToUpperInvariant() switch
            {
                "YA" or "Y" or "V" or "X" or "✓" or "✔" or "1" or "AKTIF" or "TRUE" => true,
                "TIDAK" or "T" or "-" or "0" or "TIDAK AKTIF" or "NONAKTIF" or "FALSE" => false,
                _ => null,
            };
            set(form, ticked ?? get(form));
            return ticked is null && text.Length > 0 ? $"“{text}” bukan “ya” dan bukan “tidak”. Tulis salah satunya." : null;
        });
}
