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
        int periodId, int pegawaiId, JenisKeadaan jenis, DateOnly mulai, DateOnly selesai, string uraian, string? nomorSurat)
    {
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

    public DateOnly Selesai { get; private set; }

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
        && !KeadaanTable.Row(Jenis).MayOverlap && Mulai <= other.Selesai && other.Mulai <= Selesai;

    public string JangkaWaktu => Tanggal.JangkaWaktu(Mulai, Selesai);

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
}

public sealed record KeadaanRow(JenisKeadaan Jenis, string Nama, bool MayExcuse)
{
    /// <summary>Whether two of it may hold at one time.</summary>
    public bool MayOverlap { get; init; }
}

public static class KeadaanTable
{
    public static readonly IReadOnlyList<KeadaanRow> Rows =
    [
        new(JenisKeadaan.PindahJabatan, "Pindah jabatan", MayExcuse: false),
        new(JenisKeadaan.TugasBelajar, "Tugas belajar", MayExcuse: true),
        new(JenisKeadaan.Cuti, "Cuti", MayExcuse: false),
        new(JenisKeadaan.Plt, "Pelaksana tugas (Plt.)", MayExcuse: false) { MayOverlap = true },
    ];

    public static readonly IReadOnlyList<Role> By = [Role.Analis, Role.Administrator];

    public static KeadaanRow Row(JenisKeadaan jenis) => Rows.Single(r => r.Jenis == jenis);
}
