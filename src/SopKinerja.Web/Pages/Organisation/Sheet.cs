namespace SopKinerja.Web.Pages.Organisation;

/// <summary>One piece of paper with a part of a chart.</summary>
public sealed class Sheet(ChartPaper paper)
{
    public ChartPaper Paper => paper;

    public List<DrawnBox> Boxes { get; } = [];

    public List<DrawnLine> Lines { get; } = [];

    /// <summary>No more than the paper has.</summary>
    public int Height => Boxes.Count == 0 ? 0 : Boxes.Max(b => b.Y + b.Height) + 2;
}

/// <param name="IsRepeated">Stands on a sheet before already, or says what goes on here.</param>
public sealed record DrawnBox(int X, int Y, int Width, int Height, IReadOnlyList<DrawnText> Texts, bool IsMarked, bool IsRepeated)
{
    public int Middle => X + (Width / 2);

    public int Foot => Y + Height;
}

public enum DrawnKind
{
    Title,
    Line,
    Mark,
}

/// <param name="Y">Of the line on which the letters stand.</param>
public sealed record DrawnText(int X, int Y, string Words, DrawnKind Kind);

/// <summary>From one place to another, first down and then across, or the other way round.</summary>
public sealed record DrawnLine(int X1, int Y1, int X2, int Y2, bool IsAcrossFirst = false)
{
    /// <summary>As SVG writes it.</summary>
    public string Path => FormattableString.Invariant(
        IsAcrossFirst ? $"M{X1} {Y1}H{X2}V{Y2}" : (FormattableString)$"M{X1} {Y1}V{Y2}H{X2}");
}
