using System.Globalization;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Pages;

namespace SopKinerja.Web.Tests;

/// <summary>Where the lines of the flowchart lead, followed from cell to cell.</summary>
public sealed class SopDrawingTests
{
    // Of a cell, in the units of the drawing; only which of two places lies further matters.
    private const double Width = 100, Height = 100;

    private static readonly IReadOnlyList<(double X1, double Y1, double X2, double Y2, bool IsArrow)> Lines =
    [
        .. SopTable.Rows.SelectMany((row, y) => SopTable.Columns.SelectMany((column, x) => SopDrawing.Lines(row, column).Select(line =>
        {
            var (left, top) = ((x + 0.5) * Width, (y + (line.AtFoot ? 1 : 0.5)) * Height);
            return (left + Place(line.X1, Width), top + Place(line.Y1, Height), left + Place(line.X2, Width), top + Place(line.Y2, Height),
                line.IsArrow);
        }))),
    ];

    [Fact]
    public void An_arrow_enters_each_step_but_the_first_from_the_one_before_and_one_more_for_each_way_back()
    {
        Assert.Equal(
            SopTable.Rows.Skip(1).Select(r => r.No).Concat(SopTable.Rows.Where(r => r.BackTo is not null).Select(r => (int)r.BackTo!)).Order(),
            Lines.Where(l => l.IsArrow).Select(l => 1 + (int)(l.Y2 / Height)).Order());
        Assert.All(Lines.Where(l => l.IsArrow), l =>
            Assert.Equal(SopTable.Columns[(int)(l.X2 / Width)], SopTable.Rows[(int)(l.Y2 / Height)].Pelaksana));
    }

    [Fact]
    public void Every_step_is_led_on_and_every_decision_back_without_a_gap()
    {
        Assert.All(SopTable.Rows.Where(r => r.Next is not null), r => Assert.Contains(r.No + 1, Reached(r)));
        Assert.All(SopTable.Rows.Where(r => r.BackTo is not null), r => Assert.Contains((int)r.BackTo!, Reached(r)));
    }

    [Fact]
    public void No_two_lines_cross() => Assert.Empty(
        from a in Lines
        from b in Lines
        where a.Y1 == a.Y2 && b.X1 == b.X2
            && b.X1 > Math.Min(a.X1, a.X2) && b.X1 < Math.Max(a.X1, a.X2) && a.Y1 > Math.Min(b.Y1, b.Y2) && a.Y1 < Math.Max(b.Y1, b.Y2)
        select $"{a} and {b}");

    // The numbers of the steps at whose arrows one arrives from the symbol of this row.
    private static HashSet<int> Reached(SopRow row)
    {
        var x = (SopTable.Columns.Index().First(c => c.Item == row.Pelaksana).Index + 0.5) * Width;
        var ends = new Queue<(double X, double Y)>([(x, (row.No - 0.5) * Height)]);
        var seen = new HashSet<(double, double)>();
        var reached = new HashSet<int>();
        while (ends.TryDequeue(out var end))
        {
            foreach (var line in Lines.Where(l => (l.X1, l.Y1) == end && seen.Add((l.X2, l.Y2))))
            {
                if (line.IsArrow)
                {
                    reached.Add(1 + (int)(line.Y2 / Height));
                }
                else
                {
                    ends.Enqueue((line.X2, line.Y2));
                }
            }
        }

        return reached;
    }

    private static double Place(string length, double whole) => length.EndsWith('%')
        ? double.Parse(length[..^1], CultureInfo.InvariantCulture) * whole / 100
        : double.Parse(length, CultureInfo.InvariantCulture);
}
