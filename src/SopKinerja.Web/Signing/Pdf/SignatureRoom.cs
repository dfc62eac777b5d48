using System.Globalization;
using SopKinerja.Web.Documents;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>The room that the drawn form left for a signature: a page and a rectangle in points. Where the caption leaves room for the day
/// too, the rectangle holds both; what the form wrote between them shows through.</summary>
internal sealed record SignatureRoom(int Page, PdfArray Rectangle, SignatureSheet Sheet)
{
    public double Width => Sheet.Width;

    public double Height => Sheet.Height;

    /// <exception cref="PdfRefusedException">The form has no such room.</exception>
    public static SignatureRoom Of(PdfSource source, SignaturePlace place)
    {
        var places = source.Map(source.Trailer["/Root"])["/Dests"] is { } reference ? source.Map(reference) : null;
        if (places?["/" + place] is not PdfArray
            { Items: [PdfReference page, PdfAtom { Raw: "/FitR" }, var left, var bottom, var right, var top] })
        {
            throw new PdfRefusedException(PdfFault.NoRoom, "Dokumen ini tidak menyediakan tempat untuk tanda tangan ini.");
        }

        PdfValue[] box = [left, bottom, right, top];
        if (places["/" + place + PdfPlaces.OfDate] is not PdfArray { Items: [PdfReference same, _, var l, var b, var r, var t] }
            || same.Number != page.Number)
        {
            return new(page.Number, new(box), new(Points(right) - Points(left), Points(top) - Points(bottom), Within(box, box), null));
        }

        // Of two edges the outer, as the form wrote it.
        PdfValue[] date = [l, b, r, t];
        PdfValue[] both = [Less(left, l), Less(bottom, b), More(right, r), More(top, t)];
        return new(page.Number, new(both), new(
            Points(both[2]) - Points(both[0]), Points(both[3]) - Points(both[1]), Within(both, box), Within(both, date)));
    }

    private static PdfValue Less(PdfValue one, PdfValue other) => Points(one) <= Points(other) ? one : other;

    private static PdfValue More(PdfValue one, PdfValue other) => Points(one) >= Points(other) ? one : other;

    private static PlacedRect Within(PdfValue[] whole, PdfValue[] part) => new(
        Points(part[0]) - Points(whole[0]), Points(whole[3]) - Points(part[3]), Points(part[2]) - Points(part[0]),
        Points(part[3]) - Points(part[1]));

    private static double Points(PdfValue value) => value is PdfAtom { Raw: var raw }
        && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var points)
            ? points
            : throw new PdfRefusedException(PdfFault.Broken, "tempat tanda tangannya tidak terbaca");
}
