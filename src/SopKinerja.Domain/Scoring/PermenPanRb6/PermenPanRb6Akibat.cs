using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>Answers of BKN to questions on PermenPANRB 6/2022; not yet compared with its text.</summary>
internal static class PermenPanRb6Akibat
{
    public static readonly IReadOnlyList<AkibatKeadaan> Rows =
    [
        new(JenisKeadaan.PindahJabatan, Excuses: false,
            "SKP baru ditetapkan pada awal jabatan baru; yang dicapai pada jabatan lama ikut dipertimbangkan dalam evaluasi tahunan."),
        new(JenisKeadaan.TugasBelajar, Excuses: false,
            "Tetap mempunyai SKP, yang ditetapkan dalam dialog dengan pejabat penilai kinerja, dan dievaluasi menurut SKP itu."),
        new(JenisKeadaan.Cuti, Excuses: false,
            "Target disesuaikan dengan waktu kerja yang tersisa; SKP yang sudah disetujui dibuka dahulu untuk direvisi."),
        new(JenisKeadaan.Plt, Excuses: false, "Hasil kerja sebagai Plt. ditulis dalam SKP sebagai hasil kerja tambahan."),
        new(JenisKeadaan.CutiDiLuarTanggungan, Excuses: true,
            "Selama cuti itu tidak ada SKP dan tidak dievaluasi; di luar waktu itu target disesuaikan dengan waktu kerja yang tersisa."),
        new(JenisKeadaan.Cpns, Excuses: false,
            "SKP disusun sejak tanggal pada surat pernyataan melaksanakan tugas (SPMT), untuk sisa periode."),
        new(JenisKeadaan.Dipekerjakan, Excuses: true,
            "SKP ditetapkan dan dievaluasi oleh pejabat penilai kinerja di instansi tempatnya bekerja; dinas menerima hasilnya."),
        new(JenisKeadaan.DiberhentikanSementara, Excuses: true,
            "Selama diberhentikan sementara tidak ada SKP dan tidak dievaluasi; di luar waktu itu target disesuaikan."),
        new(JenisKeadaan.Pensiun, Excuses: true,
            "Yang diukur hanya sampai hari itu; sesudahnya SKP tidak disusun. Berkas yang belum disetujui dan tidak dapat diselesaikan "
            + "dibatalkan Kasubbag; untuk hasil yang sudah terbit diusulkan penetapannya."),
        new(JenisKeadaan.MeninggalDunia, Excuses: true,
            "Tidak ada lagi yang diukur sejak hari itu. Berkas yang belum disetujui dibatalkan Kasubbag; untuk hasil yang sudah terbit "
            + "diusulkan penetapannya."),
        new(JenisKeadaan.PindahInstansi, Excuses: true,
            "Evaluasi sampai hari itu diselesaikan di dinas; SKP berikutnya ditetapkan di instansi baru."),
        new(JenisKeadaan.PerjanjianBerakhir, Excuses: true,
            "Evaluasi sampai hari itu diselesaikan sebelum perjanjian berakhir; sesudahnya SKP tidak disusun."),
    ];
}
