using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages;

/// <summary>A straight line within a cell of the flowchart, in lengths of SVG (pixels, or % of the cell) from the middle of the cell; from
/// the middle of its lower edge for one <paramref name="AtFoot"/>.</summary>
public sealed record FlowLine(string X1, string Y1, string X2, string Y2, bool IsArrow = false, bool AtFoot = false);

/// <summary>
/// The flowchart of the SOP form: where lines run through the cells below the performers. Forward, a line leaves below, runs along the foot
/// of its row and enters the next symbol from above. The way back ("Tidak") leaves a decision at its side and runs up to the earlier
/// step: into its underside from the row below, past what lies between on an outer lane otherwise; so that no two lines cross.
/// </summary>
public static class SopDrawing
{
    /// <summary>Half the width of a decision, and of the others.</summary>
    public const int Diamond = 30, Box = 28;

    /// <summary>Half the height of a decision, and of the others.</summary>
    public const int DiamondHeight = 17, BoxHeight = 12;

    /// <summary>How far from the middle the ways back run upwards: within a symbol's width, and outside of it.</summary>
    private const int NearLane = 18, OuterLane = 46;

    private const string Left = "-50%", Top = "-50%", Right = "50%", Bottom = "50%", Foot = "-8";

    public static bool IsDecision(SopRow row) => row.BackTo is not null;

    /// <summary>1 where the way back leaves to the right, -1 to the left.</summary>
    public static int BackSide(SopRow row) => Place(row.Pelaksana) <= Place(Target(row).Pelaksana) ? 1 : -1;

    /// <summary>The same of the way on.</summary>
    public static int OnSide(SopRow row) => Place(row.Pelaksana) <= Place(SopTable.Row(row.Next!.Value).Pelaksana) ? 1 : -1;

    public static IReadOnlyList<FlowLine> Lines(SopRow row, Role column) =>
    [
        .. Forward(row, Place(column)),
        .. SopTable.Rows.Where(IsDecision).SelectMany(from => Back(from, row, Place(column))),
    ];

    private static IEnumerable<FlowLine> Forward(SopRow row, int here)
    {
        var from = Place(row.Pelaksana);
        if (here == from && row.Step > SopTable.Rows[0].Step)
        {
            yield return new("0", Top, "0", $"{-HalfHeight(row)}", IsArrow: true);
        }

        var to = row.Next is { } next ? Place(SopTable.Row(next).Pelaksana) : from;
        if (here == from && row.Next is not null)
        {
            yield return new("0", Top, "0", here == to ? "0" : Foot, AtFoot: true);
        }

        if (Across(here, from, to) is var (x1, x2))
        {
            yield return new(x1, Foot, x2, Foot, AtFoot: true);
        }

        if (here == to && here != from)
        {
            yield return new("0", Foot, "0", "0", AtFoot: true);
        }
    }

    private static IEnumerable<FlowLine> Back(SopRow from, SopRow row, int here)
    {
        var target = Target(from);
        var (start, end) = (Place(from.Pelaksana), Place(target.Pelaksana));
        var isNear = target.Next == from.Step && start != end;
        var lane = !isNear ? OuterLane : NearLane * BackSide(from);
        if (row == from && Across(here, start, end, $"{lane}") is var (x1, x2))
        {
            yield return new(x1, "0", x2, "0");
        }

        if (here != end || row.Step > from.Step || row.Step < target.Step)
        {
            yield break;
        }

        var underside = HalfHeight(row) - (IsDecision(row) ? DiamondHeight * NearLane / Diamond : 0);
        var reached = row != target ? Top : isNear ? $"{underside}" : "0";
        yield return new($"{lane}", row == from ? "0" : Bottom, $"{lane}", reached, IsArrow: row == target && isNear);
        if (row == target && !isNear)
        {
            yield return new($"{lane}", "0", $"{(IsDecision(row) ? Diamond : Box)}", "0", IsArrow: true);
        }
    }

    // The part within column "here" of a line from the middle of one column to another, or to a place in it.
    private static (string X1, string X2)? Across(int here, int from, int to, string end = "0")
    {
        var (enter, leave) = from < to ? (Left, Right) : (Right, Left);
        return from == to ? here == from && end != "0" ? ("0", end) : null
            : here == from ? ("0", leave)
            : here == to ? (enter, end)
            : here > Math.Min(from, to) && here < Math.Max(from, to) ? (enter, leave)
            : null;
    }

    private static int HalfHeight(SopRow row) => IsDecision(row) ? DiamondHeight : BoxHeight;

    private static SopRow Target(SopRow row) => SopTable.Row(row.BackTo!.Value);

    private static int Place(Role role) => SopTable.Columns.Index().First(c => c.Item == role).Index;
}
