namespace SopKinerja.Web.Pages.Organisation;

/// <summary>What a chart is drawn on. Sizes are in pixels of CSS, of which 96 are an inch.</summary>
/// <param name="Kode">Stands in an address.</param>
/// <param name="Width">Between the margins.</param>
/// <param name="Height">Between the margins; a drawing that needs less is less high.</param>
/// <param name="HasHead">Whether each sheet says what it is of, because it may lie alone on a table.</param>
public sealed record ChartPaper(string Kode, string Nama, int Width, int Height, bool HasHead)
{
    public static readonly ChartPaper Screen = new("layar", "Layar", 1168, 1400, HasHead: false);

    public static readonly ChartPaper File = new("gambar", "Gambar", 1500, 1400, HasHead: true);

    /// <summary>In landscape, with margins of 10 mm.</summary>
    public static readonly IReadOnlyList<ChartPaper> Printed =
    [
        new("a4", "A4", 1046, 708, HasHead: true),
        new("a3", "A3", 1510, 1036, HasHead: true),
    ];

    public static ChartPaper Of(string? kode) => Printed.FirstOrDefault(p => p.Kode == kode) ?? Screen;

    public bool IsPrinted => Printed.Contains(this);
}
