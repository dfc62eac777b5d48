using System.Globalization;

namespace SopKinerja.Web.Ui;

/// <summary>Reads a date from a date field (ISO) or as typed where the browser has none (day, month, year).</summary>
public sealed class DateModelBinder : TypedTextModelBinder
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy"];

    protected override object? Read(string text, out string? error)
    {
        error = null;
        if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        error = "Tanggal ini tidak dapat dibaca. Tulis hari-bulan-tahun, misalnya 22-11-2026.";
        return null;
    }
}
