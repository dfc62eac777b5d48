using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages;

/// <summary>One thing that a dinas needs before anybody is measured.</summary>
/// <param name="Judul">What to do, as the words of a link.</param>
/// <param name="WhyNot">What is missing and how much of it, as a sentence; null once it is there.</param>
public sealed record ReadinessRow(string Nama, string Judul, string Url, Func<ReadinessFacts, string?> WhyNot)
{
    /// <summary>The one way of signing that needs it; null for every way.</summary>
    public SigningMode? Only { get; init; }

    /// <summary>Where a guide says how; null where the page itself does.</summary>
    public string? Guide { get; init; }

    /// <summary>The kind of spreadsheet that fills it at once (<c>ImportKind.Slug</c>); null where there is none.</summary>
    public string? Import { get; init; }

    /// <summary>In the order in which each needs those before it.</summary>
    public static readonly IReadOnlyList<ReadinessRow> Rows =
    [
        new("Dinas", "Isi setelan dinas", Links.Settings, f => f.WhyNotPrinted),
        new("Unit kerja", "Tambah unit kerja", Links.Units.List, f => f.There.Units == 0 ? "Belum ada unit kerja." : null)
        {
            Import = "unit",
        },
        new("Pegawai", "Tambah pegawai", Links.People.List, f => f.There.People == 0 ? "Belum ada pegawai di unit kerja mana pun." : null)
        {
            Import = "pegawai",
        },
        new("Atasan", "Pilih pejabat penilainya", Links.People.Odd(Kejanggalan.TanpaAtasan),
            f => f.There.People == 0 ? "Belum ada pegawai yang pejabat penilainya dapat dipilih."
                : f.OddOf(Kejanggalan.TanpaAtasan) is > 0 and var some
                    ? $"{Angka.Ringkas(some)} pegawai belum mempunyai pejabat penilai." : null)
        {
            Import = "pegawai",
        },
        new("Akun", "Buat akunnya", Links.People.Odd(Kejanggalan.TanpaAkun),
            f => f.There.People == 0 ? "Belum ada pegawai yang dapat diberi akun."
                : f.OddOf(Kejanggalan.TanpaAkun) is > 0 and var some ? $"{Angka.Ringkas(some)} pegawai belum mempunyai akun." : null)
        {
            Import = "akun",
        },
        new("Slip masuk", "Buat slipnya", Links.Accounts.Slips(),
            f => f.There.Accounts == 0 ? "Belum ada akun pegawai."
                : f.There.WithoutEntry == 0 ? null
                : $"{Angka.Ringkas(f.There.WithoutEntry)} akun belum mempunyai slip masuk yang berlaku."),
        new("Tugas dalam SOP", "Beri tugas pada akunnya", Links.Accounts.List,
            f => f.OfficesMissing is { Count: > 0 } missing ? $"Belum ada akun yang bertugas sebagai {string.Join(", ", missing)}." : null),
        new("Konfirmasi akun", "Lihat daftar akun", Links.Accounts.List, f => f.There.Accounts == 0 ? "Belum ada akun pegawai."
            : f.There.Unconfirmed == 0 ? null
            : $"Pemilik {Angka.Ringkas(f.There.Unconfirmed)} akun belum dikonfirmasi Kasubbag, Sekretaris, atau Kepala Dinas, jadi belum "
                + $"dapat menandatangani.{(f.There.CanConfirm ? "" : " Belum ada yang dapat mengonfirmasi: yang pertama dikonfirmasi "
                + "petugas server dengan perintah confirm-account, sesudah orangnya memilih kata sandinya.")}")
        {
            Guide = Links.Help.GuideOfConfirming,
        },
        new("Hari libur", "Isi hari liburnya", Links.Periods.Holidays(),
            f => f.YearsMissing is { Count: > 0 } missing
                ? $"Hari libur tahun {string.Join(", ", missing)} belum diisi, jadi batas waktu dihitung tanpa libur." : null)
        {
            Import = "libur",
        },
        new("Periode", "Buka periode", Links.Periods.List, f => f.There.OpenPeriods == 0 ? "Belum ada periode yang terbuka."
            : f.There.IsMeasuring ? null
            : f.There.NextBegins is { } begins
                ? $"Belum ada periode terbuka yang memuat hari ini; “{f.There.NextPeriod}” mulai {Tanggal.Tampil(begins)}."
            : "Periode yang terbuka sudah lewat semua; belum ada yang memuat hari ini."),
        new("Otoritas sertifikat", "Buka halaman otoritas", Links.Certificates.Authority,
            f => f.There.HasAuthority ? null : "Dinas belum mempunyai otoritas sertifikat yang berlaku; petugas server membuatnya dengan "
                + "perintah create-ca.")
        {
            Only = SigningMode.Certificate,
        },
    ];
}

/// <param name="WhyNotPrinted">What the forms still need of the settings; null where nothing.</param>
/// <param name="Odd">What is odd in the ties between people, counted (<see cref="Kejanggalan"/>).</param>
public sealed record ReadinessFacts(Readiness There, string? WhyNotPrinted, IReadOnlyDictionary<string, int> Odd)
{
    /// <summary>In two commands.</summary>
    public static async Task<ReadinessFacts> OfAsync(
        SopDbContext db, string? whyNotPrinted, DateTimeOffset now, CancellationToken cancel) =>
        new(await Readiness.OfAsync(db, [.. Access.Confirmations.By.Select(o => o.ToString())], now, cancel), whyNotPrinted,
            await Kejanggalan.CountsAsync(db, cancel));

    public IReadOnlyList<string> OfficesMissing { get; } =
        [.. Roles.Offices.Where(o => !o.StandsAlone() && !There.Offices.Contains($"{o}")).Select(o => o.Nama())];

    public int OddOf(string kode) => Odd.GetValueOrDefault(kode);

    public IReadOnlyList<string> YearsMissing { get; } = [.. There.YearsMeasured.Except(There.YearsWithHolidays).Select(y => $"{y}")];
}
