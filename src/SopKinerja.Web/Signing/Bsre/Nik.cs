namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Nomor Induk Kependudukan: six digits of the region, the day of birth (women plus 40), month and year, and four of a
/// serial.</summary>
public static class Nik
{
    private const int Digits = 16;
    private const int OfWomen = 40;

    /// <summary>As it is sent: spaces and full stops between the digits are how people read it.</summary>
    public static string Stripped(string? typed) => new([.. (typed ?? "").Where(c => c is not (' ' or '.' or '-'))]);

    /// <summary>Why it cannot be one, in a sentence that does not repeat it; null when it can.</summary>
    public static string? WhyNot(string? typed)
    {
        var nik = Stripped(typed);
        return nik.Length == 0 ? "NIK belum diisi. Tulis 16 angka dari KTP Anda."
            : !nik.All(char.IsAsciiDigit) ? "NIK hanya berisi angka. Tulis 16 angka dari KTP Anda."
            : nik.Length != Digits ? $"NIK harus {Digits} angka; yang tertulis {nik.Length}. Bandingkan dengan KTP Anda."
            : !IsDay(int.Parse(nik[6..8])) || int.Parse(nik[8..10]) is < 1 or > 12
                ? "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir (pada perempuan tanggalnya ditambah 40). Bandingkan dengan KTP Anda."
            : nik[12..] == "0000" ? "Empat angka terakhir NIK tidak mungkin 0000. Bandingkan dengan KTP Anda."
            : null;
    }

    /// <summary>"•••• •••• •••• 1234": the middle would tell the birthday.</summary>
    public static string Samar(string nik) => $"•••• •••• •••• {nik[12..]}";

    private static bool IsDay(int day) => day is (>= 1 and <= 31) or (>= 1 + OfWomen and <= 31 + OfWomen);
}
