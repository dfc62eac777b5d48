using SopKinerja.Web.Tests.Signing;


namespace SopKinerja.Web.Tests.Documents;

public sealed class CopyStampTests
{
    private const string Line1 = "Salinan ke-2 untuk Sekretariat";

    private const string Line2 = "Salinan ke-2, dibuat 23 November 2026 pukul 09.00 WITA";

    [Fact]
    public void Every_page_of_the_copy_is_stamped_and_the_original_stays_as_it_was()
    {
        var original = TheEngine.Draw(SampleForms.Document(40, acknowledged: true));
        var before = original.ToArray();
        using var copy = new PdfTools(CopyStamp.Stamp(original, Line1, Line2));
        using var source = new PdfTools(original);
        Assert.Equal(before, original);
        Assert.Equal("", copy.Faults());
        Assert.Equal(source.PageTexts.Length, copy.PageTexts.Length);
        Assert.All(copy.PageTexts, page =>
        {
            Assert.Contains(Line1, page, StringComparison.Ordinal);
            Assert.Contains(Line2, page, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("Salinan", source.Text, StringComparison.Ordinal);
        Assert.All(copy.Fonts, font => Assert.Matches("yes +yes +yes", font));
        Assert.All(source.PageTexts.Zip(copy.PageTexts), pair => Assert.Subset(Words(pair.Second), Words(pair.First)));
    }

    [Fact]
    public void A_copy_of_a_copy_is_sound()
    {
        var original = TheEngine.Draw(SampleForms.Document(1));
        using var copy = new PdfTools(CopyStamp.Stamp(CopyStamp.Stamp(original, "Salinan ke-1", "kaki"), Line1, Line2));
        Assert.Equal("", copy.Faults());
    }

    [Fact]
    public void A_copy_of_a_signed_document_shows_the_signatures_and_carries_none_that_would_be_broken()
    {
        using var signatures = new SampleSignatures();
        using var original = new PdfTools(signatures.Signed(3));
        using var copy = new PdfTools(CopyStamp.Stamp(signatures.Signed(3), Line1, Line2));

        Assert.Equal("", copy.Faults());
        Assert.Contains("does not contain any signatures", copy.Signatures, StringComparison.Ordinal);
        Assert.Equal(3, copy.Text.Split("Ditandatangani secara elektronik oleh").Length - 1);
        Assert.All(original.PageTexts.Zip(copy.PageTexts), pair => Assert.Subset(Words(pair.Second), Words(pair.First)));
    }

    private static HashSet<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
