using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>One aspect of behaviour; without a score it was not rated (kepemimpinan of those who lead nobody).</summary>
public sealed record PerilakuTercetak(string Aspek, decimal? Nilai, string? Sebutan)
{
    /// <summary>Every aspect in the order of the forms, which have their line for kepemimpinan even where it does not apply.</summary>
    public static IReadOnlyList<PerilakuTercetak> AllOf(Pp46Sheet sheet) => [.. sheet.Perilaku.Aspects(struktural: true).Select(aspect =>
        aspect.Nilai is { } given && (sheet.Struktural || aspect.Nama != nameof(PerilakuKerja.Kepemimpinan))
            ? new PerilakuTercetak(aspect.Nama, given, Domain.Scoring.Pp46.Sebutan.Of(given))
            : new(aspect.Nama, null, null))];
}

/// <summary>A target or realisasi of one kegiatan; without kualitas when nothing was done.</summary>
public sealed record UkuranTercetak(
    decimal? Ak, decimal Kuantitas, string SatuanKuantitas, decimal? Kualitas, decimal Waktu, string SatuanWaktu, decimal? Biaya)
{
    /// <summary>What is to be reached.</summary>
    public static UkuranTercetak From(KegiatanTugasJabatan target) => new(
        target.Ak, target.Kuantitas, target.Satuan, target.Kualitas, target.Waktu, target.SatuanWaktu.ToString().ToLowerInvariant(),
        target.HasBiaya ? target.Biaya : null);

    /// <summary>AK, kuantitas, kualitas, waktu and biaya: five cells in the order of the forms.</summary>
    public IEnumerable<TableCell> Cells() =>
    [
        new(Ak is { } ak ? Angka.Tampil(ak) : "-", TextAlignment.Right),
        new($"{Angka.Ringkas(Kuantitas)} {SatuanKuantitas}", TextAlignment.Right),
        new(Kualitas is { } kualitas ? Angka.Tampil(kualitas) : "-", TextAlignment.Right),
        new($"{Angka.Ringkas(Waktu)} {SatuanWaktu}", TextAlignment.Right),
        new(Biaya is { } biaya ? Angka.Ringkas(biaya) : "-", TextAlignment.Right),
    ];
}

/// <summary>One kegiatan tugas jabatan with what is to be reached.</summary>
public sealed record TargetTercetak(string Uraian, UkuranTercetak Target);

/// <summary>One kegiatan tugas jabatan with its computed scores.</summary>
public sealed record KegiatanTercetak(string Uraian, UkuranTercetak Target, UkuranTercetak Realisasi, decimal Penghitungan, decimal NilaiCapaian)
{
    /// <exception cref="InvalidOperationException">Realisasi or kualitas is missing.</exception>
    public static KegiatanTercetak From(Kegiatan kegiatan)
    {
        var (target, realisasi) = kegiatan;
        var score = kegiatan.Score();
        var printed = UkuranTercetak.From(target);
        return new(
            target.Uraian,
            printed,
            printed with
            {
                Ak = realisasi.Ak,
                Kuantitas = realisasi.Kuantitas!.Value,
                Kualitas = realisasi.Kualitas,
                Waktu = realisasi.Waktu!.Value,
                Biaya = target.HasBiaya ? realisasi.Biaya : null,
            },
            score.Penghitungan,
            score.Nilai);
    }
}
