using System.Globalization;

namespace SopKinerja.Domain.People;

/// <summary>NIP of a PNS or NI PPPK: 18 digits that hold the birth date, the appointment, the sex and a serial (Perka BKN 22/2007).</summary>
public sealed record Nip
{
    private Nip(string value) => Value = value;

    /// <summary>The 18 digits.</summary>
    public string Value { get; }

    /// <summary>PNS or PPPK, told apart by digits 13–14: a month, or a code from 21 on.</summary>
    public JenisAsn Jenis => int.Parse(Value.AsSpan(12, 2), CultureInfo.InvariantCulture) >= 21 ? JenisAsn.Pppk : JenisAsn.Pns;

    /// <summary>Digits 1–8.</summary>
    public DateOnly Lahir => DateOnly.ParseExact(Value[..8], "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Digits 9–12: the year of appointment.</summary>
    public int TahunPengangkatan => int.Parse(Value.AsSpan(8, 4), CultureInfo.InvariantCulture);

    /// <summary>Digits 13–14: the month of the TMT CPNS, or the frequency code of a PPPK.</summary>
    public string Kode => Value.Substring(12, 2);

    /// <summary>Digit 15: true for 1 (pria).</summary>
    public bool IsPria => Value[14] == '1';

    /// <summary>Digits 16–18.</summary>
    public string Urut => Value[15..];

    /// <summary>"NIP" or "NI PPPK", as it stands before the number on forms.</summary>
    public string Label => LabelOf(Jenis);

    /// <summary>Reads a number, spaces allowed.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The date against which the appointment is judged.</param>
    /// <param name="nip">The number, when it holds.</param>
    /// <param name="galat">Why not, in a sentence for the screen.</param>
    public static bool TryParse(string? text, DateOnly today, out Nip? nip, out string? galat)
    {
        var digits = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
        galat = WhyNot(digits, today);
        nip = galat is null ? new(digits) : null;
        return galat is null;
    }

    /// <summary>A number that was judged when it was stored.</summary>
    public static Nip Stored(string digits) => new(digits);

    /// <summary>"19661002 199001 1 002".</summary>
    public override string ToString() => $"{Value[..8]} {Value[8..14]} {Value[14]} {Value[15..]}";

    /// <summary>"NIP" or "NI PPPK".</summary>
    public static string LabelOf(JenisAsn jenis) => jenis == JenisAsn.Pppk ? "NI PPPK" : "NIP";

    private static string? WhyNot(string digits, DateOnly today)
    {
        if (digits.Length != 18 || digits.Any(c => c is < '0' or > '9'))
        {
            return $"NIP terdiri atas 18 angka; yang diisi {digits.Count(char.IsAsciiDigit)} angka"
                + (digits.All(char.IsAsciiDigit) ? "." : " dan memuat tanda lain.");
        }

        if (!DateOnly.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lahir))
        {
            return $"Angka 1–8 NIP ({digits[..8]}) bukan tanggal lahir yang benar.";
        }

        var tahun = int.Parse(digits.AsSpan(8, 4), CultureInfo.InvariantCulture);
        var kode = int.Parse(digits.AsSpan(12, 2), CultureInfo.InvariantCulture);
        if (kode is < 1 or (> 12 and < 21))
        {
            return $"Angka 13–14 NIP ({digits[12..14]}) bukan bulan (01–12) dan bukan kode PPPK (21 ke atas).";
        }

        var appointed = new DateOnly(Math.Clamp(tahun, 1, 9999), kode <= 12 ? kode : 12, 1);
        if (appointed < lahir.AddYears(18))
        {
            return $"Pengangkatan pada NIP (tahun {tahun}) terjadi sebelum umur 18 tahun.";
        }

        if (tahun > today.Year || (kode <= 12 && appointed > today))
        {
            return $"Pengangkatan pada NIP (tahun {tahun}) belum terjadi.";
        }

        if (digits[14] is not ('1' or '2'))
        {
            return $"Angka ke-15 NIP ({digits[14]}) harus 1 (pria) atau 2 (wanita).";
        }

        return digits[15..] == "000" ? "Nomor urut NIP (angka 16–18) tidak boleh 000." : null;
    }
}

/// <summary>The two kinds of civil servants (UU 20/2023).</summary>
public enum JenisAsn
{
    Pns,
    Pppk,
}
