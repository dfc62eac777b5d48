using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.People;

/// <summary>Events of a person within a period, so that the measurement takes it into account (Perka BKN 1/2013, lain-lain; not yet
/// compared).</summary>
public sealed class KeadaanPegawai
{
    private KeadaanPegawai()
    {
    }

    public KeadaanPegawai(
        int periodId, int pegawaiId, JenisKeadaan jenis, DateOnly mulai, DateOnly? selesai, string uraian, string? nomorSurat)
    {
        if (KeadaanTable.Row(jenis).HasEnd != selesai is not null)
        {
            throw new ArgumentException("A state has a last day, unless it is one that does not end.", nameof(selesai));
        }

        PeriodId = periodId;
        PegawaiId = pegawaiId;
        Jenis = jenis;
        Mulai = mulai;
        Selesai = selesai;
        Uraian = uraian;
        NomorSurat = nomorSurat;
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int PegawaiId { get; private set; }

    public Pegawai Pegawai { get; private set; } = null!;

    public JenisKeadaan Jenis { get; private set; }

    public DateOnly Mulai { get; private set; }

    /// <summary>Null for a state that does not end.</summary>
    public DateOnly? Selesai { get; private set; }

    public string Uraian { get; private set; } = "";

    public string? NomorSurat { get; private set; }

    /// <summary>The jenjang of the jabatan fungsional that was left, held in this span; null for anything else than pindah
    /// jabatan.</summary>
    public string? Jenjang { get; init; }

    /// <summary>"Penera (SK 800/12), jenjang Ahli Pertama".</summary>
    public string UraianSurat =>
        $"{Uraian}{(NomorSurat is null ? "" : $" ({NomorSurat})")}{(Jenjang is null ? "" : $", jenjang {Jenjang}")}";

    /// <summary>Whether both say the same of some day of one person.</summary>
    public bool Repeats(KeadaanPegawai other) => PegawaiId == other.PegawaiId && PeriodId == other.PeriodId && Jenis == other.Jenis
        && !KeadaanTable.Row(Jenis).MayOverlap
        && (other.Selesai is not { } their || Mulai <= their) && (Selesai is not { } mine || other.Mulai <= mine);

    /// <summary>Why it cannot be so beside what is recorded already, as a sentence; null where it can.</summary>
    /// <param name="period">Its name, first and last day.</param>
    /// <param name="nip">Of the person; null for an elected official.</param>
    /// <param name="others">Of the same person, in all periods.</param>
    public string? WhyNot(
        (string Nama, DateOnly Mulai, DateOnly Selesai) period, string? nip, IReadOnlyCollection<KeadaanPegawai> others, DateOnly today)
    {
        var row = KeadaanTable.Row(Jenis);
        if (Mulai > period.Selesai || Selesai < period.Mulai)
        {
            return $"Tanggal ini di luar periode {period.Nama} ({Tanggal.JangkaWaktu(period.Mulai, period.Selesai)}). Pilih periode yang "
                + "lain, atau perbaiki tanggalnya.";
        }

        if (row.OnlyPast && Mulai > today)
        {
            return $"{row.Nama} hanya dicatat sesudah terjadi. Tulis tanggal paling lambat hari ini.";
        }

        if (Jenis == JenisKeadaan.Cpns && nip is not null && Nip.Stored(nip).TahunPengangkatan + KeadaanTable.MostYearsCpns < Mulai.Year)
        {
            return $"Menurut NIP-nya orang ini CPNS sejak {Nip.Stored(nip).TahunPengangkatan}, jadi pada tanggal ini sudah bukan CPNS. "
                + "Periksa tanggal dan NIP-nya.";
        }

        return others.FirstOrDefault(Contradicts) is { } other
            ? $"{KeadaanTable.Row(other.Jenis).Nama} {other.JangkaWaktu} sudah tercatat dan tidak dapat bersamaan dengan ini. Hapus dahulu "
                + "catatan itu, lalu catat lagi dengan tanggal yang benar."
            : null;
    }

    private bool Contradicts(KeadaanPegawai other)
    {
        var (mine, their) = (KeadaanTable.Row(Jenis), KeadaanTable.Row(other.Jenis));
        return Jenis == other.Jenis ? false
            : mine.HasEnd && their.HasEnd
            ? ((mine.IsAway && (their.IsAway || their.IsAtWork)) || (mine.IsAtWork && their.IsAway))
                && Mulai <= other.Selesai && other.Mulai <= Selesai
            // Nothing goes on after what does not end; who has left may still die.
            : !mine.HasEnd && !their.HasEnd ? !mine.OnlyPast || other.Mulai > Mulai
            : mine.HasEnd ? other.Mulai <= Selesai : other.Selesai >= Mulai;
    }

    public string JangkaWaktu => Selesai is { } selesai ? Tanggal.JangkaWaktu(Mulai, selesai) : $"sejak {Tanggal.Tampil(Mulai)}";

    /// <summary>Null when the actor may take it down, or strike it out, for that person.</summary>
    public static Refusal? WhyNotRecord(int pegawaiId, Actor actor) =>
        !KeadaanTable.By.Any(actor.Holds)
            ? new(RefusalKind.Forbidden, $"Keadaan pegawai dicatat oleh {string.Join(" atau ", KeadaanTable.By.Select(r => r.Nama()))}.")
            : actor.PegawaiId == pegawaiId
                ? new(RefusalKind.Forbidden, $"Keadaan Anda sendiri dicatat oleh {Role.Analis.Nama()} yang lain atau "
                    + $"{Role.Administrator.Nama()}.")
                : null;
}

public enum JenisKeadaan
{
    PindahJabatan,
    TugasBelajar,
    Cuti,
    Plt,
    CutiDiLuarTanggungan,
    Cpns,
    Dipekerjakan,
    DiberhentikanSementara,
    Pensiun,
    MeninggalDunia,
    PindahInstansi,
    PerjanjianBerakhir,
}

public sealed record KeadaanRow(JenisKeadaan Jenis, string Nama)
{
    /// <summary>False for what holds from its first day on, so that no last one is asked.</summary>
    public bool HasEnd { get; init; } = true;

    /// <summary>Whether it is recorded only after it happened.</summary>
    public bool OnlyPast { get; init; }

    /// <summary>Whether the person does not hold the position meanwhile, so that only one such holds at one time.</summary>
    public bool IsAway { get; init; }

    /// <summary>Whether the person works meanwhile, and so is not away.</summary>
    public bool IsAtWork { get; init; }

    /// <summary>Whether two of it may hold at one time.</summary>
    public bool MayOverlap { get; init; }

    /// <summary>The kind of civil servant that alone can be in it; null for either.</summary>
    public JenisAsn? Hanya { get; init; }

    /// <summary>"tugas belajar", "calon PNS (CPNS)".</summary>
    public string InSentence => char.ToLowerInvariant(Nama[0]) + Nama[1..];

    /// <summary>Null when someone of that kind can be in it.</summary>
    public string? WhyNotFor(JenisAsn jenis) => Hanya is { } only && only != jenis
        ? $"{Nama} hanya untuk {only.ToString().ToUpperInvariant()}, sedangkan orang ini {jenis.ToString().ToUpperInvariant()}. Pilih "
            + "keadaan yang lain."
        : null;
}

/// <remarks>What follows from each stands with the regulation: <see cref="Scoring.ScoringMethod.Akibat"/>.</remarks>
public static class KeadaanTable
{
    public static readonly IReadOnlyList<KeadaanRow> Rows =
    [
        new(JenisKeadaan.PindahJabatan, "Pindah jabatan"),
        new(JenisKeadaan.TugasBelajar, "Tugas belajar") { IsAway = true },
        new(JenisKeadaan.Cuti, "Cuti"),
        new(JenisKeadaan.Plt, "Pelaksana tugas (Plt.)") { MayOverlap = true, IsAtWork = true },
        // PPPK have no such leave (PP 49/2018, not yet compared).
        new(JenisKeadaan.CutiDiLuarTanggungan, "Cuti di luar tanggungan negara") { Hanya = JenisAsn.Pns, IsAway = true },
        new(JenisKeadaan.Cpns, "Calon PNS (CPNS)") { Hanya = JenisAsn.Pns },
        new(JenisKeadaan.Dipekerjakan, "Dipekerjakan atau diperbantukan") { IsAway = true },
        new(JenisKeadaan.DiberhentikanSementara, "Diberhentikan sementara") { IsAway = true },
        new(JenisKeadaan.Pensiun, "Pensiun") { HasEnd = false },
        new(JenisKeadaan.MeninggalDunia, "Meninggal dunia") { HasEnd = false, OnlyPast = true },
        new(JenisKeadaan.PindahInstansi, "Pindah instansi") { HasEnd = false },
        new(JenisKeadaan.PerjanjianBerakhir, "Perjanjian kerja berakhir") { HasEnd = false, Hanya = JenisAsn.Pppk },
    ];

    /// <summary>A masa percobaan takes a year (PP 11/2017 ps. 34, not yet compared); another is left for late decisions.</summary>
    public const int MostYearsCpns = 2;

    public static readonly IReadOnlyList<Role> By = [Role.Analis, Role.Administrator];

    public static KeadaanRow Row(JenisKeadaan jenis) => Rows.Single(r => r.Jenis == jenis);
}
