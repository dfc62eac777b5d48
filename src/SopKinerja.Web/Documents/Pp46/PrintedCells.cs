using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Documents.Pp46;

internal static class PrintedCells
{
    /// <summary>AK, kuantitas, kualitas, waktu and biaya of what is to be reached, in the order of the forms.</summary>
    public static IEnumerable<TableCell> Cells(this KegiatanTugasJabatan target) =>
        Cells(target, target.Ak, target.Kuantitas, target.Kualitas, target.Waktu, target.Biaya);

    /// <exception cref="InvalidOperationException">Kuantitas or waktu is missing.</exception>
    public static IEnumerable<TableCell> RealisasiCells(this Kegiatan kegiatan)
    {
        var (target, realisasi) = kegiatan;
        return Cells(target, realisasi.Ak, realisasi.Kuantitas!.Value, realisasi.Kualitas, realisasi.Waktu!.Value, realisasi.Biaya);
    }

    /// <summary>Every aspect with its word, in the order of the forms, which have their line for kepemimpinan even where it does not
    /// apply.</summary>
    public static IReadOnlyList<(string Aspek, decimal? Nilai, string? Sebutan)> PrintedPerilaku(this Pp46Sheet sheet) =>
    [
        .. sheet.Perilaku.Aspects(struktural: true).Select(a =>
            a.Nilai is { } given && (sheet.Struktural || a.Nama != nameof(PerilakuKerja.Kepemimpinan))
                ? (a.Nama, a.Nilai, Sebutan.Of(given))
                : (a.Nama, (decimal?)null, (string?)null)),
    ];

    /// <summary>A figure that came out, two decimals.</summary>
    public static TableCell Number(decimal value) => new(Angka.Tampil(value), TextAlignment.Right);

    private static IEnumerable<TableCell> Cells(
        KegiatanTugasJabatan target, decimal? ak, decimal kuantitas, decimal? kualitas, decimal waktu, decimal? biaya) =>
    [
        new(ak is { } credit ? Angka.Exact(credit) : "-", TextAlignment.Right),
        new($"{Angka.Ringkas(kuantitas)} {target.Satuan}", TextAlignment.Right),
        new(kualitas is { } mutu ? Angka.Exact(mutu) : "-", TextAlignment.Right),
        new($"{Angka.Ringkas(waktu)} {target.SatuanWaktu.ToString().ToLowerInvariant()}", TextAlignment.Right),
        new(target.HasBiaya && biaya is { } rupiah ? Angka.Rupiah(rupiah) : "-", TextAlignment.Right),
    ];
}
