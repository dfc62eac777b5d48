using System.Globalization;

namespace SopKinerja.Web.Documents;

/// <summary>Numbers, dates and times as an Indonesian office writes them, whatever cultures the machine knows.</summary>
public static class IndonesianText
{
    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);

    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    /// <summary>"1.234,50".</summary>
    public static string Score(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("N2", Numbers);

    /// <summary>"12", "2,5", "1.250.000": no decimals that say nothing.</summary>
    public static string Amount(decimal value) => value.ToString("#,##0.##", Numbers);

    /// <summary>"22 November 2026".</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");

    /// <summary>The date in WITA.</summary>
    public static string Date(DateTimeOffset instant) => Date(DateOnly.FromDateTime(instant.ToOffset(Wita).DateTime));

    /// <summary>"14.05 WITA".</summary>
    public static string Time(DateTimeOffset instant) => instant.ToOffset(Wita).ToString("HH'.'mm", CultureInfo.InvariantCulture) + " WITA";
}
