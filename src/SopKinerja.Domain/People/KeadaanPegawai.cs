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
        new(JenisKeadaan.TugasBelajar, "Tugas belajar"),
        new(JenisKeadaan.Cuti, "Cuti"),
        new(JenisKeadaan.Plt, "Pelaksana tugas (Plt.)") { MayOverlap = true },
        // PPPK have no such leave (PP 49/2018, not yet compared).
        new(JenisKeadaan.CutiDiLuarTanggungan, "Cuti di luar tanggungan negara") { Hanya = JenisAsn.Pns },
        new(JenisKeadaan.Cpns, "Calon PNS (CPNS)") { Hanya = JenisAsn.Pns },
        new(JenisKeadaan.Dipekerjakan, "Dipekerjakan atau diperbantukan"),
        new(JenisKeadaan.DiberhentikanSementara, "Diberhentikan sementara"),
        new(JenisKeadaan.Pensiun, "Pensiun") { HasEnd = false },
        new(JenisKeadaan.MeninggalDunia, "Meninggal dunia") { HasEnd = false },
        new(JenisKeadaan.PindahInstansi, "Pindah instansi") { HasEnd = false },
        new(JenisKeadaan.PerjanjianBerakhir, "Perjanjian kerja berakhir") { HasEnd = false, Hanya = JenisAsn.Pppk },
    ];

    public static readonly IReadOnlyList<Role> By = [Role.Analis, Role.Administrator];

    public static KeadaanRow Row(JenisKeadaan jenis) => Rows.Single(r => r.Jenis == jenis);
}
