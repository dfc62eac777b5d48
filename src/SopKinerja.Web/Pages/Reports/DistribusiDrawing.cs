using System.Globalization;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>Where the bars and the curve of a <see cref="Distribusi"/> stand; in whole units of the picture, so that no comma gets into
/// it.</summary>
public sealed record DistribusiDrawing(IReadOnlyList<DrawnPredikat> Predikat)
{
    public const int Width = 330;

    public const int Height = 250;

    public const int Base = 190;

    public const int BarWidth = 25;

    private const int Tallest = 150;
    private const int Column = Width / 5;

    /// <summary>The tallest bar of both fills the height, so that they are drawn to one scale.</summary>
    public static DistribusiDrawing Of(Distribusi distribusi)
    {
        var most = distribusi.Rows.Max(r => Math.Max(r.Expected, r.Actual ?? 0));
        int Scaled(decimal share) => (int)decimal.Round(share / most * Tallest, MidpointRounding.AwayFromZero);
        return new([.. distribusi.Rows.Select((r, i) => new DrawnPredikat(
            r.Predikat.Nama().Split(' '), r.Count, (i * Column) + ((Column - (2 * BarWidth) - 2) / 2), Scaled(r.Expected),
            Scaled(r.Actual ?? 0)))]);
    }

    public string Curve => string.Join(
        ' ', Predikat.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Left + (BarWidth / 2)},{Base - p.Expected}")));
}

public sealed record DrawnPredikat(string[] Words, int Count, int Left, int Expected, int Actual)
{
    public int Second => Left + DistribusiDrawing.BarWidth + 2;

    public int Middle => Left + DistribusiDrawing.BarWidth + 1;
}
