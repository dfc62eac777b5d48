using System.Globalization;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>The room that the drawn form left for a signature: a page and a rectangle in points.</summary>
internal sealed record SignatureRoom(int Page, PdfArray Rectangle, double Width, double Height)
{
    /// <exception cref="PdfRefusedException">The form has no such room.</exception>
    public static SignatureRoom Of(PdfSource source, SignaturePlace place)
    {
        var places = source.Map(source.Trailer["/Root"])["/Dests"] is { } reference ? source.Map(reference) : null;
        if (places?["/" + place] is not PdfArray
            { Items: [PdfReference page, PdfAtom { Raw: "/FitR" }, var left, var bottom, var right, var top] })
        {
            throw new PdfRefusedException(PdfFault.NoRoom, "Dokumen ini tidak menyediakan tempat untuk tanda tangan ini.");
        }

        return new(page.Number, new([left, bottom, right, top]), Points(right) - Points(left), Points(top) - Points(bottom));
    }

    private static double Points(PdfValue value) => value is PdfAtom { Raw: var raw }
        && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var points)
            ? points
            : throw new PdfRefusedException(PdfFault.Broken, "tempat tanda tangannya tidak terbaca");
}
