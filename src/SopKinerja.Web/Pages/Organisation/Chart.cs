using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages.Organisation;

/// <summary>A chart as far as one page holds it.</summary>
/// <param name="Last">Key of the last of the first row, where there are more of it; null otherwise.</param>
/// <param name="Above">Who or what stands above the root; null where nothing does.</param>
public sealed record Chart(IReadOnlyList<ChartNode> Roots, int? Last, (string Nama, string Url)? Above)
{
    public int Count => Roots.Sum(CountOf);

    public bool IsPart => Last is not null || Roots.Any(HidesSome);

    public bool HasMarks => Roots.Any(IsMarked);

    public ChartPicture On(ChartPaper paper, string title) => new(title, ChartDrawing.Of(Roots, paper));

    private static int CountOf(ChartNode node) => 1 + node.Below.Sum(CountOf);

    private static bool HidesSome(ChartNode node) => node.CountHidden > 0 || node.Below.Any(HidesSome);

    private static bool IsMarked(ChartNode node) => node.Marks.Count > 0 || node.Below.Any(IsMarked);
}

/// <summary>Which pages the reader of a chart may go on to.</summary>
public sealed record ChartReader(Actor Actor)
{
    public string? IfOpen(string place, string url) => PageAccess.MayOpen(place, Actor) ? url : null;
}
