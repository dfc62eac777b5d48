using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Documents.PermenPanRb6;

namespace SopKinerja.Web.Tests.Documents;

public sealed class DokumenEvaluasiFormTests
{
    private static readonly PermenPanRb6Sheet Sheet =
        SampleKinerja.Sheet(SampleKinerja.Skp(FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kualitatif), 2));

    private static readonly DokumenEvaluasiForm Form =
        DokumenEvaluasiForm.From(Sheet, SampleKinerja.Kop(SampleKinerja.Triwulan[3]), SampleKinerja.Parties);

    [Fact]
    public void The_items_stand_in_their_order()
    {
        var form = SampleKinerja.Kop().Document(Form.YangDinilai, SampleForms.Approved, Form.Describe());
        using var pdf = new PdfTools(TheEngine.Draw(form));
        string[] items =
        [
            "DOKUMEN EVALUASI KINERJA PEGAWAI", "PERIODE: TRIWULAN IV-AKHIR", "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA",
            "ATASAN PEJABAT PENILAI KINERJA", "EVALUASI KINERJA\n", "CATATAN/REKOMENDASI", "KEBERATAN\n",
            "PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", "KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA",
            "10. Paringin, ", "11. Paringin, ",
        ];
        var text = pdf.Text;
        var places = items.Select(item => text.IndexOf(item, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void The_result_is_a_predikat_and_the_causes_weighed_stand_under_the_catatan()
    {
        var texts = Texts(Form);
        Assert.Equal("ISTIMEWA", texts[texts.IndexOf("Capaian kinerja organisasi") + 1]);
        Assert.Equal("BAIK", texts[texts.IndexOf("Predikat kinerja pegawai") + 1]);
        Assert.Contains(
            "Diusulkan mengikuti pelatihan analisis data.\n"
                + "Kondisi penyebab yang dipertimbangkan: Pengadaan perangkat terlambat dua bulan karena perubahan anggaran.",
            texts);
    }

    [Fact]
    public void Without_catatan_there_are_dots_and_causes_alone_are_printed_alone()
    {
        Assert.Equal(4, Texts(Form with { Rekomendasi = " ", KondisiPenyebab = null })
            .Count(text => text.StartsWith("……", StringComparison.Ordinal)));
        Assert.Contains(
            "Kondisi penyebab yang dipertimbangkan: Sakit.", Texts(Form with { Rekomendasi = null, KondisiPenyebab = "Sakit." }));
    }

    [Fact]
    public void An_objection_its_answer_and_the_decision_are_printed_with_their_dates()
    {
        var texts = Texts(Form with
        {
            Keberatan = new("Realisasi triwulan II belum dihitung.", new(2027, 1, 11)),
            Penjelasan = new("Bukti dukungnya belum diterima.", new(2027, 1, 13)),
            Keputusan = new("Predikat ditetapkan tetap.", new(2027, 1, 20)),
        });
        Assert.Equal(
            ["KEBERATAN", "Realisasi triwulan II belum dihitung.", "Tanggal, 11 Januari 2027"],
            texts.SkipWhile(text => text != "KEBERATAN").Where(text => text.Length > 0).Take(3));
        Assert.Contains("Bukti dukungnya belum diterima.", texts);
        Assert.Contains("Tanggal, 20 Januari 2027", texts);
        Assert.DoesNotContain("Tanggal, …………………", texts);
    }

    [Fact]
    public void Penilai_person_and_atasan_sign_each_with_their_own_date()
    {
        var form = Form with
        {
            Dibuat = SampleKinerja.Dibuat,
            Diterima = new(Form.YangDinilai.Nama, SampleForms.Approved.AddDays(1)),
            Disahkan = new(Form.AtasanPejabatPenilai.Nama, SampleForms.Approved.AddDays(3)),
            HasPengesahan = true,
        };
        List<SignatureBlock> signatures =
            [.. form.Describe().Blocks.OfType<SignatureBlocks>().SelectMany(block => block.Places.OfType<SignatureBlock>())];
        Assert.Equal(
            [
                "10. Paringin, 23 November 2026, PEGAWAI YANG DINILAI, Diterima",
                "11. Paringin, 22 November 2026, PEJABAT PENILAI KINERJA, Disetujui",
                "12. Paringin, 25 November 2026, ATASAN PEJABAT PENILAI KINERJA, Disahkan",
            ],
            signatures.Select(place => string.Join(", ", place.Caption.Append(place.Statement!.Split(' ')[0]))));
        Assert.Null(signatures[2].Number);
        Assert.DoesNotContain(
            Texts(form with { HasPengesahan = false }), text => text.StartsWith("12. ", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_result_there_is_no_dokumen() => Assert.Throws<InvalidOperationException>(() =>
        DokumenEvaluasiForm.From(Sheet with { CapaianOrganisasi = null }, SampleKinerja.Kop(), SampleKinerja.Parties));

    [Fact]
    public void Without_an_atasan_pejabat_penilai_the_place_stays_open() => Assert.Equal(
        PegawaiTercetak.Nobody,
        DokumenEvaluasiForm.From(
            Sheet, SampleKinerja.Kop(), SampleKinerja.Parties with { AtasanPejabatPenilai = null }).AtasanPejabatPenilai);

    private static List<string> Texts(DokumenEvaluasiForm form) => [.. PdfEngineTests.Texts(PdfEngineTests.Of(form.Describe().Blocks))];
}
