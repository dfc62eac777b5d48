using System.Globalization;
using System.Text.RegularExpressions;

namespace SopKinerja.Domain;

/// <summary>How figures are written and read in Indonesian offices: a comma for decimals, points for thousands.</summary>
public static partial class Angka
{
    /// <summary>Comma for decimals, point for thousands, written out so that it does not depend on the machine's culture data.</summary>
    public static readonly NumberFormatInfo Format = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
    });

    /// <summary>A third has no end in decimal: its 28th digit must not decide whether a figure is half-way.</summary>
    internal const int NoiseFrom = 22;

    /// <summary>"1.234,56": rounded half away from zero for showing only.</summary>
    public static string Tampil(decimal value, int decimals = 2) =>
        decimal.Round(decimal.Round(value, NoiseFrom, MidpointRounding.AwayFromZero), decimals, MidpointRounding.AwayFromZero)
            .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format);

    /// <summary>"12" or "9,12": as many decimals as the figure has, up to six.</summary>
    public static string Ringkas(decimal value) => value.ToString("#,##0.######", Format);

    /// <summary>"0,003" or "90,00": all the decimals that the figure has and at least two; a figure that was typed is printed as it was
    /// accepted.</summary>
    public static string Exact(decimal value) => value.ToString("#,##0.00##########################", Format);

    /// <summary>"750.000", or "750.000,50" where there are cents.</summary>
    public static string Rupiah(decimal value) => value == decimal.Truncate(value) ? Ringkas(value) : Exact(value);

    /// <summary>"1234,5": without points, for a field to type over; <see cref="TryParse"/> reads the same figure back.</summary>
    public static string Isian(decimal value) => value.ToString("0.############################", Format);

    /// <summary>"16.250.000": an amount for a field to type over; <see cref="TryParseRupiah"/> reads the same amount back.</summary>
    public static string RupiahIsian(decimal value) => value.ToString("#,##0.############################", Format);

    /// <summary>Reads a figure as a person types it: "85,5", "85.5", "1.234,56", "170.395.000".</summary>
    public static bool TryParse(string? text, out decimal value, out string? error) => Read(text, isRupiah: false, out value, out error);

    /// <summary>Reads an amount of rupiah. It has at most two decimals, so the point of "750.000" can only part thousands.</summary>
    public static bool TryParseRupiah(string? text, out decimal value, out string? error) =>
        Read(text, isRupiah: true, out value, out error);

    private static bool Read(string? text, bool isRupiah, out decimal value, out string? error)
    {
        value = 0;
        error = null;
        var typed = (text ?? "").Trim().Replace("\u00a0", "", StringComparison.Ordinal);
        if (typed.StartsWith("Rp", StringComparison.OrdinalIgnoreCase))
        {
            typed = typed[2..].TrimStart('.', ' ');
        }

        typed = typed.Replace(" ", "", StringComparison.Ordinal);
        if (typed.Length == 0)
        {
            error = "Angka belum diisi. Tulis angka saja, misalnya 85,5.";
            return false;
        }

        if (typed.Length > 40 || !OnlyFigures().IsMatch(typed))
        {
            error = $"“{Shown(typed)}” bukan angka. Tulis angka saja, misalnya 85,5.";
            return false;
        }

        if (!isRupiah && Ambiguous().IsMatch(typed))
        {
            var joined = typed.Replace(".", "", StringComparison.Ordinal);
            error = $"“{typed}” dapat berarti dua hal. Tulis {joined} (ribuan) atau {typed.Replace('.', ',')} (desimal).";
            return false;
        }

        var normal = Grouped().IsMatch(typed)
            ? typed.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : Plain().IsMatch(typed) ? typed.Replace(',', '.') : null;
        if (normal is null)
        {
            error = $"“{Shown(typed)}” tidak terbaca. Pakai koma untuk desimal dan titik untuk ribuan, misalnya 1.234,56.";
            return false;
        }

        if (!decimal.TryParse(
            normal, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            error = $"“{Shown(typed)}” terlalu besar.";
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
