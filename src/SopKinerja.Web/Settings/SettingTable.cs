using SopKinerja.Domain.Calendar;

namespace SopKinerja.Web.Settings;

/// <summary>The settings of the dinas, row by row: what the database, the environment and the page Setelan dinas call them.</summary>
public static class SettingTable
{
    public static readonly SettingRow Nama = new("Dinas:Nama", SettingGroup.Kop, "nama dinas")
    {
        IsPrinted = true,
        Hint = "Lengkap, seperti di kop surat.",
    };

    public static readonly SettingRow NamaPendek = new("Dinas:NamaPendek", SettingGroup.Kop, "nama pendek")
    {
        IsPrinted = true,
        Most = 40,
        Hint = "Tampil di kepala setiap halaman dan di sertifikat, misalnya DKUKMPP.",
    };

    public static readonly SettingRow Pemerintah = new("Dinas:Pemerintah", SettingGroup.Kop, "pemerintah daerah")
    {
        IsPrinted = true,
        Hint = "Baris pertama kop, misalnya Pemerintah Kabupaten Balangan.",
    };

    public static readonly SettingRow Alamat = new("Dinas:Alamat", SettingGroup.Kop, "alamat kantor")
    {
        IsPrinted = true,
        Most = 200,
        Hint = "Baris terakhir kop: jalan, kelurahan, kecamatan, kode pos.",
    };

    public static readonly SettingRow Tempat = new("Dinas:Tempat", SettingGroup.Kop, "tempat")
    {
        IsPrinted = true,
        Most = 60,
        Hint = "Di depan tanggal tanda tangan, misalnya Paringin.",
    };

    /// <summary>Its value is the SHA-256 of the picture; the environment names a file.</summary>
    public static readonly SettingRow GambarKop = new("Dinas:GambarKop", SettingGroup.Kop, "gambar kop") { Kind = SettingKind.Picture };

    public static readonly SettingRow AlamatAplikasi = new("Dinas:AlamatAplikasi", SettingGroup.Aplikasi, "alamat aplikasi")
    {
        IsPrinted = true,
        Most = 200,
        Judge = OfficeAddress.WhyNot,
        Spell = text => text.TrimEnd('/'),
        Hint = "Tercetak sebagai kode QR pada dokumen, misalnya https://sopkinerja.dinas.example. Sesudah diisi, aplikasi hanya menjawab "
            + "di alamat itu.",
    };

    public static readonly SettingRow KodeKlasifikasi = new("Dinas:KodeKlasifikasi", SettingGroup.Arsip, "kode klasifikasi arsip")
    {
        // SKP and its measurement (Permendagri 83/2022).
        Usual = "800.1.4.4",
        Most = 40,
        Hint = "Diusulkan saat dokumen diarsipkan.",
    };

    public static readonly SettingRow HariKeberatan = new("Dinas:HariKeberatan", SettingGroup.Arsip, "hari masa keberatan")
    {
        // No source says working days.
        Usual = "kalender",
        Kind = SettingKind.Choice,
        Choices = [("kalender", "hari kalender"), ("kerja", "hari kerja")],
        Hint = "Berlaku untuk hasil yang diterima sesudah ini; hari terakhir yang sudah tercatat tetap.",
    };

    public static readonly SettingRow JamBiasa = new("JamKerja:Biasa", SettingGroup.JamKerja, "jam kerja")
    {
        Usual = OfficeHours.UsualText,
        Kind = SettingKind.Lines,
        Most = 1000,
        Judge = OfficeHours.WhyNotUsual,
        Hint = "Satu baris untuk satu hari atau beberapa hari. Hari yang tidak disebut adalah hari libur.",
    };

    public static readonly SettingRow JamKhusus = new("JamKerja:Khusus", SettingGroup.JamKerja, "jam kerja khusus")
    {
        Kind = SettingKind.Lines,
        Most = 4000,
        Judge = OfficeHours.WhyNotSpecial,
        Hint = "Untuk rentang tanggal, misalnya “18 Februari 2026 s.d. 19 Maret 2026 Ramadan:”, lalu jam kerjanya di baris-baris di "
            + "bawahnya.",
    };

    public static readonly SettingRow KodeSekaliPakai = new("Masuk:KodeSekaliPakai", SettingGroup.Keamanan, "wajib kode sekali pakai")
    {
        Usual = "pilihan",
        Kind = SettingKind.Choice,
        Choices =
        [
            ("pilihan", "tidak ada; siapa pun boleh"), ("administrator", "administrator"),
            ("pimpinan", "administrator, Kepala Dinas, dan auditor"), ("tugas", "semua yang memegang tugas dalam SOP, dan administrator"),
            ("semua", "semua akun"),
        ],
        Hint = "Yang wajib dan belum memakainya diminta mengaktifkannya pada halaman berikutnya, juga Anda sendiri.",
    };

    public static readonly SettingRow HariSlip = new("Masuk:HariSlip", SettingGroup.Keamanan, "hari slip masuk berlaku")
    {
        Usual = "14",
        Range = (1, 60),
        Hint = "Sesudah itu kode pada slip yang belum dipakai tidak membuka apa pun, dan slip baru harus dibuat.",
    };

    public static readonly SettingRow MenitDiam = new("Sesi:MenitDiam", SettingGroup.Keamanan, "menit tanpa kegiatan")
    {
        Usual = "60",
        Range = (5, (int)SessionLimits.Longest.TotalMinutes),
        Hint = "Sesudah itu orang harus masuk lagi.",
    };

    public static readonly SettingRow BulanSimpan = new("Catatan:BulanSimpan", SettingGroup.Keamanan, "bulan catatan akses disimpan")
    {
        // Two yearly evaluations: who contests a result of last year still finds who opened it. The database refuses fewer than 6.
        Usual = "24",
        Range = (6, 120),
        Hint = "Sesudah itu catatan siapa masuk dan siapa membuka hasil dihapus.",
    };

    public static readonly IReadOnlyList<SettingRow> Rows =
    [
        Nama, NamaPendek, Pemerintah, Alamat, Tempat, GambarKop, AlamatAplikasi, KodeKlasifikasi, HariKeberatan, JamBiasa, JamKhusus,
        KodeSekaliPakai, HariSlip, MenitDiam, BulanSimpan,
    ];
}
