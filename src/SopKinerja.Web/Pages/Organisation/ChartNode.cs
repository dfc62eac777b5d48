namespace SopKinerja.Web.Pages.Organisation;

/// <summary>What stands in one box of a chart, and in its line of the list.</summary>
/// <param name="Lines">Below the title.</param>
/// <param name="Marks">What is odd there.</param>
/// <param name="Below">Only those that are shown.</param>
/// <param name="CountBelow">All of them, down to the last.</param>
public sealed record ChartNode(
    int Id, string Title, IReadOnlyList<string> Lines, IReadOnlyList<ChartMark> Marks, IReadOnlyList<ChartNode> Below, int CountBelow)
{
    /// <summary>The page of what stands there; null where the reader may not open it.</summary>
    public string? Url { get; init; }

    /// <summary>The same chart from here down.</summary>
    public required string From { get; init; }

    /// <summary>What lets somebody hand over a post; null where it does not fit.</summary>
    public string? HandOver { get; init; }

    public int CountHidden => Below.Count > 0 ? 0 : CountBelow;
}

/// <param name="Url">Where those of this kind are; null where the reader may not open it.</param>
public sealed record ChartMark(string Words, string? Url);
