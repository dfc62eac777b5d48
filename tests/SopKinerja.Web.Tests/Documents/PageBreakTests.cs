using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>Where pages end, at every length from 1 to 60 rows: each puts what follows at another height.</summary>
public sealed class PageBreakTests
{
    private const int Most = 60;

    static PageBreakTests() => LiberationFonts.Install(null);

    public static TheoryData<string> Names => [.. Forms.Keys];

    private static Dictionary<string, Func<int, FormDescription>> Forms { get; } = new Dictionary<string, Func<int, FormDescription>>
    {
        ["pengukuran"] = rows => SampleForms.Document(rows),
        ["pengukuran with a proof"] = rows => SampleForms.Document(rows, acknowledged: true).ProvenBy(SampleForms.Proof),
        ["pengukuran with a note"] = rows => SampleForms.Document(rows, kondisiPenyebab: SampleForms.KondisiPenyebab).ProvenBy(SampleForms.Proof),
        ["pengukuran for signing"] = rows => SampleForms.ForSigning(rows),
        ["pengukuran of a long name"] = rows => SampleForms.ForSigning(rows, SampleForms.LongNamed),
        ["formulir SKP"] = rows => SampleForms.Skp(rows).Describe(SampleForms.Approved),
    }.Concat(FormulirSkp.Rows.Select(form => KeyValuePair.Create<string, Func<int, FormDescription>>(
        $"{form.Kelompok} {form.Pendekatan}", rows => SampleKinerja.Document(form, rows).ProvenBy(SampleForms.Proof)))).ToDictionary();

    [Theory]
    [MemberData(nameof(Names))]
    public void Pages_end_where_nothing_is_torn_apart(string name)
    {
        for (var rows = 1; rows <= Most; rows++)
        {
            try
            {
                var pages = FormLayout.Of(Forms[name](rows));
                AssertNoPageEndsWithWhatBelongsToTheNext(pages);
                AssertTheLastRowOfATableHasAnotherAboveItOnItsPage(pages);
                AssertASignatureAndAProofAreWholeAndStandBelowSomething(pages);
                AssertNothingReachesIntoTheMargin(pages);
            }
            catch (Xunit.Sdk.XunitException wrong)
            {
                throw new Xunit.Sdk.XunitException($"{name} with {rows} rows: {wrong.Message}", wrong);
            }
        }
    }

    private static void AssertNoPageEndsWithWhatBelongsToTheNext(IReadOnlyList<LaidPage> pages) => Assert.All(pages, page =>
    {
        var last = page.Pieces.FindLast(placed => placed.Piece.Block is not Spacer).Piece;
        Assert.False(last.Block is Heading or Letterhead, $"\"{(last.Block as Heading)?.Text}\" is the last on its page.");
        Assert.False(last is { KeepWithNext: true, Offset: 0 }, "The last piece was to stay with the next.");
        Assert.DoesNotContain(pages, other => other.Pieces.Exists(placed => ReferenceEquals(placed.Piece.Head, last)));
    });

    private static void AssertTheLastRowOfATableHasAnotherAboveItOnItsPage(IReadOnlyList<LaidPage> pages)
    {
        foreach (var table in pages.SelectMany(page => page.Pieces)
            .Select(placed => placed.Piece.Block).OfType<FormTable>().Distinct(ReferenceEqualityComparer.Instance))
        {
            var rows = pages.Select(
                page => page.Pieces.Count(placed => ReferenceEquals(placed.Piece.Block, table) && !IsHead(placed, pages))).ToList();
            Assert.True(rows.Sum() == 1
                || rows.FindLast(count => count > 0) > 1, $"The last row of \"{((FormTable)table!).Caption}\" stands alone.");
        }
    }

    private static void AssertASignatureAndAProofAreWholeAndStandBelowSomething(IReadOnlyList<LaidPage> pages)
    {
        Assert.All(
            pages.SelectMany(page => page.Pieces).Where(placed => placed.Piece.Block is SignatureBlocks or ProofBlock)
                .GroupBy(placed => placed.Piece.Block, ReferenceEqualityComparer.Instance),
            block => Assert.Single(block));
        // A remark alone is not what was signed.
        Assert.All(pages, page => Assert.Contains(page.Pieces, placed =>
            placed.Piece.Block is not (SignatureBlocks or ProofBlock or Spacer or Paragraph) && !placed.IsRepeatedHead));
    }

    private static void AssertNothingReachesIntoTheMargin(IReadOnlyList<LaidPage> pages) => Assert.All(pages, page =>
        Assert.All(page.Pieces, placed =>
            Assert.InRange(placed.Y + placed.Piece.Height, 0, PageFrame.Of(page.Orientation).Height - PageFrame.Bottom + 0.1)));

    private static bool IsHead(PlacedPiece placed, IReadOnlyList<LaidPage> pages) =>
        pages.Any(page => page.Pieces.Exists(other => ReferenceEquals(other.Piece.Head, placed.Piece)));
}
