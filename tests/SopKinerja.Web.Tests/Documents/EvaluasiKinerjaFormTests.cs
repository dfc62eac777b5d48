using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Documents.PermenPanRb6;

namespace SopKinerja.Web.Tests.Documents;

public sealed class EvaluasiKinerjaFormTests
{
    private static readonly SasaranKinerja Skp = SampleKinerja.Skp(FormulirSkp.Of(KelompokJabatan.Fungsional, Pendekatan.Kuantitatif), 3);

    private static readonly PermenPanRb6Sheet Sheet = SampleKinerja.Sheet(Skp);

    [Theory]
    [InlineData(null, "1 Januari s.d. 31 Desember 2026", null)]
    [InlineData(0, "1 Januari s.d. 31 Maret 2026", "PERIODE: TRIWULAN I")]
    [InlineData(3, "1 Januari s.d. 31 Desember 2026", "PERIODE: TRIWULAN IV-AKHIR")]
    public void A_part_of_the_year_says_its_own_dates_and_the_last_one_those_of_the_year(int? bagian, string dates, string? periode)
    {
        var texts = Texts(Sheet, bagian is { } i ? SampleKinerja.Triwulan[i] : null);
        Assert.Contains($"PERIODE PENILAIAN: {dates}", texts);
        Assert.Equal(periode, texts.SingleOrDefault(text => text.StartsWith("PERIODE: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_ratings_and_the_predikat_are_words_of_the_sheet_and_stand_in_the_order_of_the_form()
    {
        string[] order =
        [
            "EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "PEGAWAI YANG DINILAI", "CAPAIAN KINERJA ORGANISASI: ISTIMEWA", "POLA DISTRIBUSI: terbanyak pada predikat Sangat Baik",
            "HASIL KERJA", "A. UTAMA", "B. TAMBAHAN", "RATING HASIL KERJA: DI ATAS EKSPEKTASI",
            "PERILAKU KERJA", "RATING PERILAKU KERJA: SESUAI EKSPEKTASI", "PREDIKAT KINERJA PEGAWAI: BAIK", "Paringin, 22 November 2026",
        ];
        var texts = Texts(Sheet, null);
        var places = order.Select(text => texts.IndexOf(text)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData(CapaianOrganisasi.Istimewa, "Sangat Baik")]
    [InlineData(CapaianOrganisasi.Baik, "Baik")]
    [InlineData(CapaianOrganisasi.ButuhPerbaikan, "Butuh Perbaikan")]
    [InlineData(CapaianOrganisasi.Kurang, "Kurang")]
    [InlineData(CapaianOrganisasi.SangatKurang, "Sangat Kurang")]
    public void The_pattern_is_drawn_from_sangat_kurang_to_sangat_baik_and_its_peak_is_named(CapaianOrganisasi capaian, string peak)
    {
        var chart = Assert.Single(Form(Sheet with { CapaianOrganisasi = capaian }, null).Blocks.OfType<BarChart>());
        Assert.Equal(["Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik"], chart.Bars.Select(bar => bar.Label));
        Assert.Equal(peak, chart.Bars.MaxBy(bar => bar.Height)!.Label);
        Assert.EndsWith($"predikat {peak}", chart.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_indikator_has_its_realisasi_beside_it_and_each_rencana_one_umpan_balik()
    {
        var table = Form(Sheet, null).Blocks.OfType<FormTable>().Single(table => table.Caption == "Hasil kerja");
        // The second rencana has three indikator and no umpan balik; group, and the two indikator of the first, stand before it.
        var rows = table.Body.Skip(3).Take(3).ToList();
        Assert.Equal("2|P-2|R-2|Kualitas|I-2.1|13 laporan|2 laporan diterima tepat waktu, bukti dukung nomor 2.1|-", Marks(rows[0]));
        Assert.Equal("Waktu|I-2.2|paling sedikit 99 % setiap bulan|3 laporan diterima tepat waktu, bukti dukung nomor 2.2", Marks(rows[1]));
        Assert.Equal([3, 3, 3, 1, 1, 1, 1, 3], rows[0].Cells.Select(cell => cell.RowSpan));

        static string Marks(TableRow row) => string.Join('|', row.Cells.Select(cell =>
            cell.Text.EndsWith(')') ? cell.Text[(cell.Text.LastIndexOf('(') + 1)..^1] : cell.Text));
    }

    [Fact]
    public void Only_the_pejabat_penilai_signs()
    {
        var signatures = Assert.Single(Form(Sheet, null).Blocks.OfType<SignatureBlocks>());
        Assert.Null(signatures.Places[0]);
        Assert.Equal(["Paringin, 22 November 2026", "PEJABAT PENILAI KINERJA"], signatures.Places[1]!.Caption);
        Assert.Equal("NIP 19700101 199503 1 001", signatures.Places[1]!.Number);
    }

    [Fact]
    public void Without_ratings_or_realisasi_there_is_no_form()
    {
        Assert.Throws<InvalidOperationException>(() => Form(Sheet with { RatingPerilaku = null }, null));
        Assert.Throws<InvalidOperationException>(() => Form(PermenPanRb6Sheet.From(Skp), null));
        Assert.Throws<InvalidOperationException>(() => Form(Sheet with { CapaianOrganisasi = null }, null));
    }

    private static FormPart Form(PermenPanRb6Sheet sheet, BagianPeriode? bagian) =>
        EvaluasiKinerjaForm.From(sheet, SampleKinerja.Kop(bagian), SampleKinerja.Parties, SampleKinerja.Bukti, SampleKinerja.Dibuat)
            .Describe();

    private static List<string> Texts(PermenPanRb6Sheet sheet, BagianPeriode? bagian) =>
        [.. PdfEngineTests.Texts(PdfEngineTests.Of(Form(sheet, bagian).Blocks))];
}
