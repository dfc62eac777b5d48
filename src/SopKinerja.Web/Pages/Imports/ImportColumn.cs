using System.Globalization;
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

    /// <summary>Says how the row is meant or whom it is about, and is not kept with it.</summary>
    public bool IsRemark { get; init; }

    /// <summary>Asked once for all rows of a record.</summary>
    public bool IsOfRecord { get; init; }

    /// <summary>Whether line breaks within a cell are kept.</summary>
    public bool IsMultiline { get; init; }
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

    /// <summary>A text of several lines.</summary>
    public static ImportColumn<TForm> Lines<TForm>(string head, string field, Func<TForm, string?> get, Action<TForm, string?> set) =>
        Text<TForm>(head, field, f => get(f) is { } text ? CellText.Clean(text) : null, set) with { IsMultiline = true };

    /// <summary>A figure, left out in one of the ways of the paper form.</summary>
    public static ImportColumn<TForm> Figure<TForm>(
        string head, string field, Func<TForm, decimal?> get, Action<TForm, decimal?> set, bool isRupiah = false) => new(
            head, field, form => get(form) is not { } number ? null : isRupiah ? Angka.RupiahIsian(number) : Angka.Isian(number),
            (form, text) =>
            {
                decimal number;
                string? error;
                var isRead = isRupiah ? Angka.TryParseRupiah(text, out number, out error) : Angka.TryParse(text, out number, out error);
                set(form, isRead ? number : null);
                return isRead || Angka.IsNone(text) ? null : error;
            });

    /// <summary>A number by which something is told from others of its list, counted from 1.</summary>
    public static ImportColumn<TForm> Number<TForm>(string head, string field, Func<TForm, int?> get, Action<TForm, int?> set) => new(
        head, field, form => get(form)?.ToString(CultureInfo.InvariantCulture), (form, text) =>
        {
            int? number = int.TryParse(text.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
            set(form, number);
            return number is not null || text.Length == 0 ? null : $"“{text}” bukan nomor. Tulis 1, 2, 3, dan seterusnya.";
        });

    /// <summary>For whoever reads the sheet; nothing is read of it.</summary>
    public static ImportColumn<TForm> Shown<TForm>(string head, Func<TForm, string?> get) =>
        new(head, "", form => get(form) is { } text ? CellText.Clean(text) : null, (_, _) => null) { IsRemark = true };

    /// <summary>One of some words; letters and figures tell them apart.</summary>
    public static ImportColumn<TForm> Choice<TForm, TValue>(
        string head, string field, IReadOnlyList<(TValue Value, string Nama)> choices, Func<TForm, TValue?> get, Action<TForm, TValue?> set)
        where TValue : struct => new(
            head, field, form => get(form) is { } value ? choices.First(c => c.Value.Equals(value)).Nama : null, (form, text) =>
            {
                var found = choices.Where(c => ImportKind.Plain(c.Nama) == ImportKind.Plain(text)).Select(c => (TValue?)c.Value)
                    .FirstOrDefault();
                set(form, found);
                return found is not null || text.Length == 0 ? null
                    : $"“{text}” tidak dikenal di sini. Tulis salah satu: {string.Join(", ", choices.Select(c => c.Nama))}.";
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
