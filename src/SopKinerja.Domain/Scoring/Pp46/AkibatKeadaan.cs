using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>What follows from the state of a person within a period (Perka BKN 1/2013, lain-lain; not yet compared).</summary>
internal static class AkibatKeadaan
{
    public static string Of(JenisKeadaan jenis) => jenis switch
    {
        JenisKeadaan.PindahJabatan => "Nilai SKP adalah rata-rata nilai SKP jabatan lama dan jabatan baru.",
        JenisKeadaan.TugasBelajar => "Selama tugas belajar tidak ada SKP; sepanjang periode penuh, SKP tidak disusun.",
        JenisKeadaan.Cuti =>
            "Target SKP disesuaikan dengan waktu kerja yang tersisa; SKP yang sudah disetujui dibuka dahulu untuk direvisi.",
        JenisKeadaan.Plt => "Dihitung sebagai satu tugas tambahan.",
        _ => throw new ArgumentOutOfRangeException(nameof(jenis), jenis, null),
    };
}
