using SopKinerja.Domain.People;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Seeding;

/// <summary>People, units and offices of a dinas that does not exist. Numbers are well-formed and invented.</summary>
public static class FictionalDinas
{
    public const string Pemerintah = "Pemerintah Kabupaten Balangan";

    public static readonly IReadOnlyList<(SettingRow Row, string Value)> Settings =
    [
        (SettingTable.Nama, "Dinas Koperasi, Usaha Kecil dan Menengah, Perindustrian dan Perdagangan"),
        (SettingTable.NamaPendek, "DKUKMPP"),
        (SettingTable.Pemerintah, Pemerintah),
        (SettingTable.Alamat, "Jl. Ahmad Yani Km 4,5 Kel. Batu Piring Kec. Paringin Selatan Kode Pos 71662"),
        (SettingTable.Tempat, "Paringin"),
    ];

    /// <summary>Of the inspectorate, not of the dinas.</summary>
    public const string Auditor = "Dra. Hj. Mahrita, M.M. (Inspektorat)";

    public static readonly IReadOnlyList<(string Kode, string Nama, string? Induk)> Units =
    [
        ("DINAS", "Dinas Koperasi, Usaha Kecil dan Menengah, Perindustrian dan Perdagangan", null),
        ("SEKRE", "Sekretariat", "DINAS"),
        ("PEP", "Subbagian Perencanaan dan Pelaporan", "SEKRE"),
        ("UMPEG", "Subbagian Umum dan Kepegawaian", "SEKRE"),
        ("KOP", "Bidang Koperasi dan Usaha Kecil Menengah", "DINAS"),
        ("IND", "Bidang Perindustrian", "DINAS"),
        ("DAG", "Bidang Perdagangan", "DINAS"),
        ("PASAR", "UPTD Pengelolaan Pasar", "DINAS"),
    ];

    public static readonly IReadOnlyList<FictionalPerson> People =
    [
        //   Nama pengguna   Nama                                NIP                   Golongan  Jenis jabatan                   Unit     
        // Atasan       Jabatan dan jabatan dalam SOP
        new("bupati",        "H. Akhmad Fauzan, S.H.",           null,                 null,     JenisJabatan.PimpinanTinggi,    null,     null,        "Bupati Balangan", HasAccount: false),
        new("sekda",         "Drs. H. Sutikno Wardana, M.Si.",   "196808171990031004", "IV/d",   JenisJabatan.PimpinanTinggi,    null,     "bupati",    "Sekretaris Daerah Kabupaten Balangan"),
        new("kadis",         "Hj. Nurlaila Hasanah, S.P., M.P.", "197003121995032001", "IV/c",   JenisJabatan.PimpinanTinggi,    "DINAS",  "sekda",     "Kepala Dinas", Role.KepalaDinas),
        new("sekretaris",    "Gusti Rahmadi, S.Sos., M.A.P.",    "197209252000031003", "IV/b",   JenisJabatan.Administrator,     "SEKRE",  "kadis",     "Sekretaris Dinas", Role.Sekretaris),
        new("kasubbag",      "Rina Marlina, S.E.",               "198004142005012007", "III/d",  JenisJabatan.Pengawas,          "PEP",    "sekretaris", "Kepala Subbagian Perencanaan dan Pelaporan", Role.Kasubbag),
        new("kasubbag2",     "Muhammad Yasin, S.A.P.",           "197911022006041010", "III/d",  JenisJabatan.Pengawas,          "UMPEG",  "sekretaris", "Kepala Subbagian Umum dan Kepegawaian", Role.Kasubbag, Role.Sekretaris),
        new("analis",        "Dewi Safitri, S.Kom.",             "199106082019032012", "III/b",  JenisJabatan.Pelaksana,         "PEP",    "kasubbag",  "Analis Monitoring, Evaluasi dan Pelaporan", Role.Analis),
        new("analis2",       "Rizky Pratama, A.Md.",             "199412202020121006", "II/d",   JenisJabatan.Pelaksana,         "PEP",    "kasubbag",  "Pengelola Data Kinerja", Role.Analis),
        new("bendahara",     "Siti Aisyah, S.E.",                "198807192010012015", "III/c",  JenisJabatan.Pelaksana,         "UMPEG",  "kasubbag2", "Bendahara Pengeluaran"),
        new("arsiparis",     "Noor Hidayah, A.Md.",              "199301152021122008", "II/c",   JenisJabatan.Fungsional,        "UMPEG",  "kasubbag2", "Arsiparis Terampil") { Jenjang = "Terampil", TmtJabatan = new(2021, 12, 1) },
        new("kabidkop",      "Ir. Bambang Suryadi, M.M.",        "197105071998031005", "IV/a",   JenisJabatan.Administrator,     "KOP",    "kadis",     "Kepala Bidang Koperasi dan Usaha Kecil Menengah"),
        new("penyuluh",      "Lailatul Qadriah, S.P.",           "198910302015032004", "III/c",  JenisJabatan.Fungsional,        "KOP",    "kabidkop",  "Pengawas Koperasi Ahli Muda") { Jenjang = "Ahli Muda", TmtJabatan = new(2023, 4, 1), Pak = new(62.5m, "800.1.4.5/9/2026", new(2026, 1, 15), new(2025, 12, 31)) },
        new("pelaksanakop",  "Ahmad Zainuddin",                  "198512012010011021", "II/c",   JenisJabatan.Pelaksana,         "KOP",    "kabidkop",  "Pengadministrasi Koperasi"),
        new("penggerak",     "Maya Anggraini, S.E.",             "199006032025032009", "III/a",  JenisJabatan.Fungsional,        "KOP",    "kabidkop",  "Penggerak Swadaya Masyarakat Ahli Pertama") { Jenjang = "Ahli Pertama", TmtJabatan = new(2025, 12, 1) },
        new("pppkkop",       "Nadia Rahmah, S.E.",               "199305172024212011", "IX",     JenisJabatan.Fungsional,        "KOP",    "kabidkop",  "Pengawas Koperasi Ahli Pertama") { Jenjang = "Ahli Pertama", TmtJabatan = new(2024, 4, 1) },
        new("kabidind",      "Hairul Anwar, S.T., M.T.",         "197610182003121004", "IV/a",   JenisJabatan.Administrator,     "IND",    "kadis",     "Kepala Bidang Perindustrian"),
        new("penyuluhind",   "Fitriani, S.T.",                   "198703212011012013", "III/d",  JenisJabatan.Fungsional,        "IND",    "kabidind",  "Penyuluh Perindustrian dan Perdagangan Ahli Muda") { Jenjang = "Ahli Muda", TmtJabatan = new(2022, 1, 3) },
        new("pelaksanaind",  "Andi Saputra, A.Md.",              "199508092022031007", "II/c",   JenisJabatan.Pelaksana,         "IND",    "kabidind",  "Pengelola Data Industri"),
        new("kabiddag",      "Dra. Hj. Masniah",                 "196911231994032006", "IV/b",   JenisJabatan.Administrator,     "DAG",    "kadis",     "Kepala Bidang Perdagangan"),
        new("penera",        "Eko Prasetyo, S.Si.",              "198602142009031011", "III/d",  JenisJabatan.Fungsional,        "DAG",    "kabiddag",  "Penera Ahli Muda") { Jenjang = "Ahli Muda", TmtJabatan = new(2026, 4, 1), Karpeg = "P 314159", TempatLahir = "Barabai", TmtPangkat = new(2024, 10, 1), Pak = new(150.25m, "800.1.4.5/12/2026", new(2026, 1, 15), new(2025, 12, 31)) },
        new("pelaksanadag",  "Rusmini",                          "198309172012122002", "II/d",   JenisJabatan.Pelaksana,         "DAG",    "kabiddag",  "Pengelola Sarana Perdagangan"),
        new("analisdag",     "Syahrul Ramadhan, S.E.",           "199202112024121017", "III/a",  JenisJabatan.Fungsional,        "DAG",    "kabiddag",  "Analis Perdagangan Ahli Pertama") { Jenjang = "Ahli Pertama", TmtJabatan = new(2024, 12, 1) },
        new("kauptd",        "H. Marzuki, S.E.",                 "197401052001121003", "III/d",  JenisJabatan.Pengawas,          "PASAR",  "kadis",     "Kepala UPTD Pengelolaan Pasar"),
        new("juru",          "Supian Noor",                      "198711282014021004", "II/b",   JenisJabatan.Pelaksana,         "PASAR",  "kauptd",    "Juru Pungut Retribusi"),
        new("keamanan",      "Raden Mas Muhammad Abdurrahman Wahid Kusumaningrat, S.I.P., M.Si.", "198806062012121003", "III/a", JenisJabatan.Pelaksana, "PASAR", "kauptd", "Pengelola Keamanan dan Ketertiban"),
    ];
}

public sealed record FictionalPerson(
    string UserName, string Nama, string? Nip, string? Golongan, JenisJabatan JenisJabatan, string? Unit, string? Atasan, string Jabatan,
    params Role[] Offices)
{
    public bool HasAccount { get; init; } = true;

    public string? Jenjang { get; init; }

    public DateOnly? TmtJabatan { get; init; }

    public string? Karpeg { get; init; }

    public string? TempatLahir { get; init; }

    public DateOnly? TmtPangkat { get; init; }

    public PakTerakhir? Pak { get; init; }

    public FictionalPerson(
        string userName, string nama, string? nip, string? golongan, JenisJabatan jenisJabatan, string? unit, string? atasan,
        string jabatan, bool HasAccount)
        : this(userName, nama, nip, golongan, jenisJabatan, unit, atasan, jabatan) => this.HasAccount = HasAccount;
}
