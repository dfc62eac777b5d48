using SopKinerja.Domain.Scoring;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Every page of the site at least once, by somebody who may open it; <see cref="CoverageTests"/> sees to "every".</summary>
public static class PageCases
{
    public static readonly IReadOnlyList<PageCase> All =
    [
        //  Nama                    Page                                User             Url
        new("masuk",                "/Account/SignIn",                  null,            _ => "/masuk"),
        new("masuk-galat",          "/Account/SignIn",                  null,            _ => "/masuk") { Press = "Masuk" },
        new("keluar",               "/Account/SignOut",                 "analis",        _ => "/keluar"),
        new("kata-sandi",           "/Account/Password",                "analis",        _ => "/kata-sandi"),
        new("kata-sandi-galat",     "/Account/Password",                "analis",        _ => "/kata-sandi") { Wrongly = [("Kata sandi baru", "pendek")], Press = "Ganti kata sandi" },

        // The service of BSrE is off here; what the pages hold is tried against a service of its own in BsreTests.
        new("bsre-saya",            "/Account/Bsre/Index",              "analis",        _ => "/bsre-saya") { Status = 404 },

        new("tugas-analis",         "/Index",                           "analis",        _ => "/"),
        new("tugas-kasubbag",       "/Index",                           "kasubbag",      _ => "/"),
        new("tugas-atasan",         "/Index",                           "sekretaris",    _ => "/"),
        new("tugas-asn",            "/Index",                           "pelaksanaind",  _ => "/"),
        new("tugas-kosong",         "/Index",                           "pppkdag",       _ => "/"),
        new("tugas-admin",          "/Index",                           "admin",         _ => "/"),
        new("sop",                  "/Sop",                             "analis",        _ => "/sop"),

        new("berkas-daftar",        "/Dossiers/Index",                  "analis",        _ => "/berkas"),
        new("berkas",               "/Dossiers/Details",                "analis",        w => $"/berkas/{w.Dossier("keamanan")}"),
        new("berkas-keberatan",     "/Dossiers/Details",                "kasubbag2",     w => $"/berkas/{w.Dossier("arsiparis")}"),
        new("berkas-selesai",       "/Dossiers/Details",                "arsiparis",     w => $"/berkas/{w.Closed("arsiparis")}"),
        new("riwayat",              "/Dossiers/History",                "arsiparis",     w => $"/berkas/{w.Closed("arsiparis")}/riwayat"),
        new("hasil",                "/Dossiers/Result",                 "arsiparis",     w => $"/berkas/{w.Closed("arsiparis")}/hasil"),

        new("buka",                 "/Dossiers/Step1Collect/Open",      "analis",        _ => "/berkas/buka"),
        new("kumpulkan",            "/Dossiers/Step1Collect/Index",     "analis",        w => $"/berkas/{w.Dossier("pelaksanakop")}/kumpulkan"),
        new("kumpulkan-kembali",    "/Dossiers/Step1Collect/Index",     "analis",        w => $"/berkas/{w.Dossier("keamanan")}/kumpulkan"),
        new("kumpulkan-galat",      "/Dossiers/Step1Collect/Index",     "analis",        w => $"/berkas/{w.Dossier("pelaksanakop")}/kumpulkan") { Wrongly = [("Diserahkan oleh", "")], Press = "Simpan" },
        new("periksa",              "/Dossiers/Step2Check/Index",       "kasubbag",      w => $"/berkas/{w.Dossier("penera")}/periksa"),
        new("periksa-galat",        "/Dossiers/Step2Check/Index",       "kasubbag",      w => $"/berkas/{w.Dossier("penera")}/periksa") { Unfold = "Kembalikan ke Analis", Wrongly = [("Alasan pengembalian", "kurang")], Press = "Kembalikan ke Analis" },
        new("input",                "/Dossiers/Step3Input/Index",       "analis",        w => $"/berkas/{w.Dossier("bendahara")}/input"),
        new("input-galat",          "/Dossiers/Step3Input/Index",       "analis",        w => $"/berkas/{w.Dossier("bendahara")}/input") { Wrongly = [("Realisasi kuantitas kegiatan nomor 1 ", "dua belas")], Press = "Simpan draf" },
        new("validasi",             "/Dossiers/Step4Validate/Index",    "kabidind",      w => $"/berkas/{w.Dossier("penyuluhind")}/validasi"),
        new("validasi-galat",       "/Dossiers/Step4Validate/Index",    "kabidind",      w => $"/berkas/{w.Dossier("penyuluhind")}/validasi") { Wrongly = [("Nilai kualitas kegiatan 1", "101")], Press = "Hitung dan simpan" },
        new("validasi-terisi",      "/Dossiers/Step4Validate/Index",    "kadis",         w => $"/berkas/{w.Dossier("kabidkop")}/validasi"),
        new("setujui",              "/Dossiers/Step4Validate/Approve",  "kadis",         w => $"/berkas/{w.Dossier("kabidkop")}/validasi/setujui"),
        new("setujui-galat",        "/Dossiers/Step4Validate/Approve",  "kadis",         w => $"/berkas/{w.Dossier("kabidkop")}/validasi/setujui") { Press = "Setujui dan terbitkan dokumen" },
        new("setujui-tanpa-hasil",  "/Dossiers/Step4Validate/Undecided", "kadis",        w => $"/berkas/{w.Dossier("kabidkop")}/validasi/hasil-belum-diketahui"),
        new("tanda-tangan-tanpa-hasil", "/Dossiers/Step5Sign/Undecided", "pelaksanaind", w => $"/berkas/{w.Dossier("pelaksanaind")}/tanda-tangan/hasil-belum-diketahui"),
        new("pengesahan-tanpa-hasil", "/Dossiers/Step5Sign/RatifyUndecided", "kadis",    w => $"/berkas/{w.Dossier("pelaksanaind")}/pengesahan/hasil-belum-diketahui") { Status = 409 },
        new("tanda-tangan",         "/Dossiers/Step5Sign/Index",        "pelaksanaind",  w => $"/berkas/{w.Dossier("pelaksanaind")}/tanda-tangan"),
        new("tanda-tangan-galat",   "/Dossiers/Step5Sign/Index",        "pelaksanaind",  w => $"/berkas/{w.Dossier("pelaksanaind")}/tanda-tangan") { Press = "Nyatakan telah menerima hasil" },
        new("keberatan",            "/Dossiers/Step5Sign/Object",       "pelaksanaind",  w => $"/berkas/{w.Dossier("pelaksanaind")}/tanda-tangan/keberatan"),
        new("keberatan-galat",      "/Dossiers/Step5Sign/Object",       "pelaksanaind",  w => $"/berkas/{w.Dossier("pelaksanaind")}/tanda-tangan/keberatan") { Press = "Kirim keberatan" },
        new("kinerja-buka",         "/Dossiers/Step1Collect/Open",      "analis",        w => $"/berkas/buka?Periode={w.Kinerja.Id}&Bagian=3"),
        new("kinerja-kumpulkan",    "/Dossiers/Step1Collect/Index",     "analis",        w => $"/berkas/{w.Part("penera", 3)}/kumpulkan"),
        new("kinerja-periksa",      "/Dossiers/Step2Check/Index",       "kasubbag",      w => $"/berkas/{w.Part("bendahara", 2)}/periksa"),
        new("kinerja-input",        "/Dossiers/Step3Input/Index",       "analis",        w => $"/berkas/{w.Part("pelaksanaind", 0)}/input"),
        new("kinerja-input-galat",  "/Dossiers/Step3Input/Index",       "analis",        w => $"/berkas/{w.Part("pelaksanaind", 0)}/input") { Wrongly = [("Realisasi rencana nomor 1, indikator 1", "11 dari 12 laporan")], Press = "Kirim ke atasan langsung" },
        new("kinerja-input-kualitatif", "/Dossiers/Step3Input/Index",   "analis",        w => $"/berkas/{w.Part("kabiddag", 3)}/input"),
        new("kinerja-input-kualitatif-galat", "/Dossiers/Step3Input/Index", "analis",    w => $"/berkas/{w.Part("kabiddag", 3)}/input") { Press = "Kirim ke atasan langsung" },
        new("kinerja-validasi",     "/Dossiers/Step4Validate/Index",    "kabidind",      w => $"/berkas/{w.Part("penyuluhind", 0)}/validasi"),
        new("kinerja-validasi-galat", "/Dossiers/Step4Validate/Index",  "kabidind",      w => $"/berkas/{w.Part("penyuluhind", 0)}/validasi") { Press = "Lanjut ke persetujuan" },
        new("kinerja-validasi-kualitatif", "/Dossiers/Step4Validate/Index", "kadis",     w => $"/berkas/{w.Part("kabiddag", 2)}/validasi"),
        new("kinerja-validasi-terisi", "/Dossiers/Step4Validate/Index", "kadis",         w => $"/berkas/{w.Part("kabidind", 0)}/validasi"),
        new("kinerja-setujui",      "/Dossiers/Step4Validate/Approve",  "kadis",         w => $"/berkas/{w.Part("kabidind", 0)}/validasi/setujui"),
        new("kinerja-setujui-galat", "/Dossiers/Step4Validate/Approve", "kadis",         w => $"/berkas/{w.Part("kabidind", 0)}/validasi/setujui") { Press = "Setujui dan terbitkan dokumen" },
        new("kinerja-tanda-tangan", "/Dossiers/Step5Sign/Index",        "penera",        w => $"/berkas/{w.Part("penera", 0)}/tanda-tangan"),
        new("kinerja-tanda-tangan-kurang", "/Dossiers/Step5Sign/Index", "pelaksanadag",  w => $"/berkas/{w.Part("pelaksanadag", 3)}/tanda-tangan"),
        new("kinerja-keberatan",    "/Dossiers/Step5Sign/Object",       "pelaksanadag",  w => $"/berkas/{w.Part("pelaksanadag", 3)}/tanda-tangan/keberatan"),
        new("kinerja-hasil",        "/Dossiers/Result",                 "penera",        w => $"/berkas/{w.Part("penera", 0)}/hasil"),
        new("kinerja-hasil-kurang", "/Dossiers/Result",                 "penyuluhind",   w => $"/berkas/{w.Part("penyuluhind", 1)}/hasil"),
        new("kinerja-berkas",       "/Dossiers/Details",                "kabidind",      w => $"/berkas/{w.Part("pelaksanaind", 1)}"),
        new("kinerja-berkas-jalan", "/Dossiers/Details",                "pelaksanaind",  w => $"/berkas/{w.Part("pelaksanaind", 0)}"),
        new("gandakan",             "/Dossiers/Step6Duplicate/Index",   "sekretaris",    w => $"/berkas/{w.Dossier("kabiddag")}/gandakan"),
        new("gandakan-galat",       "/Dossiers/Step6Duplicate/Index",   "sekretaris",    w => $"/berkas/{w.Dossier("kabiddag")}/gandakan") { Wrongly = [("Buat salinan untuk", "")], Press = "Buat salinan" },
        new("arsipkan",             "/Dossiers/Step7Archive/Index",     "sekretaris",    w => $"/berkas/{w.Dossier("juru")}/arsipkan"),
        new("arsipkan-galat",       "/Dossiers/Step7Archive/Index",     "sekretaris",    w => $"/berkas/{w.Dossier("juru")}/arsipkan") { Wrongly = [("Nomor boks", "")], Press = "Arsipkan dan tutup berkas" },
        new("arsip",                "/Archives/Index",                  "sekretaris",    _ => "/arsip"),

        new("skp-daftar",           "/Plans/Index",                     "analis",        _ => "/skp"),
        new("skp-atasan",           "/Plans/Index",                     "sekretaris",    _ => "/skp"),
        new("skp-baru",             "/Plans/Create",                    "analis",        w => $"/skp/baru?Periode={w.Period.Id}&Pegawai={w.People["analis2"].PegawaiId}"),
        new("skp",                  "/Plans/Details",                   "kauptd",        w => $"/skp/{w.Plan("kauptd")}"),
        new("skp-setujui",          "/Plans/Details",                   "sekretaris",    w => $"/skp/{w.Plan("kasubbag")}"),
        new("skp-tarik-galat",      "/Plans/Details",                   "kasubbag",      w => $"/skp/{w.Plan("kasubbag")}") { Unfold = "Perlu diubah, atau atasan langsung berganti? Tarik kembali SKP", Wrongly = [("Alasan penarikan", "kurang")], Press = "Tarik kembali SKP" },
        new("skp-susun",            "/Plans/Edit",                      "pppkdag",       w => $"/skp/{w.Plan("pppkdag")}/susun"),
        new("skp-susun-galat",      "/Plans/Edit",                      "pppkdag",       w => $"/skp/{w.Plan("pppkdag")}/susun") { Wrongly = [("Kuantitas kegiatan 1", "banyak")], Press = "Simpan draf" },
        new("skp-kinerja-baru",     "/Plans/Create",                    "sekretaris",    w => $"/skp/baru?Periode={w.Kinerja.Id}"),
        new("skp-kinerja",          "/Plans/Details",                   "kadis",         w => $"/skp/{w.Plan("kabidkop/kinerja")}"),
        new("skp-kinerja-setujui",  "/Plans/Details",                   "sekda",         w => $"/skp/{w.Plan("kadis/kinerja")}"),
        new("skp-rencana",          "/Plans/Rencana",                   "penyuluh",      w => $"/skp/{w.Plan("penyuluh/kinerja")}/rencana"),
        new("skp-rencana-kualitatif", "/Plans/Rencana",                 "kauptd",        w => $"/skp/{w.Plan("kauptd/kinerja")}/rencana"),
        new("skp-rencana-galat",    "/Plans/Rencana",                   "penyuluh",      w => $"/skp/{w.Plan("penyuluh/kinerja")}/rencana") { Wrongly = [("Target indikator 1, utama 1", "")], Press = "Ajukan ke atasan langsung" },
        new("pohon-kinerja",        "/Cascade/Index",                   "kadis",         _ => "/skp/pohon"),
        new("pohon-kinerja-asn",    "/Cascade/Index",                   "pelaksanaind",  _ => "/skp/pohon"),

        new("kemajuan",             "/Reports/Index",                   "kadis",         _ => "/kemajuan"),
        new("kemajuan-hasil",       "/Reports/Results",                 "kadis",         _ => "/kemajuan/hasil"),
        new("kemajuan-kinerja",     "/Reports/Index",                   "kadis",         w => $"/kemajuan?periode={w.Kinerja.Id}&bagian=1"),
        new("kemajuan-hasil-kinerja", "/Reports/Results",               "kadis",         w => $"/kemajuan/hasil?periode={w.Kinerja.Id}&bagian=1"),
        new("sebaran",              "/Reports/Distribution",            "kadis",         w => $"/kemajuan/sebaran?periode={w.Kinerja.Id}&bagian=1"),
        new("sebaran-tim",          "/Reports/Distribution",            "kabiddag",      w => $"/kemajuan/sebaran?periode={w.Kinerja.Id}&bagian=1&tim=saya"),
        new("sebaran-kosong",       "/Reports/Distribution",            "kasubbag",      w => $"/kemajuan/sebaran?periode={w.Kinerja.Id}&bagian=3"),

        new("pegawai-daftar",       "/People/Index",                    "admin",         _ => "/pegawai"),
        new("pegawai",              "/People/Edit",                     "admin",         w => $"/pegawai/{w.People["analis"].PegawaiId}"),
        new("pegawai-jenjang",      "/People/Edit",                     "admin",         w => $"/pegawai/{w.People["penera"].PegawaiId}"),
        new("pegawai-baru",         "/People/Create",                   "admin",         _ => "/pegawai/baru"),
        new("pegawai-baru-galat",   "/People/Create",                   "admin",         _ => "/pegawai/baru") { Wrongly = [("NIP atau NI PPPK", "12345")], Press = "Tambah pegawai" },
        new("unit-daftar",          "/People/Units/Index",              "admin",         _ => "/unit"),
        new("unit",                 "/People/Units/Edit",               "admin",         w => $"/unit/{w.Unit}"),
        new("unit-baru",            "/People/Units/Create",             "admin",         _ => "/unit/baru"),
        new("unit-baru-galat",      "/People/Units/Create",             "admin",         _ => "/unit/baru") { Press = "Tambah unit kerja" },
        new("akun-daftar",          "/People/Accounts/Index",           "admin",         _ => "/akun"),
        new("akun",                 "/People/Accounts/Edit",            "admin",         w => $"/akun/{w.Account}"),
        new("akun-baru",            "/People/Accounts/Create",          "admin",         _ => "/akun/baru"),
        new("akun-baru-galat",      "/People/Accounts/Create",          "admin",         _ => "/akun/baru") { Press = "Buat akun dan kata sandi sementara" },
        new("perubahan",            "/People/Changes",                  "admin",         _ => "/perubahan"),
        new("periode-daftar",       "/Periods/Index",                   "admin",         _ => "/periode"),
        new("periode",              "/Periods/Edit",                    "admin",         w => $"/periode/{w.Period.Id}"),
        new("periode-baru",         "/Periods/Create",                  "admin",         _ => "/periode/baru"),
        new("periode-baru-galat",   "/Periods/Create",                  "admin",         _ => "/periode/baru") { Press = "Tambah periode" },
        new("periode-baru-pp46",    "/Periods/Create",                  "admin",         _ => "/periode/baru") { Wrongly = [("Nama periode", "Tahun 2026 lama"), ("Mulai", "2026-01-01"), ("Selesai", "2026-12-31")], Choose = [("Peraturan penilaian", ScoringMethods.Pp46)], Press = "Tambah periode" },
        new("periode-kinerja",      "/Periods/Edit",                    "admin",         w => $"/periode/{w.Kinerja.Id}"),
        new("keadaan",              "/Periods/Keadaan",                 "analis",        w => $"/periode/keadaan?Periode={w.Kinerja.Id}"),
        new("keadaan-admin",        "/Periods/Keadaan",                 "admin",         w => $"/periode/keadaan?Periode={w.Kinerja.Id}&Cari=sa"),
        new("keadaan-kosong",       "/Periods/Keadaan",                 "admin",         w => $"/periode/keadaan?Periode={w.LastPeriod.Id}"),
        new("keadaan-catat",        "/Periods/Keadaan",                 "analis",        w => $"/periode/keadaan?Periode={w.Kinerja.Id}&Pegawai={w.People["keamanan"].PegawaiId}"),
        new("keadaan-galat",        "/Periods/Keadaan",                 "admin",         w => $"/periode/keadaan?Periode={w.Kinerja.Id}&Pegawai={w.People["keamanan"].PegawaiId}") { Wrongly = [("Mulai", "2026-05-04"), ("Sampai dengan", "2026-04-04")], Press = "Catat keadaan" },
        new("libur",                "/Periods/Holidays",                "admin",         _ => "/periode/libur"),
        new("libur-galat",          "/Periods/Holidays",                "admin",         _ => "/periode/libur") { Press = "Tambah hari libur" },

        new("galat-403",            "/Error",                           "analis",        w => $"/berkas/{w.Dossier("penera")}/periksa") { Status = 403 },
        new("galat-404",            "/Error",                           "analis",        _ => "/berkas/99999999") { Status = 404 },
        new("galat-409",            "/Error",                           "analis",        w => $"/berkas/{w.Dossier("penera")}/kumpulkan") { Status = 409 },
    ];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names { get; } = [.. All.Select(c => c.Nama)];

    /// <summary>Only those about a mistake.</summary>
    public static TheoryData<string> Mistakes { get; } = [.. All.Where(c => c.Press is not null).Select(c => c.Nama)];

    /// <summary>Only those as they come.</summary>
    public static TheoryData<string> AsTheyCome { get; } = [.. All.Where(c => c.Press is null).Select(c => c.Nama)];

    /// <summary>The case of this name.</summary>
    public static PageCase Named(string nama) => All.Single(c => c.Nama == nama);
}
