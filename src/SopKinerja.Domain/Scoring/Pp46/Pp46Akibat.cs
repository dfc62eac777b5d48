using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>Perka BKN 1/2013, lain-lain and PNS yang dikecualikan; not yet compared.</summary>
internal static class Pp46Akibat
{
    public static readonly IReadOnlyList<AkibatKeadaan> Rows =
    [
        new(JenisKeadaan.PindahJabatan, Excuses: false, "Nilai SKP adalah rata-rata nilai SKP jabatan lama dan jabatan baru."),
        new(JenisKeadaan.TugasBelajar, Excuses: true,
            "Selama tugas belajar tidak ada SKP; sepanjang periode penuh, SKP tidak memuat kegiatan. Pada akhir tahun nilai SKP (60 %) "
            + "diambil dari IPK yang dikonversi dan perilaku kerja (40 %) dari perguruan tinggi, masing-masing dengan dasarnya.")
        {
            HasResult = true,
        },
        new(JenisKeadaan.Cuti, Excuses: false,
            "Target SKP disesuaikan dengan waktu kerja yang tersisa; SKP yang sudah disetujui dibuka dahulu untuk direvisi."),
        new(JenisKeadaan.Plt, Excuses: false, "Dihitung sebagai satu tugas tambahan."),
        new(JenisKeadaan.CutiDiLuarTanggungan, Excuses: true,
            "Selama cuti itu tidak ada SKP dan tidak dinilai; di luar waktu itu target disesuaikan dengan waktu kerja yang tersisa."),
        new(JenisKeadaan.Cpns, Excuses: false,
            "SKP disusun sejak melaksanakan tugas menurut surat pernyataan melaksanakan tugas (SPMT), untuk sisa periode."),
        new(JenisKeadaan.Dipekerjakan, Excuses: true,
            "SKP ditetapkan dan dinilai oleh pejabat penilai di instansi tempatnya bekerja; dinas menerima hasilnya."),
        new(JenisKeadaan.DiberhentikanSementara, Excuses: true,
            "Selama diberhentikan sementara tidak ada SKP dan tidak dinilai; di luar waktu itu target disesuaikan."),
        new(JenisKeadaan.Pensiun, Excuses: true,
            "Yang diukur hanya sampai hari itu; sesudahnya SKP tidak disusun. Berkas yang belum disetujui dan tidak dapat diselesaikan "
            + "dibatalkan Kasubbag; untuk hasil yang sudah terbit diusulkan penetapannya."),
        new(JenisKeadaan.MeninggalDunia, Excuses: true,
            "Tidak ada lagi yang diukur sejak hari itu. Berkas yang belum disetujui dibatalkan Kasubbag; untuk hasil yang sudah terbit "
            + "diusulkan penetapannya."),
        new(JenisKeadaan.PindahInstansi, Excuses: true,
            "Dinas menilai sampai hari itu dan menyampaikan nilainya ke instansi baru, yang merata-ratakannya dengan nilai di sana."),
        new(JenisKeadaan.PerjanjianBerakhir, Excuses: true,
            "Peraturan ini hanya mengukur PNS, jadi tidak ada yang mengikutinya."),
    ];
}
