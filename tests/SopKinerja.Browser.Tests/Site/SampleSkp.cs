using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Browser.Tests.Site;

/// <summary>Three SKP under PermenPANRB 6/2022, each supporting the one above it.</summary>
internal static class SampleSkp
{
    public static readonly SasaranKinerja KepalaDinas = new(
        KelompokJabatan.PimpinanTinggi, Pendekatan.Kuantitatif,
        [
            Utama("Meningkatnya kinerja koperasi dan usaha kecil menengah", null,
                [new(null, "Persentase koperasi sehat", "85 persen", Perspektif.PenerimaLayanan), new(
                    null, "Jumlah wirausaha baru", "40 orang", Perspektif.ProsesBisnis)]),
            Utama("Terkendalinya harga dan tersedianya barang kebutuhan pokok", null, [new(
                null, "Inflasi pangan", "di bawah 3 persen", Perspektif.PenerimaLayanan)]),
        ],
        BerAkhlak.Empty, new(["Anggaran sesuai DPA"], ["Laporan triwulanan kepada Sekretaris Daerah"], []));

    /// <param name="above">The key of the plan of the Kepala Dinas.</param>
    public static SasaranKinerja KepalaBidang(long above) => new(
        KelompokJabatan.AdministratorPengawas, Pendekatan.Kualitatif,
        [
            Utama("Meningkatnya jumlah koperasi yang sehat", new(KepalaDinas.Rencana[0].Uraian, new(above, 0)), [],
                "Sembilan dari sepuluh koperasi binaan dinilai sehat pada akhir tahun.\nLaporannya diterima Kepala Dinas paling lambat 31 "
                + "Desember."),
            Utama("Terlaksananya pendampingan usaha mikro", new(KepalaDinas.Rencana[0].Uraian, new(above, 0)), [],
                "Pendampingan berjalan di semua kecamatan."),
            new("Terselenggaranya pameran produk daerah", JenisHasilKerja.Tambahan, null, "Ketua Panitia Hari Jadi", [],
                "Paling sedikit 40 pelaku usaha ikut serta."),
        ],
        [.. BerAkhlak.Rows.Select((_, i) => i == 0 ? "Menjawab setiap surat koperasi dalam dua hari kerja" : null)],
        new(["Dua orang staf pelaksana", "Kendaraan lapangan"], ["Dialog kinerja setiap triwulan"], ["Diusulkan mengikuti pelatihan bila "
            + "melampaui ekspektasi"]));

    /// <param name="above">The key of the plan of the Kepala Bidang.</param>
    public static SasaranKinerja Penyuluh(long above) => new(
        KelompokJabatan.Fungsional, Pendekatan.Kuantitatif,
        [
            Utama("Terperiksanya kesehatan koperasi binaan", new("Meningkatnya jumlah koperasi yang sehat", new(above, 0)),
                [
                    new(AspekIndikator.Kuantitas, "Jumlah koperasi yang diperiksa", "24 koperasi", null),
                    new(AspekIndikator.Waktu, "Ketepatan waktu laporan", "paling lambat tanggal 5 setiap bulan", null),
                ]),
            Utama("Tersusunnya bahan pelatihan pengurus koperasi", new("Terwujudnya pengurus koperasi yang cakap", null),
                [new(AspekIndikator.Kualitas, "Kepuasan peserta", "85 persen", null)]),
            new("Terkelolanya data pameran", JenisHasilKerja.Tambahan, null, "Ketua Tim Pameran",
                [new(AspekIndikator.Kuantitas, "Jumlah pelaku usaha yang didata", "40 pelaku usaha", null)], null),
        ],
        BerAkhlak.Empty, LampiranSkp.Empty);

    private static RencanaHasilKerja Utama(
        string uraian, RencanaDiintervensi? diintervensi, IReadOnlyList<IndikatorKinerjaIndividu> indikator, string? ukuran = null) =>
        new(uraian, JenisHasilKerja.Utama, diintervensi, null, indikator, ukuran);
}
