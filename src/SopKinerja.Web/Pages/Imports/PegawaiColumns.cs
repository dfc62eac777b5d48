using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Pages.People;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>The columns of a sheet of people; the heads of SIASN's own lists are in capitals.</summary>
internal static class PegawaiColumns
{
    /// <summary>In the place of a number, for who has none.</summary>
    internal const string NoNip = "tanpa NIP";

    public static IReadOnlyList<ImportColumn<PegawaiForm>> All(
        Func<PegawaiForm, string?> unit, Func<PegawaiForm, string, string?> readUnit, Func<PegawaiForm, string, string?> readUnor,
        Func<PegawaiForm, string, string?> readKodeUnit, Func<PegawaiForm, string?> superior,
        Func<PegawaiForm, string, string?> readSuperior, Func<PegawaiForm, string, string?> readNamaSuperior) =>
    [
        new("NIP", nameof(PegawaiForm.Nip), f => f.TanpaNip ? NoNip : f.Nip, ReadNip)
            { Names = ["NIP BARU", "NIP/NI PPPK", "NIP atau NI PPPK", "NI PPPK", "Nomor Induk Pegawai"] },
        ImportColumn.Text<PegawaiForm>("Nama", nameof(PegawaiForm.Nama), f => f.Nama, (f, t) => f.Nama = t)
            with { Names = ["Nama pegawai", "Nama lengkap", "Nama lengkap dengan gelar"] },
        new("GELAR DEPAN", nameof(PegawaiForm.Nama), _ => null, (f, t) => Put(() => f.Nama = t.Length == 0 ? f.Nama : $"{t} {f.Nama}"))
            { IsPart = true },
        new("GELAR BELAKANG", nameof(PegawaiForm.Nama), _ => null, (f, t) => Put(() => f.Nama = t.Length == 0 ? f.Nama : $"{f.Nama}, {t}"))
            { IsPart = true },
        new("Golongan", nameof(PegawaiForm.Golongan), f => f.Golongan, ReadGolongan)
            { Names = ["GOL AKHIR NAMA", "GOLONGAN NAMA", "Gol", "Gol ruang", "Golongan ruang", "Pangkat/golongan", "Pangkat/gol ruang"] },
        ImportColumn.Text<PegawaiForm>("Jabatan", nameof(PegawaiForm.Jabatan), f => f.Jabatan, (f, t) => f.Jabatan = t)
            with { Names = ["JABATAN NAMA", "Nama jabatan"] },
        new(Siasn.EselonNama, nameof(PegawaiForm.JenisJabatan), _ => null,
            (f, t) => Put(() => f.JenisJabatan = OfEselon(t) ?? f.JenisJabatan)) { Names = ["ESELON"], IsPart = true },
        new("Jenis jabatan", nameof(PegawaiForm.JenisJabatan), f => Jenis(f.JenisJabatan), ReadJenis) { Names = ["JENIS JABATAN NAMA"] },
        new("Jenjang", nameof(PegawaiForm.Jenjang), f => f.Jenjang, ReadJenjang) { Names = ["Jenjang jabatan", "Jenjang fungsional"] },
        ImportColumn.Date<PegawaiForm>("TMT jabatan", nameof(PegawaiForm.TmtJabatan), f => f.TmtJabatan, (f, d) => f.TmtJabatan = d),
        ImportColumn.Text<PegawaiForm>("Karpeg", nameof(PegawaiForm.Karpeg), f => f.Karpeg, (f, t) => f.Karpeg = t)
            with { Names = ["Nomor seri karpeg", "No karpeg", "KARTU PEGAWAI"] },
        ImportColumn.Text<PegawaiForm>("Tempat lahir", nameof(PegawaiForm.TempatLahir), f => f.TempatLahir, (f, t) => f.TempatLahir = t)
            with { Names = ["TEMPAT LAHIR NAMA"] },
        ImportColumn.Date<PegawaiForm>("TMT pangkat", nameof(PegawaiForm.TmtPangkat), f => f.TmtPangkat, (f, d) => f.TmtPangkat = d)
            with { Names = ["TMT GOLONGAN", "TMT GOLONGAN AKHIR"] },
        new(Siasn.UnorId, nameof(PegawaiForm.UnitKerjaId), _ => null, readUnor) { IsPart = true },
        new("Kode unit", nameof(PegawaiForm.UnitKerjaId), _ => null, readKodeUnit)
            { Names = ["Kode unit kerja", "Kode unor"], IsPart = true },
        new("Unit kerja", nameof(PegawaiForm.UnitKerjaId), unit, readUnit)
            { Names = ["UNOR NAMA", "Unit", "Nama unit", "Nama unit kerja", "Bidang"] },
        new("Pejabat penilai", nameof(PegawaiForm.AtasanId), superior, readSuperior)
            { Names = ["Atasan", "Atasan langsung", "NIP atasan", "NIP pejabat penilai", "NIP atasan langsung"] },
        new("Nama atasan", nameof(PegawaiForm.AtasanId), _ => null, readNamaSuperior)
            { Names = ["Nama pejabat penilai", "Nama atasan langsung"], IsPart = true },
        ImportColumn.Figure<PegawaiForm>(
            "Angka kredit PAK", nameof(PegawaiForm.PakAngkaKredit), f => f.PakAngkaKredit, (f, n) => f.PakAngkaKredit = n),
        ImportColumn.Text<PegawaiForm>("Nomor PAK", nameof(PegawaiForm.PakNomor), f => f.PakNomor, (f, t) => f.PakNomor = t),
        ImportColumn.Date<PegawaiForm>("Tanggal PAK", nameof(PegawaiForm.PakTanggal), f => f.PakTanggal, (f, d) => f.PakTanggal = d),
        ImportColumn.Date<PegawaiForm>("PAK sampai", nameof(PegawaiForm.PakSampai), f => f.PakSampai, (f, d) => f.PakSampai = d),
        ImportColumn.Text<PegawaiForm>(
            "Nomor pendelegasian", nameof(PegawaiForm.PendelegasianNomor), f => f.PendelegasianNomor, (f, t) => f.PendelegasianNomor = t),
        ImportColumn.Date<PegawaiForm>(
            "Tanggal pendelegasian", nameof(PegawaiForm.PendelegasianTanggal), f => f.PendelegasianTanggal,
            (f, d) => f.PendelegasianTanggal = d),
        ImportColumn.Tick<PegawaiForm>("Aktif", nameof(PegawaiForm.Aktif), f => f.Aktif, (f, t) => f.Aktif = t),
    ];

    private static string? Put(Action act)
    {
        act();
        return null;
    }

    private static string? ReadNip(PegawaiForm form, string text)
    {
        form.TanpaNip = string.Equals(text, NoNip, StringComparison.OrdinalIgnoreCase);
        // In its groups, as the register shows it.
        var digits = Nip.Digits(text);
        form.Nip = form.TanpaNip || text.Length == 0 ? null
            : digits.Length == Nip.Length && digits.All(char.IsAsciiDigit) ? $"{Nip.Stored(digits)}" : text;
        return null;
    }

    // "Penata Muda, III/a", "III a", "IX", "Golongan IX".
    private static string? ReadGolongan(PegawaiForm form, string text)
    {
        var words = text.Replace("/", " ", StringComparison.Ordinal).Split(
            [' ', ',', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries);
        var tail = words is [.., var roman, { Length: 1 } letter] ? $"{roman.ToUpperInvariant()}/{letter.ToLowerInvariant()}"
            : words is [.., var last] ? last.ToUpperInvariant() : "";
        form.Golongan = text.Length == 0 ? null : Golongan.Pns.Any(g => g.Kode == tail) || Golongan.Pppk.Contains(tail) ? tail : text;
        return null;
    }

    private static string? Jenis(JenisJabatan? jenis) =>
        jenis is { } known ? PegawaiChoices.JenisJabatans.First(j => j.Value == known.ToString()).Text : null;

    // "II.b", "III/a", "41".
    private static JenisJabatan? OfEselon(string text) => text.Trim().ToUpperInvariant().Split('.', '/', ' ')[0] switch
    {
        "I" or "II" or "11" or "12" or "21" or "22" => JenisJabatan.PimpinanTinggi,
        "III" or "31" or "32" => JenisJabatan.Administrator,
        "IV" or "41" or "42" => JenisJabatan.Pengawas,
        _ => null,
    };

    private static string? ReadJenis(PegawaiForm form, string text)
    {
        var word = text.Replace("Jabatan ", "", StringComparison.OrdinalIgnoreCase);
        JenisJabatan? read = PegawaiChoices.JenisJabatans.FirstOrDefault(j =>
                string.Equals(j.Text, word, StringComparison.OrdinalIgnoreCase)
                || string.Equals(j.Value, word, StringComparison.OrdinalIgnoreCase))
            is { } found ? Enum.Parse<JenisJabatan>(found.Value)
            : word.ToUpperInvariant() switch
            {
                "FUNGSIONAL TERTENTU" or "JFT" => JenisJabatan.Fungsional,
                "FUNGSIONAL UMUM" or "JFU" => JenisJabatan.Pelaksana,
                "PIMPINAN TINGGI PRATAMA" or "JPT" or "ESELON II" => JenisJabatan.PimpinanTinggi,
                "ESELON III" => JenisJabatan.Administrator,
                "ESELON IV" => JenisJabatan.Pengawas,
                _ => null,
            };
        // SIASN tells all three kinds of struktural by one word; who is one already in the register stays what he is.
        var isStruktural = word.Equals("STRUKTURAL", StringComparison.OrdinalIgnoreCase);
        if (isStruktural && form.JenisJabatan is JenisJabatan.PimpinanTinggi or JenisJabatan.Administrator or JenisJabatan.Pengawas)
        {
            return null;
        }

        form.JenisJabatan = read;
        return read is not null || text.Length == 0 ? null
            : isStruktural ? "“Jabatan Struktural” belum cukup tanpa kolom ESELON NAMA: tulis Pimpinan tinggi, Administrator, atau "
                + "Pengawas."
            : $"“{text}” bukan jenis jabatan. Tulis salah satu: {string.Join(", ", PegawaiChoices.JenisJabatans.Select(j => j.Text))}.";
    }

    private static string? ReadJenjang(PegawaiForm form, string text)
    {
        form.Jenjang = text.Length == 0 ? null
            : AngkaKredit.Jenjang.Select(j => j.Jenjang).FirstOrDefault(j => j.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text;
        return null;
    }
}
