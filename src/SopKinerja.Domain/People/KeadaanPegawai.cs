using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.People;

/// <summary>What befell a person within a period, so that the measurement takes it into account (Perka BKN 1/2013, lain-lain; not yet compared).</summary>
public sealed class KeadaanPegawai
{
    private KeadaanPegawai()
    {
    }

    /// <summary>A new entry.</summary>
    public KeadaanPegawai(int periodId, int pegawaiId, JenisKeadaan jenis, DateOnly mulai, DateOnly selesai, string uraian, string? nomorSurat)
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

    /// <summary>The last day.</summary>
    public DateOnly Selesai { get; private set; }

    /// <summary>The position left or acted in, the study, the kind of leave.</summary>
    public string Uraian { get; private set; } = "";

    /// <summary>Number of the decree.</summary>
    public string? NomorSurat { get; private set; }

    /// <summary>"Plt. Kepala Seksi Usaha Mikro, SK 800/12".</summary>
    public string UraianSurat => NomorSurat is null ? Uraian : $"{Uraian} ({NomorSurat})";

    /// <summary>"1 Maret s.d. 31 Mei 2026".</summary>
    public string JangkaWaktu => Tanggal.JangkaWaktu(Mulai, Selesai);

    /// <summary>Null when the actor may take it down, or strike it out, for that person.</summary>
    public static Refusal? WhyNotRecord(int pegawaiId, Actor actor) =>
        !KeadaanTable.By.Any(actor.Holds)
            ? new(RefusalKind.Forbidden, $"Keadaan pegawai dicatat oleh {string.Join(" atau ", KeadaanTable.By.Select(r => r.Nama()))}.")
            : actor.PegawaiId == pegawaiId
                ? new(RefusalKind.Forbidden, $"Keadaan Anda sendiri dicatat oleh {Role.Analis.Nama()} yang lain atau {Role.Administrator.Nama()}.")
                : null;
}

/// <summary>What can befall somebody within a period.</summary>
public enum JenisKeadaan
{
    PindahJabatan,
    TugasBelajar,
    Cuti,
    Plt,
}

/// <summary>One kind, with what follows from it.</summary>
/// <param name="Jenis">Which.</param>
/// <param name="Nama">On the screen.</param>
/// <param name="MayExcuse">Whether a whole period of it means that there is no SKP.</param>
public sealed record KeadaanRow(JenisKeadaan Jenis, string Nama, bool MayExcuse);

/// <summary>The kinds, row by row, and who keeps them.</summary>
public static class KeadaanTable
{
    public static readonly IReadOnlyList<KeadaanRow> Rows =
    [
        new(JenisKeadaan.PindahJabatan, "Pindah jabatan", MayExcuse: false),
        new(JenisKeadaan.TugasBelajar, "Tugas belajar", MayExcuse: true),
        new(JenisKeadaan.Cuti, "Cuti", MayExcuse: false),
        new(JenisKeadaan.Plt, "Pelaksana tugas (Plt.)", MayExcuse: false),
    ];

    /// <summary>The offices that take it down.</summary>
    public static readonly IReadOnlyList<Role> By = [Role.Analis, Role.Administrator];

    /// <summary>The row of a kind.</summary>
    public static KeadaanRow Row(JenisKeadaan jenis) => Rows.Single(r => r.Jenis == jenis);
}
