using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Tests.Signing;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>No word of any printed page stands over another, by where poppler finds the words.</summary>
public sealed class OverprintTests
{
    private const string LongName = "Prof. Dr. Ir. Raden Mas Muhammad Abdurrahman Wirayudha Kusumanegara Pangeran Hidayatullah, S.T., M.T., "
        + "Ph.D.";

    private static readonly PdfSharpEngine Engine = new();

    public static TheoryData<string> Names => [.. ApprovedPicturesTests.Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void On_a_form_and_on_its_numbered_copy_no_word_stands_over_another(string name)
    {
        // The longest foot that a form has.
        var form = ApprovedPicturesTests.Forms[name]();
        var original = Engine.Draw(form with { Footer = $"{form.Footer}, {LongName}, {LongName}, 1 Januari s.d. 31 Desember 2026" });

        Assert.Equal([], Overprinted(original));
        Assert.Equal([], Overprinted(Copy(original).Draw(null, null)));
        Assert.Equal([], Overprinted(Copy(original).Draw(null, $"Dokumen asli ditandatangani {LongName} dan {LongName} melalui BSrE.")));
    }

    // On the narrowest and the widest page, the longest that the fields take: 200 characters of the widest sign, one word and many.
    public static TheoryData<string, string> Recipients
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var form in new[] { "pengukuran-10", "formulir-skp-10", "kinerja-kuantitatif-10" })
            {
                foreach (var forWhom in new[]
                {
                    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Balangan",
                    new string('W', 200), string.Join(' ', Enumerable.Repeat("WWWWWWW", 25)),
                    string.Join(' ', Enumerable.Range(1, 40).Select(i => $"{i:0000}")),
                })
                {
                    all.Add(form, forWhom);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Recipients))]
    public void Who_a_copy_is_for_is_printed_whole_on_every_page_and_over_nothing(string name, string forWhom)
    {
        var statement = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"kata{i}"));
        var copy = Copy(Engine.Draw(ApprovedPicturesTests.Forms[name]())) with { ForWhom = forWhom, MadeBy = new('M', 200) };

        var drawn = copy.Draw(null, statement);

        using var tools = new PdfTools(drawn);
        Assert.All(tools.RawText.Split('\f', StringSplitOptions.RemoveEmptyEntries), page =>
        {
            Assert.Contains(PdfEngineTests.Squeezed($"{copy.MadeBy} untuk {forWhom}"), PdfEngineTests.Squeezed(page), StringComparison.Ordinal);
            Assert.Contains(PdfEngineTests.Squeezed(statement), PdfEngineTests.Squeezed(page), StringComparison.Ordinal);
        });
        Assert.Equal([], Overprinted(drawn));
        Assert.All(tools.Words, word => Assert.True(word.Right <= word.PageWidth && word.Left >= 0, word.Text));
    }

    [Fact]
    public void A_copy_that_was_given_out_with_less_is_still_known()
    {
        var copy = Copy(Engine.Draw(ApprovedPicturesTests.Forms["pengukuran-10"]())) with { ForWhom = new('W', 200) };

        Assert.True(copy.IsSameAs(copy.Draw(null, null, CopyEdition.InTheMargin), null, null));
        Assert.NotEqual(copy.Draw(null, null, CopyEdition.InTheMargin), copy.Draw(null, null));
    }

    [Fact]
    public void On_the_copy_of_a_signed_document_neither()
    {
        using var signatures = new SampleSignatures();

        Assert.Equal([], Overprinted(Copy(signatures.Signed(3)).Draw(null, LongName)));
    }

    [Fact]
    public void A_copy_as_it_was_marked_before_overprinted_its_foot_and_is_still_known()
    {
        var form = ApprovedPicturesTests.Forms["pengukuran-10"]();
        var copy = Copy(Engine.Draw(form with { Footer = $"{form.Footer}, {LongName}, {LongName}" }));
        var before = copy.Draw(null, null, CopyEdition.AtTheFoot);

        Assert.NotEmpty(Overprinted(before));
        Assert.True(copy.IsSameAs(before, null, null));
        Assert.True(copy.IsSameAs(copy.Draw(null, null), null, null));
        before[^20] ^= 1;
        Assert.False(copy.IsSameAs(before, null, null));
    }

    private static NumberedCopy Copy(byte[] original) => new(
        1234567, 12, LongName, LongName, SampleForms.Approved, 1, new('a', 64), DocumentKind.Final, SigningMode.Account, original);

    private static List<string> Overprinted(byte[] pdf)
    {
        using var tools = new PdfTools(pdf);
        var words = tools.Words;
        Assert.True(words.Count > 50);
        return
        [
            .. words.GroupBy(w => w.Page).SelectMany(page =>
            {
                var all = page.OrderBy(w => w.Top).ToList();
                return all.SelectMany((one, i) => all.Skip(i + 1).TakeWhile(other => other.Top < one.Bottom)
                    .Where(one.IsOver).Select(other => $"page {page.Key}: “{one.Text}” and “{other.Text}”"));
            }).Take(5),
        ];
    }
}
