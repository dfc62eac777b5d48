using SopKinerja.Domain.People;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Ui;

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

    private const string NoNip = "tanpa NIP";

    private static readonly Role[] Offices = [Role.Analis, Role.Kasubbag, Role.Sekretaris, Role.KepalaDinas];

    /// <summary>Of the inspectorate, not of the dinas.</summary>
    public const string Auditor = "Dra. Hj. Mahrita, M.M. (Inspektorat)";

    public static readonly IReadOnlyList<(string Kode, string Nama, string? Induk)> Units =
        [.. SampleSheets.Rows("unit").Select(r => (r["Kode"], r["Nama"], r["Unit di atasnya"].Trimmed()))];

    /// <summary>As the sheets of the demo tell them, in their order: superiors first.</summary>
    public static readonly IReadOnlyList<FictionalPerson> People = ReadPeople();

    private static List<FictionalPerson> ReadPeople()
    {
        var accounts = SampleSheets.Rows("akun").ToDictionary(r => r["Pegawai"]);
        var people = SampleSheets.Rows("pegawai");
        // Whoever has no account is known by the office.
        string UserNameOf(IReadOnlyDictionary<string, string> r) => accounts.TryGetValue(r["NIP"], out var account)
            ? account["Nama pengguna"] : r["Jabatan"].Split(' ')[0].ToLowerInvariant();
        var userNames = people.SelectMany(r => new[] { (Key: r["NIP"], r), (Key: r["Nama"], r) }).Where(p => p.Key != NoNip)
            .ToDictionary(p => p.Key, p => UserNameOf(p.r));
        return [.. people.Select(r => new FictionalPerson(
            UserNameOf(r), r["Nama"], r["NIP"] == NoNip ? null : Nip.Digits(r["NIP"]), r["Golongan"].Trimmed(),
            Enum.Parse<JenisJabatan>(r["Jenis jabatan"].Replace(" ", "", StringComparison.Ordinal), ignoreCase: true),
            r["Unit kerja"].Trimmed(), r["Pejabat penilai"].Trimmed() is { } superior ? userNames[superior] : null, r["Jabatan"],
            [.. accounts.TryGetValue(r["NIP"], out var account) ? Offices.Where(o => account[o.Nama()].Length > 0) : []])
        {
            HasAccount = accounts.ContainsKey(r["NIP"]),
            Jenjang = r["Jenjang"].Trimmed(),
            TmtJabatan = Date(r["TMT jabatan"]),
            Karpeg = r["Karpeg"].Trimmed(),
            TempatLahir = r["Tempat lahir"].Trimmed(),
            TmtPangkat = Date(r["TMT pangkat"]),
            Pak = !Angka.TryParse(r["Angka kredit PAK"], out var ak, out _) ? null
                : new(ak, r["Nomor PAK"], Date(r["Tanggal PAK"])!.Value, Date(r["PAK sampai"])!.Value),
        })];
    }

    private static DateOnly? Date(string cell) => CellDate.TryRead(cell, out var date) ? date : null;
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
}
