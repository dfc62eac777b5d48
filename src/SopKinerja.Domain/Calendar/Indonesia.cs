using System.Globalization;
using System.Text.RegularExpressions;

namespace SopKinerja.Domain.Calendar;

/// <summary>How dates, times and figures are written and read in Indonesian offices; times are WITA (UTC+8).</summary>
public static partial class Indonesia
{
    /// <summary>Waktu Indonesia Tengah, the zone of Balangan; it knows no summer time.</summary>
    public static readonly TimeSpan Wita = TimeSpan.FromHours(8);

    /// <summary>Comma for decimals, point for thousands, written out so that it does not depend on the machine's culture data.</summary>
    public static readonly NumberFormatInfo Format = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
    });

    /// <summary>A third has no end in decimal: its 28th digit must not decide whether a figure is half-way.</summary>
    internal const int NoiseFrom = 22;

    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    /// <summary>The date in Paringin at that moment.</summary>
    public static DateOnly TanggalWita(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Wita).DateTime);

    /// <summary>"22 November 2026".</summary>
    public static string Tanggal(DateOnly date) => $"{date.Day} {Bulan(date)} {date.Year:0000}";

    /// <inheritdoc cref="Tanggal(DateOnly)"/>
    public static string Tanggal(DateTimeOffset at) => Tanggal(TanggalWita(at));

    /// <summary>"1 Januari s.d. 31 Desember 2026"; both years where they differ.</summary>
    public static string JangkaWaktu(DateOnly mulai, DateOnly selesai) =>
        $"{(mulai.Year == selesai.Year ? Tanggal(mulai)[..^5] : Tanggal(mulai))} s.d. {Tanggal(selesai)}";

    /// <summary>"November".</summary>
    public static string Bulan(DateOnly date) => Months[date.Month - 1];

    /// <summary>"Senin".</summary>
    public static string Hari(DateOnly date) => Days[(int)date.DayOfWeek];

    /// <summary>"14.05 WITA".</summary>
    public static string Pukul(DateTimeOffset at)
    {
        var local = at.ToOffset(Wita);
        return $"{local.Hour:00}.{local.Minute:00} WITA";
    }

    /// <summary>"22 November 2026 pukul 14.05 WITA".</summary>
    public static string TanggalPukul(DateTimeOffset at) => $"{Tanggal(at)} pukul {Pukul(at)}";

    /// <summary>"1.234,56": rounded half away from zero for showing only.</summary>
    public static string Angka(decimal value, int decimals = 2) =>
        decimal.Round(decimal.Round(value, NoiseFrom, MidpointRounding.AwayFromZero), decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format);

    /// <summary>"12" or "9,12": as many decimals as the figure has, up to six.</summary>
    public static string AngkaRingkas(decimal value) => value.ToString("#,##0.######", Format);

    /// <summary>"1234,5": without points, for a field to type over; <see cref="TryParseAngka"/> reads the same figure back.</summary>
    public static string AngkaIsian(decimal value) => value.ToString("0.############################", Format);

    /// <summary>"16.250.000": an amount for a field to type over; <see cref="TryParseRupiah"/> reads the same amount back.</summary>
    public static string RupiahIsian(decimal value) => value.ToString("#,##0.############################", Format);

    /// <summary>"1 jam 20 menit", "45 menit", "3 hari 2 jam" when a working day of <paramref name="hoursPerDay"/> hours is given.</summary>
    public static string Durasi(TimeSpan span, double? hoursPerDay = null)
    {
        var minutes = (long)Math.Floor(span.TotalMinutes);
        if (minutes < 1)
        {
            return "kurang dari 1 menit";
        }

        var parts = new List<string>();
        if (hoursPerDay is { } hours && minutes >= hours * 60)
        {
            var perDay = (long)(hours * 60);
            parts.Add($"{minutes / perDay} hari");
            minutes %= perDay;
        }

        if (minutes >= 60)
        {
            parts.Add($"{minutes / 60} jam");
        }

        if (minutes % 60 > 0)
        {
            parts.Add($"{minutes % 60} menit");
        }

        return string.Join(' ', parts);
    }

    /// <summary>Reads a figure as a person types it: "85,5", "85.5", "1.234,56", "170.395.000".</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The figure, when it could be read.</param>
    /// <param name="galat">A sentence for the screen, when it could not.</param>
    public static bool TryParseAngka(string? text, out decimal value, out string? galat) => TryParse(text, isRupiah: false, out value, out galat);

    /// <summary>Reads an amount of rupiah. It has at most two decimals, so the point of "750.000" can only part thousands.</summary>
    /// <inheritdoc cref="TryParseAngka"/>
    public static bool TryParseRupiah(string? text, out decimal value, out string? galat) => TryParse(text, isRupiah: true, out value, out galat);

    private static bool TryParse(string? text, bool isRupiah, out decimal value, out string? galat)
    {
        value = 0;
        galat = null;
        var typed = (text ?? "").Trim().Replace("\u00a0", "", StringComparison.Ordinal);
        if (typed.StartsWith("Rp", StringComparison.OrdinalIgnoreCase))
        {
            typed = typed[2..].TrimStart('.', ' ');
        }

        typed = typed.Replace(" ", "", StringComparison.Ordinal);
        if (typed.Length == 0)
        {
            galat = "Angka belum diisi. Tulis angka saja, misalnya 85,5.";
            return false;
        }

        if (typed.Length > 40 || !OnlyFigures().IsMatch(typed))
        {
            galat = $"“{Shown(typed)}” bukan angka. Tulis angka saja, misalnya 85,5.";
            return false;
        }

        if (!isRupiah && Ambiguous().IsMatch(typed))
        {
            var joined = typed.Replace(".", "", StringComparison.Ordinal);
            galat = $"“{typed}” dapat berarti dua hal. Tulis {joined} (ribuan) atau {typed.Replace('.', ',')} (desimal).";
            return false;
        }

        var normal = Grouped().IsMatch(typed)
            ? typed.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : Plain().IsMatch(typed) ? typed.Replace(',', '.') : null;
        if (normal is null)
        {
            galat = $"“{Shown(typed)}” tidak terbaca. Pakai koma untuk desimal dan titik untuk ribuan, misalnya 1.234,56.";
            return false;
        }

        if (!decimal.TryParse(normal, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            galat = $"“{Shown(typed)}” terlalu besar.";
            return false;
        }

        return true;
    }

    private static string Shown(string typed) =>
        typed.Length <= 30 ? typed : typed[..(char.IsHighSurrogate(typed[29]) ? 29 : 30)] + "…";

    [GeneratedRegex(@"^-?[0-9][0-9.,]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex OnlyFigures();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}\.[0-9]{3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?[0-9]+([.,][0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Plain();
}
