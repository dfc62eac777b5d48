using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Web.Tests.Documents;

public sealed class DocumentProofTests
{
    [Theory]
    [InlineData(150)]
    [InlineData(100)]
    public void The_code_is_read_as_the_address(int dpi)
    {
        foreach (var kegiatan in new[] { 1, 10, 40 })
        {
            using var pdf = Drawn(SampleForms.Document(kegiatan));
            Assert.Equal(SampleForms.Proof.Alamat, pdf.QrCode(dpi));
        }
    }

    [Fact]
    public void A_long_address_is_read_as_well()
    {
        var proof =
            SampleForms.Proof with { Alamat = $"https://{new string('a', 60)}.contohkab.go.id/dokumen/PPK-2026-000123/ABCD-EFGH-JKMN" };
        using var pdf = Drawn(SampleForms.Document(3), proof);
        // Twice as many squares in the same room as an ordinary address: a scan at 100 dots per inch has two dots for each and may fail.
        Assert.Equal(proof.Alamat, pdf.QrCode(150));
    }

    [Fact]
    public void Every_page_carries_the_code_even_below_a_name_that_is_too_long_for_the_foot()
    {
        using var pdf = Drawn(SampleKinerja.Document(FormulirSkp.Rows[0], 10, SampleKinerja.LongNamed));
        Assert.All(pdf.PageTexts, page => Assert.Contains("Kode verifikasi ABCD-EFGH-JKMN", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Number_address_way_of_signing_and_what_is_replaced_stand_beside_it()
    {
        using var pdf = Drawn(SampleForms.Document(3));
        Assert.Equal("", pdf.Faults());
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.All(
            new[] { "Kode verifikasi: ABCD-EFGH-JKMN", SampleForms.Proof.Nomor, SampleForms.Proof.Alamat, SampleForms.Proof.Cara,
                SampleForms.Proof.Menggantikan! },
            words => Assert.Contains(PdfEngineTests.Squeezed(words), text, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_proof_nothing_changes()
    {
        var form = SampleForms.Document(3);
        Assert.Same(form, form.ProvenBy(null));
    }

    [Fact]
    public void The_figure_has_words_for_those_who_cannot_see_it()
    {
        using var pdf = Drawn(SampleForms.Document(3));
        var file = pdf.Open;
        Assert.Contains("/S /Figure", file, StringComparison.Ordinal);
        Assert.Contains("/Alt (Kode QR yang memuat alamat", file, StringComparison.Ordinal);
        var drawing = Assert.Single(
            FormHtmlTests.Parse(SampleForms.Document(3).ProvenBy(SampleForms.Proof)).QuerySelectorAll("svg[role=img]"));
        Assert.Equal(new ProofBlock(SampleForms.Proof).Alternative, drawing.GetAttribute("aria-label"));
    }

    [Fact]
    public void It_is_whole_and_stands_below_what_was_signed()
    {
        for (var kegiatan = 1; kegiatan <= 60; kegiatan++)
        {
            var page = Assert.Single(FormLayout.Of(SampleForms.Document(kegiatan).ProvenBy(SampleForms.Proof)), page => page.Pieces.Any(
                placed => placed.Piece.Block is ProofBlock));
            var blocks = page.Pieces.Select(placed => placed.Piece.Block).ToList();
            Assert.IsType<ProofBlock>(blocks[^1]);
            Assert.NotEmpty(blocks.OfType<SignatureBlocks>());
        }
    }

    private static PdfTools Drawn(FormDescription form, DocumentProof? proof = null) =>
        new(TheEngine.Draw(form.ProvenBy(proof ?? SampleForms.Proof)));
}
