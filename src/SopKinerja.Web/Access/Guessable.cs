namespace SopKinerja.Web.Access;

/// <summary>Judges whether what somebody chose as a secret would be guessed: by the words, names, dates and rows of keys that it is made of
/// (zxcvbn), with the words of this country and of the office, and those of the person, besides.</summary>
public static class Guessable
{
    /// <summary>Least entropy of a secret, in bits as zxcvbn counts them: far beyond what can be tried at the sign-in page, and years at a
    /// stolen hash.</summary>
    private const double Least = 40;

    // Words that people here choose first; figures and years before and behind are seen by the library.
    private static readonly string[] Words =
    [
        .. (
            "bismillah alhamdulillah assalamualaikum subhanallah allahuakbar insyaallah masyaallah muhammad ahmad "
            + "abdullah fatimah aisyah indonesia kalimantan balangan paringin banjarmasin banjarbaru barabai amuntai "
            + "tanjung martapura jakarta surabaya bandung jogja merdeka garuda pancasila nusantara borneo banjar dayak "
            + "batu awayan juai lampihong halong tebing tinggi password katasandi sandi frasa rahasia admin "
            + "administrator operator pegawai negeri sipil kinerja sopkinerja penilaian prestasi dinas koperasi usaha "
            + "kecil menengah perindustrian perdagangan dkukmpp pemkab kabupaten bupati sekda kepala bidang sekretaris "
            + "kasubbag analis bendahara asn pns pppk skp siasn bkn bkpsdm sayang cinta kamu aku kita selamanya bahagia "
            + "semangat sukses jaya maju bersama keluarga ibu bapak ayah mama papa anak istri suami januari februari "
            + "maret april mei juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu "
            + "minggu satu dua tiga empat lima enam tujuh delapan sembilan sepuluh hitam putih merah biru hijau kuning "
            + "kucing anjing ayam harimau singa naga bunga melati mawar bintang bulan matahari langit laut gunung sungai "
            + "siti nur sri dewi putri putra rizky rahman hidayat wahyu agus budi eko hendra yudi rudi andi dian rina "
            + "lina maya fitri").Split(' '),
    ];

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["dictionary"] = "memuat kata atau nama yang sering dipakai",
        ["date"] = "memuat tanggal atau tahun",
        ["year"] = "memuat tanggal atau tahun",
        ["sequence"] = "memuat urutan seperti 1234 atau abcd",
        ["spatial"] = "memuat deretan tombol seperti qwerty",
        ["repeat"] = "mengulang karakter yang sama",
    };

    /// <summary>Null when it is worth enough guesses; otherwise why not and how to mend it, to stand behind "Kata sandi" or "Frasa
    /// sandi".</summary>
    /// <param name="own">What is known of the person: names, NIP, user name, date of birth.</param>
    public static string? WhyGuessable(string secret, IEnumerable<string?> own)
    {
        string[] known = [.. Words, .. own.OfType<string>().SelectMany(Parts).Select(part => part.ToLowerInvariant()).Distinct()];
        // Longer ones are beyond guessing by what they begin with; the work grows with the length.
        var judged = Zxcvbn.Zxcvbn.MatchPassword(secret.Length <= 64 ? secret : secret[..64], known);
        if (judged.Entropy >= Least)
        {
            return null;
        }

        var reasons = judged.MatchSequence.Select(m => Reasons.GetValueOrDefault(m.Pattern)).OfType<string>().Distinct().ToList();
        return $"terlalu mudah ditebak{(reasons.Count == 0 ? "" : $": {string.Join(", ", reasons)}")}. Pakai beberapa kata yang tidak "
            + "berhubungan, misalnya empat, tanpa nama, tanggal, atau nama dinas.";
    }

    // A name by its words, a NIP by the date of birth in it.
    private static IEnumerable<string> Parts(string known)
    {
        var digits = new string([.. known.Where(char.IsAsciiDigit)]);
        if (digits.Length >= 8)
        {
            yield return digits;
            yield return digits[..8];
            yield return $"{digits[6..8]}{digits[4..6]}{digits[..4]}";
            yield return $"{digits[6..8]}{digits[4..6]}{digits[2..4]}";
        }

        foreach (var word in known.Split([' ', '.', ',', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 3))
        {
            yield return word;
        }
    }
}
