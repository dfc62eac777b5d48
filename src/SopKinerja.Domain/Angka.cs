using System.Globalization;
using System.Text.RegularExpressions;

namespace SopKinerja.Domain;

/// <summary>How figures are written and read in Indonesian offices: a comma for decimals, points for thousands. What is typed or copied
/// the other way round is read too, but only where it can mean one thing (docs/decisions/0029).</summary>
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

    private const int RupiahDecimals = 2;

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

    /// <summary>"1234,5": without points, for a field to type over; <see cref="TryParse"/> reads the same figure back. Three decimals
    /// are written as four, "12,3450", because "12,345" could be thousands.</summary>
    public static string Isian(decimal value)
    {
        var text = value.ToString("0.############################", Format);
        return Ambiguous().IsMatch(text) ? text + "0" : text;
    }

    /// <summary>"16.250.000": an amount for a field to type over; <see cref="TryParseRupiah"/> reads the same amount back.</summary>
    public static string RupiahIsian(decimal value) => Rupiah(value);

    /// <summary>Reads a figure as a person types it: "85,5", "85.5", "1.234,56", "1,234.56", "170.395.000".</summary>
    public static bool TryParse(string? text, out decimal value, out string? error) => Read(text, isRupiah: false, out value, out error);

    /// <summary>Reads an amount of rupiah: "Rp750.000,-". It has at most two decimals, so three digits after a point or a comma can only
    /// be thousands.</summary>
    public static bool TryParseRupiah(string? text, out decimal value, out string? error) =>
        Read(text, isRupiah: true, out value, out error);

    /// <summary>Whether a figure is left out in one of the ways of the paper form: empty, "-" or "Nihil".</summary>
    public static bool IsNone(string? text) => None().IsMatch(Unified(text));

    private static bool Read(string? text, bool isRupiah, out decimal value, out string? error)
    {
        value = 0;
        var typed = Unified(text);
        var figure = After().Replace(Before().Replace(typed, "${minus}"), "");
        error = WhyNot(typed, figure, isRupiah);
        if (error is not null)
        {
            return false;
        }

        if (!decimal.TryParse(
            Normal(figure, isRupiah), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out value))
        {
            error = $"“{Shown(typed)}” terlalu besar.";
            return false;
        }

        value = value == 0 ? Math.Abs(value) : value;
        return true;
    }

    private static string? WhyNot(string typed, string figure, bool isRupiah) =>
        figure.Length == 0 ? "Angka belum diisi. Tulis angka saja, misalnya 85,5."
        : TypedNumbers.IsShortened(figure) ? TypedNumbers.SentenceOnExcel(figure)
        : figure.Length > 40 || !OnlyFigures().IsMatch(figure) ? $"“{Shown(typed)}” bukan angka. Tulis angka saja, misalnya 85,5."
        : Normal(figure, isRupiah) is null
        ? $"“{Shown(typed)}” tidak terbaca. " + (isRupiah
            ? "Pakai titik untuk ribuan, dan paling banyak dua angka di belakang koma, misalnya 750.000 atau 1.234,50."
            : "Pakai koma untuk desimal dan titik untuk ribuan, misalnya 1.234,56.")
        : !isRupiah && Ambiguous().IsMatch(figure)
        ? $"“{typed}” dapat berarti dua hal. Tulis {Digits(WithoutZeros(figure))} (ribuan) atau "
            + $"{WithoutZeros(figure).Replace('.', ',')}0 (desimal)."
        : null;

    /// <summary>The figure as the program reads it, with a point before its decimals; null when it cannot be read.</summary>
    private static string? Normal(string figure, bool isRupiah)
    {
        var plain = WithoutZeros(figure);
        var read = Grouped().Match(plain) is { Success: true } grouped ? grouped : Plain().Match(plain);
        var (whole, rest) = (Digits(read.Groups["whole"].Value), read.Groups["rest"].Value);
        return !read.Success || (isRupiah && rest.Length > RupiahDecimals) ? null
            : rest.Length == 0 ? whole
            // The zero that was asked for belongs to the spelling and not to the figure.
            : $"{whole}.{(rest is [_, _, _, '0'] ? rest[..3] : rest)}";
    }

    private static string WithoutZeros(string figure) => LeadingZeros().Replace(figure, "${minus}");

    private static string Digits(string figure) => string.Concat(figure.Where(c => char.IsAsciiDigit(c) || c == '-'));

    /// <summary>Without what people copy along: an apostrophe of Excel before it, dashes of a text processor.</summary>
    private static string Unified(string? text) =>
        Dashes().Replace(TypedNumbers.WithoutApostrophe(text), "-");

    private static string Shown(string typed) =>
        typed.Length <= 30 ? typed : typed[..(char.IsHighSurrogate(typed[29]) ? 29 : 30)] + "…";

    [GeneratedRegex(@"[\u2010-\u2015\u2212\uFE63\uFF0D]", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^(-+|nihil\.?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2_000)]
    private static partial Regex None();

    [GeneratedRegex(
        @"^(?<minus>-?) ?((Rp\.?|IDR) ?)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2_000)]
    private static partial Regex Before();

    // "750.000,-" has no cents.
    [GeneratedRegex(
        @"(?<=[0-9])( ?[.,] ?[-=]+)?( ?rupiah)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2_000)]
    private static partial Regex After();

    [GeneratedRegex(@"^-?[0-9][0-9., ]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex OnlyFigures();

    [GeneratedRegex(@"^(?<minus>-?)0+(?=[0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex LeadingZeros();

    // Thousands never begin with a zero, so "0,125" has one reading.
    [GeneratedRegex(@"^-?0*[1-9][0-9]{0,2}[.,][0-9]{3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Ambiguous();

    // One separator parts all thousands, another one the decimals.
    [GeneratedRegex(
        @"^(?<whole>-?[1-9][0-9]{0,2}(?<thousands>[., ])[0-9]{3}(\k<thousands>[0-9]{3})*)((?!\k<thousands>)[.,](?<rest>[0-9]+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?<whole>-?[0-9]+)([.,](?<rest>[0-9]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Plain();
}
