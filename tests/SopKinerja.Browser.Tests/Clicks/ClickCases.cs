using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Tests.Signing;
using static SopKinerja.Browser.Tests.Clicks.ClickCase;

namespace SopKinerja.Browser.Tests.Clicks;

/// <summary>Every form of the site that does something, in the order in which they are sent; <see cref="ClickCoverageTests"/> sees to
/// "every".</summary>
internal static class ClickCases
{
    private const string Reason = "Diuji dua kali tekan, alasannya cukup panjang.";
    private const string Bukti = "bukti.pdf";

    /// <summary>On dossiers, through all steps.</summary>
    public static readonly IReadOnlyList<ClickCase> Dossiers =
    [
        //  Screen                     Handler      Press                               Adds
        new("buka",                    "OpenAll",   "Buka semua di seluruh dinas…",     "import_rows 1, imports 1") { Url = w => $"/berkas/buka?periode={w.Period.Id}", IsSilent = true },
        new("buka",                    "Open",      "Buka berkas H. Marzuki, S.E.",     "dossiers 1, history 1") { Url = w => $"/berkas/buka?periode={w.Period.Id}" },
        new("kinerja-buka",            "OpenUnit",  "Buka semua di unit ini",           "dossiers 1, history 1") { Url = w => $"/berkas/buka?periode={w.Kinerja.Id}&bagian=3&unit={w.Unit}" },
        new("kumpulkan",               "",          "Simpan",                           "acts 2, evidence_contents 1", ("Diserahkan oleh", "Ahmad Zainuddin"), ("Tambah lampiran", Bukti)),
        new("kumpulkan",               "Remove",    $"Hapus {Bukti}",                   "acts 1, evidence_contents -1"),
        new("kumpulkan-kembali",       "Complete",  "Kirim ke Kasubbag",                "acts 3, dossier_versions 1, evidence_contents 1, history 2", ("Tambah lampiran", Bukti)),
        new("periksa",                 "",          "Simpan",                           "acts 1, history 1", ("Catatan (boleh kosong)", "Lengkap.")),
        new("periksa",                 "Complete",  "Terima dan teruskan ke Analis",    "acts 2, dossier_versions 1, history 1") { TicksAll = true },
        new("periksa",                 "SendBack",  "Kembalikan ke Analis",             "acts 1, dossier_versions 1, history 1", ("Alasan pengembalian", Reason)) { Url = w => $"/berkas/{w.Dossier("penggerak")}/periksa" },
        new("input",                   "",          "Simpan draf",                      "acts 1, history 1", ("Realisasi kuantitas kegiatan nomor 1 ", "1")),
        new("input",                   "SendBack",  "Kembalikan ke pengumpulan",        "acts 1, dossier_versions 1, history 1", ("Alasan pengembalian", Reason)),
        new("input",                   "Complete",  "Kirim ke atasan langsung",         "acts 2, dossier_versions 1, history 1") { Url = w => $"/berkas/{w.Dossier("pelaksanadag")}/input" },
        new("batalkan",                "Cancel",    "Batalkan berkas",                  "acts 1, history 1", ("Alasan pembatalan", Reason)),
        new("validasi",                "Save",      "Hitung dan simpan",                "acts 1, history 1", ("Nilai kualitas kegiatan 1", "85")),
        new("validasi",                "SendBack",  "Kembalikan ke Analis",             "acts 1, dossier_versions 1, history 1", ("Alasan pengembalian", Reason)),
        new("validasi-terisi",         "Continue",  "Lanjut ke persetujuan",            "acts 1"),
        new("setujui",                 "Complete",  "Setujui dan terbitkan dokumen",    "acts 1, document_contents 1, documents 1, dossier_versions 1, history 1", ("Kata sandi akun Anda", Secret)) { Waits = true },
        new("penyerahan",              "Deliver",   "Catat penyerahan hasil",           "acts 1, history 1", ("Catatan penyerahan", "Tanda terima nomor 12.")),
        new("tanda-tangan",            "Complete",  "Nyatakan telah menerima hasil",    "acts 1, document_contents 1, documents 1, dossier_versions 1, history 1", ("Menerima hasil dan tidak berkeberatan: berkas diteruskan sekarang", Yes), ("Kata sandi akun Anda", Secret)),
        new("tanda-tangan",            "Complete",  "Nyatakan telah menerima hasil",    "acts 1, document_contents 1, documents 1, history 1", ("Menerima hasil dan tidak berkeberatan: berkas diteruskan sekarang", Yes), ("Kata sandi akun Anda", Secret)) { User = "bendahara", Url = w => $"/berkas/{w.Waiting["received"]}/tanda-tangan" },
        new("tanda-tangan",            "Complete",  "Nyatakan telah menerima hasil",    "acts 1, document_contents 1, documents 1, history 1", ("Menerima hasil; hak keberatan tetap sampai ", Yes), ("Kata sandi akun Anda", Secret)) { User = "penyuluh", Url = w => $"/berkas/{w.Waiting["reserved"]}/tanda-tangan" },
        new("keberatan",               "Save",      "Simpan konsep",                    "acts 1, evidence_contents 1", ("Alasan keberatan", Reason), ("Bukti (boleh kosong)", Bukti)) { User = "kabidind", Url = Keberatan },
        new("keberatan",               "Remove",    $"Hapus {Bukti}",                   "acts 1, evidence_contents -1") { User = "kabidind", Url = Keberatan },
        new("keberatan",               "Object",    "Kirim keberatan",                  "acts 2, evidence_contents 1, history 1", ("Alasan keberatan", Reason), ("Bukti (boleh kosong)", Bukti)) { User = "kabidind", Url = Keberatan },
        new("tarik-keberatan",         "Withdraw",  "Tarik kembali keberatan",          "acts 1, history 1", ("Alasan penarikan", Reason)) { User = "kabidind", Url = w => $"/berkas/{w.Dossier("kabidind")}/tanda-tangan/tarik-keberatan" },
        new("tanggapan",               "Complete",  "Kirim tanggapan",                  "acts 1, history 1", ("Tanggapan atas keberatan", Reason)),
        new("keputusan",               "Continue",  "Lanjut ke pemeriksaan",            "acts 1, history 1", ("Hasil tetap: keberatan tidak mengubah hasil", Yes), ("Pertimbangan keputusan", Reason)),
        new("keputusan-tetapkan",      "Complete",  "Tetapkan keputusan",               "acts 1, document_contents 1, documents 1, history 1", ("Kata sandi akun Anda", Secret)),
        new("pengesahan",              "SendBack",  "Kembalikan ke atasan langsung",    "acts 1, dossier_versions 1, history 1", ("Alasan pengembalian", Reason)),
        new("pengesahan",              "Complete",  "Sahkan dokumen",                   "acts 1, document_contents 1, documents 1, dossier_versions 1, history 1", ("Kata sandi akun Anda", Secret)) { Url = w => $"/berkas/{w.Waiting["received"]}/pengesahan" },
        new("masa-keberatan",          "Complete",  "Nyatakan tidak berkeberatan",      "acts 1, dossier_versions 1, history 1"),
        new("penetapan",               "SendBack",  "Kembalikan ke ASN yang dinilai",   "acts 1, history 1", ("Alasan pengembalian", Reason)),
        new("bersedia",                "Reconsider", "Bersedia menandatangani",         "acts 1, history 1"),
        new("usulkan-penetapan",       "Propose",   "Usulkan penetapan",                "acts 1, evidence_contents 1, history 1", ("Meninggal dunia", Yes), ("Tanggal kejadian", "2026-11-02"), ("Penjelasan", Reason), ("Bukti", Bukti)) { Url = w => $"/berkas/{w.Dossier("penggerak/2025")}/usulkan-penetapan" },
        new("penetapan",               "Complete",  "Tetapkan hasil",                   "acts 1, document_contents 1, documents 1, dossier_versions 1, history 1", ("Kata sandi akun Anda", Secret)),
        new("gandakan",                "Copy",      "Buat salinan",                     "acts 1, copies 1, history 1", ("Buat salinan untuk", "Arsip dinas")) { Waits = true },
        new("gandakan",                "Complete",  "Selesai menggandakan",             "acts 1, dossier_versions 1, history 1"),
        new("pindaian",                "",          "Unggah pindaian",                  "acts 1, history 1, scan_contents 1, scans 1", ("Pindaian", Scanned)) { TicksAll = true, IsSilent = true },
        new("gandakan",                "Scan",      "Unggah pindaian",                  "acts 1, scan_contents 1, scans 1", ("Pindaian", ScannedAgain)) { TicksAll = true, Url = w => $"/berkas/{w.Waiting["inInk"]}/gandakan" },
        new("arsipkan",                "Complete",  "Arsipkan dan tutup berkas",        "acts 2, history 1", ("Nomor boks", "BOX-1"), ("Folder", "F-1")),
    ];

    /// <summary>On people, accounts, periods, certificates and SKP.</summary>
    public static readonly IReadOnlyList<ClickCase> Office =
    [
        new("pegawai-baru",            "",          "Tambah pegawai",                   "changes 1, pegawai 1", ("Nama lengkap dengan gelar", "Budi Santoso, S.E."), ("NIP atau NI PPPK", "199001012015011001"), ("Golongan", "III/b"), ("Jabatan", "Pengelola Data"), ("Jenis jabatan", "Pelaksana"), ("Unit kerja", "Bidang Perdagangan"), ("Pejabat penilai (atasan langsung)", "Dra. Hj. Masniah, Kepala Bidang Perdagangan")),
        new("pegawai",                 "",          "Simpan perubahan",                 "changes 1", ("Jabatan", "Analis Kinerja")),
        new("unit-baru",               "",          "Tambah unit kerja",                "changes 1, unit_kerja 1", ("Kode", "METRO"), ("Nama unit kerja", "UPTD Metrologi"), ("Unit di atasnya", "Bidang Perdagangan")),
        new("unit",                    "",          "Simpan perubahan",                 "changes 1", ("Nama unit kerja", "Subbagian Perencanaan")),
        new("unit-pindah",             "",          "Pindahkan beserta isinya",         "changes 1", ("Ganti juga pejabat penilai kepalanya menjadi Dra. Hj. Masniah", No)),
        new("penugasan",               "",          "Catat penugasan",                  "changes 1, penugasan 1", ("Jenis penugasan", "Plt"), ("Pejabat yang digantikan", "Hairul Anwar, S.T., M.T."), ("Pelaksana", "Dra. Hj. Masniah"), ("Nomor surat penugasan", "800/12"), ("Tanggal surat", "2026-11-23"), ("Mulai", "2026-11-23"), ("Sampai dengan (boleh kosong)", "2026-11-30"), ("Alasan", "Cuti tahunan")),
        new("penugasan",               "End",       "Akhiri sekarang : Dra. Hj. Masniah, Plt. Kepala Bidang Perindustrian", "changes 1"),
        new("data-saya",               "",          "Kirim kepada administrator",       "changes 1, corrections 1", ("Yang salah", "Tempat lahir saya."), ("Yang benar", "Barabai.")),
        new("pembetulan",              "",          "Kirim jawaban",                    "changes 1", ("Dibetulkan", Yes), ("Apa yang Anda ubah, atau mengapa tidak", "Sudah diubah.")),
        new("setelan",                 "",          "Simpan setelan",                   "changes 1, setting_changes 1", ("Kode klasifikasi arsip", "800.1.4.5")),
        new("impor",                   "",          "Periksa berkas",                   "import_rows 1, imports 1", ("Atau sel yang disalin dari Excel, dengan kepala kolomnya", "Tanggal;Nama\n2 Januari 2098;Libur impor")) { Url = _ => "/impor?jenis=libur", IsSilent = true },
        new("impor-periksa",           "Columns",   "Periksa lagi dengan kolom ini",    "import_heads 1", ("Kolom H: Nomor kartu", "Karpeg")),
        new("impor-periksa",           "Store",     "Simpan semua",                     "changes 1, holidays 1") { Url = w => $"/impor/{w.ImportToStore}" },
        new("impor-periksa",           "Cancel",    "Batalkan",                         "") { Url = w => $"/impor/{w.ImportToCancel}" },
        new("akun-baru",               "",          "Buat akun dan slip masuk", "accounts 1, changes 2, entry_batches 1", ("Nama pengguna", "akhmad.fauzan")) { Url = w => $"/akun/baru?pegawai={w.Bupati}" },
        new("akun",                    "EndSessions", "Akhiri semua sesi",              "changes 1") { Url = w => $"/akun/{w.AccountOf("kauptd")}" },
        new("akun",                    "",          "Simpan perubahan",                 "changes 1", ("Sekretaris", Yes)) { Url = w => $"/akun/{w.AccountOf("pelaksanakop")}" },
        new("akun",                    "Slip",      "Buat slip masuk",                "changes 1, entry_batches 1") { Url = w => $"/akun/{w.AccountOf("pelaksanakop")}", Waits = true },
        new("akun",                    "",          "Simpan perubahan",                 "changes 1", ("Akun dapat dipakai untuk masuk", No)) { Url = w => $"/akun/{w.AccountOf("pelaksanakop")}" },
        new("slip",                    "",          "Buat slip untuk yang dicentang",   "changes 1, entry_batches 1") { Url = _ => "/akun/slip" },
        new("slip-cetak",              "",          "Sudah tercetak, hapus kodenya dari server", ""),
        new("konfirmasi-daftar",       "",          "Konfirmasi",                       "changes 1", ("Siapa yang berdiri di depan Anda?", "Fitriani, S.T."), ("Kode di layarnya", "ABCD-EFGH-JKMN")),
        new("periode-baru",            "",          "Tambah periode",                   "changes 1, periods 1", ("Nama periode", "Tahun 2019"), ("Mulai", "2019-01-01"), ("Selesai", "2019-12-31"), ("Peraturan penilaian", ScoringMethods.Pp46)),
        new("periode-kinerja",         "",          "Simpan perubahan",                 "changes 1", ("Dokumen disahkan atasan pejabat penilai", Yes)),
        new("libur",                   "",          "Tambah hari libur",                "changes 1, holidays 1", ("Tanggal", "2026-03-03"), ("Nama hari libur", "Libur uji")),
        new("libur",                   "Remove",    "Hapus 3 Maret 2026",               "changes 1, holidays -1"),
        new("keadaan-catat",           "",          "Catat keadaan",                    "changes 1, keadaan_pegawai 1", ("Keadaan", "Cuti"), ("Mulai", "2026-03-02"), ("Sampai dengan", "2026-03-31"), ("Uraian", "Cuti besar")),
        new("keadaan-catat",           "Remove",    "Hapus Raden Mas Muhammad Abdurrahman Wahid Kusumaningrat, S.I.P., M.Si., 2 Maret s.d. 31 Maret 2026", "changes 1, keadaan_pegawai -1"),

        new("sertifikat-minta",        "",          "Minta sertifikat",                 "changes 1, signing_certificates 1", ("Frasa sandi tanda tangan", "hutan meratus hijau"), ("Ulangi frasa sandi", "hutan meratus hijau"), ("Kata sandi akun Anda", Secret)),
        new("sertifikat-saya-menunggu", "Withdraw", "Tarik permintaan",                 "changes 1") { User = "keamanan" },
        new("sertifikat",              "",          "Terbitkan yang dicentang",         "changes 1", ("Terbitkan untuk Supian Noor", Yes), ("Frasa sandi otoritas", SiteCertificates.OfAuthority)),
        new("sertifikat-tolak",        "",          "Tolak permintaan",                 "changes 1", ("Alasan penolakan", Reason)),
        new("sertifikat-cabut",        "",          "Cabut sertifikat",                 "changes 1, signing_lists 1", ("Frasa sandi mungkin diketahui orang lain", Yes), ("Sejak kapan orang lain mungkin mengetahuinya?", "2026-11-23"), ("Catatan", "Dilaporkan lewat telepon."), ("Frasa sandi otoritas", SiteCertificates.OfAuthority)) { Url = w => $"/sertifikat/{w.OtherCertificate}/cabut" },
        new("sertifikat-otoritas",     "",          "Terbitkan daftar pencabutan",      "changes 1, signing_lists 1", ("Frasa sandi otoritas", SiteCertificates.OfAuthority)),
        new("sertifikat-otoritas-frasa", "",        "Ganti frasa sandi",                "changes 1", ("Frasa sandi otoritas", SiteCertificates.OfAuthority), ("Frasa sandi baru", "pasar terapung lok baintan"), ("Ulangi frasa sandi baru", "pasar terapung lok baintan")),
        new("sertifikat-frasa",        "",          "Ganti frasa sandi",                "changes 1", ("Frasa sandi sekarang", SiteCertificates.OfPerson), ("Frasa sandi baru", "gunung halau halau"), ("Ulangi frasa sandi baru", "gunung halau halau")),
        new("sertifikat-cabut-saya",   "",          "Cabut sertifikat saya",            "changes 1", ("Frasa sandi terlupa", Yes), ("Kata sandi akun Anda", Secret), ("Saya mengerti bahwa pencabutan ini tidak dapat dibatalkan", Yes)),

        new("skp-kinerja-baru",        "",          "Buat SKP",                         "plan_history 1, plans 1", ("Kualitatif: ukuran keberhasilan setiap hasil kerja diuraikan dalam kalimat", Yes)),
        new("skp-daftar",              "Copy",      "Salin SKP periode sebelumnya…",    "import_rows 2, imports 1") { Url = w => $"/skp?periode={w.Kinerja.Id}&unit={w.Units["DAG"]}", IsSilent = true },
        new("skp-tarik-galat",         "Withdraw",  "Tarik kembali SKP",                "plan_history 1", ("Alasan penarikan", Reason)),
        new("skp-susun",               "Save",      "Simpan draf",                      "plan_history 1", ("Kuantitas kegiatan 1", "7")),
        new("skp-susun",               "Propose",   "Ajukan ke atasan langsung",        "plan_history 1"),
        new("skp-setujui",             "Agree",     "Setujui SKP",                      "plan_history 1", ("Saya sudah membaca semua target di atas dan menyetujuinya", Yes), ("Alasan baru disetujui sekarang", Reason)) { User = "kabiddag", Url = w => $"/skp/{w.Plan("analisdag")}" },
        new("skp-setujui",             "Revise",    "Buka untuk direvisi",              "plan_history 1, plan_versions 1", ("Alasan revisi", Reason)) { User = "kabiddag", Url = w => $"/skp/{w.Plan("analisdag")}" },
        new("skp-kinerja",             "Return",    "Kembalikan SKP",                   "plan_history 1", ("Alasan pengembalian", Reason)),
        new("skp-kinerja",             "Cancel",    "Batalkan SKP",                     "plan_history 1", ("Alasan pembatalan", Reason)) { User = "analis" },
        new("skp-rencana",             "Save",      "Simpan draf",                      "plan_history 1", ("Rencana hasil kerja utama 1", "Terperiksanya semua koperasi binaan")),
        new("skp-rencana",             "Propose",   "Ajukan ke atasan langsung",        "plan_history 1"),
        new("buku-catatan",            "Note",      "Catat",                            "plan_notes 1", ("Tanggal", "2026-11-20"), ("Uraian", "Menyelesaikan tera ulang sendirian.")),
        new("capaian-tetapkan",        "",          "Tetapkan capaian",                 "capaian_unit 1", ("Baik", Yes), ("Sumber", "Laporan kinerja 2026, nomor 700/12"), ("Tanggal sumber", "2026-11-20")),
        new("skp-akhiri",              "Leave",     "Akhiri SKP",                       "plan_history 1", ("Hari terakhir pada jabatan ini", "2026-12-15"), ("Jabatan yang ditinggalkan", "Kepala UPTD Metrologi"), ("Unit kerja pada jabatan itu", "UPTD Metrologi"), ("Pejabat penilai pada jabatan itu", "Hj. Nurlaila Hasanah, S.P., M.P."), ("Nomor surat pemindahan", "800/31")),
        new("skp-akhiri",              "Stay",      "Batalkan pengakhiran",             "plan_history 1", ("Alasan pembatalan", Reason)),
        new("serah-terima",            "",          "Catat serah terima",               "acts 2, changes 6, history 2, penugasan 1, plan_history 2", ("Sebab", "Pensiun"), ("Nomor surat", "800/77"), ("Tanggal surat", "2026-11-23"), ("Penerus", "Dra. Hj. Masniah")) { Url = w => $"/pegawai/{w.People["kauptd"].PegawaiId}/serah-terima" },

        new("sesi-saya",               "End",       "Akhiri Firefox di Linux, 192.0.2.7", ""),
        new("sesi-saya",               "EndOthers", "Akhiri semua yang lain",           ""),
        new("kata-sandi",              "",          "Ganti kata sandi",                 "changes 1", ("Kata sandi sekarang", Secret), ("Kata sandi baru", "sungai-pitap-di-balangan-9"), ("Ulangi kata sandi baru", "sungai-pitap-di-balangan-9")) { User = "pelaksanadag" },
        new("kode-pemulihan",          "",          "Buat kode pemulihan baru",         "account_tokens 1, changes 1", ("Kata sandi akun Anda", Secret)) { IsToldOnce = true },
        new("setel-ulang-kode",        "",          "Setel ulang kode sekali pakai",    "account_tokens -1, changes 1", ("Alasan", Reason)),
        new("keluar",                  "",          "Keluar",                           "") { User = "arsiparis", IsSilent = true },
        new("masuk",                   "",          "Masuk",                            "", ("Nama pengguna", "arsiparis"), ("Kata sandi", Secret)) { IsSilent = true },
    ];

    /// <summary>Forms that no case sends, by page and handler, and why.</summary>
    public static readonly IReadOnlyDictionary<(string Page, string Handler), string> Exceptions = new Dictionary<(string, string), string>
    {
        [("/Authenticity/Index", "")] = "leads to what is there; does nothing",
        [("/Authenticity/Index", "File")] = "only reads a document",
        [("/Dossiers/Index", "")] = "a search",
        [("/Archives/Index", "")] = "a search",
        [("/People/Index", "")] = "a search",
        [("/Dossiers/Step3Input/Index", "Calculate")] = "shows the page once more and keeps nothing",
        [("/Dossiers/Step3Input/Index", "Fill")] = "shows the page once more and keeps nothing",
        [("/Dossiers/Step4Validate/Index", "Fill")] = "shows the page once more and keeps nothing",
        [("/Dossiers/Step2Check/Index", "TickAll")] = "shows the page once more and keeps nothing",
        [("/Index", "CompleteAll")] = "needs several dossiers that are ready at once; TogetherTests sends it twice",
        [("/Plans/Pp46/Edit", "More")] = "shows the page once more and keeps nothing",
        [("/Plans/PermenPanRb6/Rencana", "More")] = "shows the page once more and keeps nothing",
        [("/Plans/PermenPanRb6/Rencana", "Switch")] = "shows the page once more and keeps nothing",
        [("/Dossiers/Undecided", "HandIn")] = "asks for the service of BSrE, which is off here; BsreTests",
        [("/Dossiers/Release", "Release")] = "asks for the service of BSrE, which is off here; BsreTests",
        [("/Dossiers/Release", "Accept")] = "asks for the service of BSrE, which is off here; BsreOwnerTests",
        [("/Dossiers/Undecided", "NotSigned")] = "asks for the service of BSrE, which is off here; BsreTests",
        [("/Account/Code", "")] = "a code opens once, so the second sending is refused; SecondFactorTests",
        [("/Account/Codes/Index", "")] = "asks for a code of the key that it shows; SecondFactorTests sends it twice",
        [("/Account/Codes/Index", "Read")] = "only forgets a notice that was read; SecondFactorTests",
        [("/Account/Codes/SwitchOff", "")] = "asks for a code that was not used; SecondFactorTests sends it twice",
        [("/Account/Confirmation", "")] = "asks for the passphrase of a certificate, whose wrong ones are counted; ConfirmationTests",
        [("/Account/Bsre/Index", "")] = "asks for the service of BSrE, which is off here; BsreTests",
        [("/Account/Bsre/Index", "Forget")] = "asks for the service of BSrE, which is off here; BsreTests",
        [("/Account/Bsre/Index", "Code")] = "asks for the service of BSrE, which is off here; BsreOwnerTests",
        [("/Account/Bsre/Index", "Check")] = "asks for the service of BSrE, which is off here; BsreTests",
    };

    private static string Keberatan(ClickedWorld world) => $"/berkas/{world.Dossier("kabidind")}/tanda-tangan/keberatan";
}
