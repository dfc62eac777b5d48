using Microsoft.AspNetCore.Mvc.Rendering;

namespace SopKinerja.Web.Documents.Html;

/// <summary>A QR code within a page, so that nothing is asked of elsewhere.</summary>
public static class QrDrawing
{
    /// <param name="alternative">What it is, for who cannot see it.</param>
    public static TagBuilder Of(QrSquare square, string alternative, string cssClass)
    {
        var drawing = new TagBuilder("svg");
        drawing.AddCssClass(cssClass);
        drawing.Attributes["viewBox"] = FormattableString.Invariant($"0 0 {square.Size} {square.Size}");
        drawing.Attributes["shape-rendering"] = "crispEdges";
        drawing.Attributes["role"] = "img";
        drawing.Attributes["aria-label"] = alternative;
        var dark = new TagBuilder("path");
        dark.Attributes["d"] = string.Concat(square.Runs.Select(run =>
            FormattableString.Invariant($"M{run.Column} {run.Row}h{run.Length}v1h-{run.Length}z")));
        drawing.InnerHtml.AppendHtml(dark);
        return drawing;
    }
}
