using System.Globalization;
using System.Text.RegularExpressions;

namespace SopKinerja.Domain.People;

/// <summary>NIP of a PNS or NI PPPK: 18 digits that hold the birth date, the appointment, the sex and a serial (Perka BKN
/// 22/2007).</summary>
public sealed partial record Nip
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 18;

    private Nip(string value) => Value = value;

    public string Value { get; }

    /// <summary>PNS or PPPK, told apart by digits 13–14: a month, or a code from 21 on.</summary>
    public JenisAsn Jenis => int.Parse(Value.AsSpan(12, 2), CultureInfo.InvariantCulture) >= 21 ? JenisAsn.Pppk : JenisAsn.Pns;

    /// <param name="stored">18 digits; null for an elected official, who has none and counts as PNS.</param>
    public static JenisAsn JenisOf(string? stored) => stored is null ? JenisAsn.Pns : Stored(stored).Jenis;

    public DateOnly Lahir => DateOnly.ParseExact(Value[..8], "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Digits 9–12: the year of appointment.</summary>
    public int TahunPengangkatan => int.Parse(Value.AsSpan(8, 4), CultureInfo.InvariantCulture);

    /// <summary>Digits 13–14: the month of the TMT CPNS, or the frequency code of a PPPK.</summary>
    public string Kode => Value.Substring(12, 2);

    public bool IsPria => Value[14] == '1';

    /// <summary>"Laki-laki" or "Perempuan", as the forms say it.</summary>
    public string JenisKelamin => IsPria ? "Laki-laki" : "Perempuan";

    public string Urut => Value[15..];

    /// <summary>"NIP" or "NI PPPK", as it stands before the number on forms.</summary>
    public string Label => LabelOf(Jenis);

    public static bool TryParse(string? text, DateOnly today, out Nip? nip, out string? error)
    {
        var digits = Digits(text);
        var fault = FaultOf(digits, today);
        error = fault is not { } wrong ? null
            : TypedNumbers.IsShortened(text) ? TypedNumbers.SentenceOnExcel(text)
            : Sentence(wrong, digits);
        nip = fault is null ? new(digits) : null;
        return fault is null;
    }

    /// <summary>The digits, without what is copied along: a label, blanks, and any sign that is no letter. Letters and figures of other
    /// scripts stay.</summary>
    public static string Digits(string? text) => Around().Replace(LabelBefore().Replace(TypedText.OneLine(text), ""), "");

    public static Nip Stored(string digits) => new(digits);

    public override string ToString() => $"{Value[..8]} {Value[8..14]} {Value[14]} {Value[15..]}";

    public static string LabelOf(JenisAsn jenis) => jenis == JenisAsn.Pppk ? "NI PPPK" : "NIP";

    /// <summary>Judges the digits; null when they hold.</summary>
    public static NipFault? FaultOf(string digits, DateOnly today)
    {
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit))
        {
            return NipFault.NotEighteenDigits;
        }

        if (!DateOnly.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lahir)
            || lahir > today)
        {
            return NipFault.Birth;
        }

        var tahun = int.Parse(digits.AsSpan(8, 4), CultureInfo.InvariantCulture);
        var kode = int.Parse(digits.AsSpan(12, 2), CultureInfo.InvariantCulture);
        if (kode is < 1 or (> 12 and < 21))
        {
            return NipFault.Code;
        }

        var appointed = new DateOnly(Math.Max(tahun, 1), kode <= 12 ? kode : 12, 1);
        if (appointed < lahir.AddYears(18))
        {
            return NipFault.TooYoung;
        }

        if (tahun > today.Year || (kode <= 12 && appointed > today))
        {
            return NipFault.NotYetAppointed;
        }

        if (digits[14] is not ('1' or '2'))
        {
            return NipFault.Sex;
        }

        return digits[15..] == "000" ? NipFault.Serial : null;
    }

    private static string Sentence(NipFault fault, string digits) => fault switch
    {
        NipFault.NotEighteenDigits => LeftOver(digits) is { Length: > 0 } left
            ? $"NIP hanya terdiri atas angka, sedangkan yang diisi memuat “{left}”. Tulis 18 angkanya saja."
            : $"NIP terdiri atas 18 angka; yang diisi {digits.Length} angka.",
        NipFault.Birth => $"Angka 1–8 NIP ({digits[..8]}) bukan tanggal lahir yang benar.",
        NipFault.Code => $"Angka 13–14 NIP ({digits[12..14]}) bukan bulan (01–12) dan bukan kode PPPK (21 ke atas).",
        NipFault.TooYoung => $"Pengangkatan pada NIP (tahun {digits[8..12]}) terjadi sebelum umur 18 tahun.",
        NipFault.NotYetAppointed => $"Pengangkatan pada NIP (tahun {digits[8..12]}) belum terjadi.",
        NipFault.Sex => $"Angka ke-15 NIP ({digits[14]}) harus 1 (pria) atau 2 (wanita).",
        _ => "Nomor urut NIP (angka 16–18) tidak boleh 000. Bila disalin dari Excel: Excel mengganti angka ke-16 dan seterusnya dengan 0; "
            + "ketik NIP dari kartu atau SK-nya.",
    };

    // Enough to know it again by.
    private static string LeftOver(string digits) => string.Concat(digits.Where(c => !char.IsAsciiDigit(c)).Take(20));

    // "NIP Baru:", "NIP/NI PPPK".
    [GeneratedRegex(
        @"^[\W_]*((NI[\W_]*PPPK|NIP|baru)(?![\p{L}\p{M}])[\W_]*)*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex LabelBefore();

    // ʼ is a letter to Unicode and an apostrophe to Excel.
    [GeneratedRegex(@"[\W_ʼ]", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Around();
}

/// <summary>What can be wrong with a NIP or NI PPPK, in the order of its digits.</summary>
public enum NipFault
{
    NotEighteenDigits,
    Birth,
    Code,
    TooYoung,
    NotYetAppointed,
    Sex,
    Serial,
}

/// <summary>The two kinds of civil servants (UU 20/2023).</summary>
public enum JenisAsn
{
    Pns,
    Pppk,
}
