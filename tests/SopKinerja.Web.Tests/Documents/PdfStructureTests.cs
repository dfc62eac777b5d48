using System.Globalization;
using System.Text.RegularExpressions;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using static SopKinerja.Web.Tests.Documents.PdfEngineTests;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>What a file says of itself and in which order, for those who do not look at its pages; tags and bookmarks as PDFsharp's engine
/// writes them.</summary>
public sealed class PdfStructureTests
{
    private static readonly PdfSharpEngine Engine = new();

    // Short ones: poppler draws the whole page again for every element.
    [Theory]
    [InlineData("pengukuran 1")]
    [InlineData("kinerja 2")]
    [InlineData("kinerja 5")]
    public void The_tags_are_read_in_the_order_of_the_form(string name)
    {
        var form = Form(name);
        using var pdf = new PdfTools(Engine.Draw(form));
        // The colon between a label and its value belongs to neither.
        Assert.Equal(
            Squeezed(string.Concat(Texts(form))).Replace(":", "", StringComparison.Ordinal),
            Squeezed(string.Concat(pdf.SpokenTexts)).Replace(":", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(40)]
    public void Text_taken_out_without_layout_keeps_the_order_of_the_form(int kegiatan)
    {
        using var pdf = new PdfTools(TheEngine.Draw(SampleForms.Document(kegiatan).ProvenBy(SampleForms.Proof)));
        string[] first =
        [
            "PEMERINTAH KABUPATEN CONTOH", "PENILAIAN PRESTASI KERJA", "Nomor dokumen", "YANG DINILAI", "Siti Rahmawati",
            "ATASAN PEJABAT PENILAI",
            "UNSUR YANG DINILAI", "1. Orientasi pelayanan", "NILAI PRESTASI KERJA", "KEBERATAN DARI", "TANGGAPAN PEJABAT",
            "KEPUTUSAN ATASAN",
            "REKOMENDASI", "9. DIBUAT TANGGAL", "10. DITERIMA TANGGAL", "11. DITERIMA TANGGAL",
            "Kode verifikasi: ", "Nomor dokumen: PPK", "Untuk memeriksa", "Dokumen ini disetujui", "Versi 2.",
            "PENILAIAN CAPAIAN SASARAN KERJA", "I. KEGIATAN TUGAS JABATAN",
        ];
        string[] last =
        [
            "II. TUGAS TAMBAHAN", "Panitia peringatan", "Aplikasi antrean", "NILAI CAPAIAN SKP", "Pejabat Penilai",
            "Disetujui secara elektronik",
        ];
        AssertInOrder(pdf.FlowingText, [.. first, .. last]);
        // The rows are asked of the text in the order drawn: without it poppler guesses columns, and takes a wide table apart.
        AssertInOrder(pdf.RawText.Replace("(K-\n", "(K-", StringComparison.Ordinal), [.. first, .. Enumerable.Range(1, kegiatan)
            .Select(no => $"(K-{no})"), .. last]);
    }

    [Fact]
    public void A_text_of_several_lines_is_one_element_and_its_words_stay_apart()
    {
        var words = string.Join(' ', Enumerable.Repeat("kata yang panjang", 30));
        using var pdf = new PdfTools(Engine.Draw(Of(new Heading(words), new Paragraph(words), new Paragraph("akhir"))));
        Assert.Equal([words, words, "akhir"], pdf.SpokenTexts.Select(text => text.TrimEnd()));
    }

    [Fact]
    public void Bookmarks_lead_to_the_parts_and_their_tables()
    {
        using var pdf = new PdfTools(Engine.Draw(SampleForms.Document(10).ProvenBy(SampleForms.Proof)));
        Assert.Equal(
            [
                "PENILAIAN PRESTASI KERJA PEGAWAI NEGERI SIPIL 1",
                "  Pegawai yang dinilai, pejabat penilai, dan atasan pejabat penilai 1",
                "  4. Unsur yang dinilai 1",
                "  5. KEBERATAN DARI PEGAWAI NEGERI SIPIL YANG DINILAI (APABILA ADA) 1",
                "  6. TANGGAPAN PEJABAT PENILAI ATAS KEBERATAN 1",
                "  7. KEPUTUSAN ATASAN PEJABAT PENILAI ATAS KEBERATAN 2",
                "  8. REKOMENDASI 2",
                "  Kode verifikasi 2",
                "PENILAIAN CAPAIAN SASARAN KERJA PEGAWAI NEGERI SIPIL 3",
            ],
            pdf.Bookmarks);
        Assert.Contains("/PageMode /UseOutlines", pdf.Open, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes_whoever_asks_and_its_times_are_those_of_XMP()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var drawn = new[] { "id-ID", "en-US", "" }.Select(name =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                return Engine.Draw(SampleForms.Document(1));
            }).ToList();
            Assert.All(drawn, bytes => Assert.Equal(drawn[0], bytes));
            using var pdf = new PdfTools(drawn[0]);
            Assert.Matches(@"<xmp:CreateDate>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", pdf.Open);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    // No validator of PDF/A is to be had here; these are the rules that can be asked without one.
    [Theory]
    [InlineData("pengukuran 10")]
    [InlineData("kinerja 0")]
    public void The_file_keeps_the_rules_of_PDF_A_that_can_be_asked_of_it(string name)
    {
        using var pdf = new PdfTools(Engine.Draw(Form(name)));
        var file = pdf.Open;
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", file, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", file, StringComparison.Ordinal);
        Assert.Matches(@"/OutputIntents \[[^]]*/DestOutputProfile[^]]*/S /GTS_PDFA1", file);
        Assert.Matches(@"/Marked true", file);
        Assert.Contains("/Lang (id-ID)", file, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", file, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", file, StringComparison.Ordinal);
        Assert.DoesNotMatch("/SMask|/S /Transparency|/Encrypt|/JavaScript|/EmbeddedFile|/Launch|/(ca|CA) 0", file);
        Assert.All(pdf.Fonts, font => Assert.Matches("^[A-Z]{6}\\+Liberation Sans.*yes +yes +yes", font));
        Assert.Equal(pdf.Fonts.Length, Regex.Count(file, "/ToUnicode ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(pdf.Fonts.Length, Regex.Count(file, "/FontFile2 ", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static void AssertInOrder(string text, IReadOnlyList<string> words)
    {
        var at = 0;
        foreach (var word in words)
        {
            var found = text.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{word}\" does not follow: {text[at..Math.Min(text.Length, at + 200)]}");
            at = found + word.Length;
        }
    }

    private static FormDescription Form(string name)
    {
        var number = int.Parse(name.Split(' ')[1]);
        return (name.StartsWith("pengukuran", StringComparison.Ordinal)
            ? SampleForms.Document(number, kondisiPenyebab: SampleForms.KondisiPenyebab)
            : SampleKinerja.Document(FormulirSkp.Rows[number], 1)).ProvenBy(SampleForms.Proof);
    }
}
