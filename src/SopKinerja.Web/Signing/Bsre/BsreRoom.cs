using System.Globalization;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Where the picture of a signature goes: a page from 1 on, and a square in the middle of the room that the form left, in
/// points.</summary>
internal sealed record BsreRoom(int Page, double X, double Y, double Side)
{
    private static readonly byte[] End = "%%EOF\n"u8.ToArray();

    /// <summary>Looked up in the form as it was drawn: what other programs wrote behind it need not be read.</summary>
    /// <exception cref="PdfRefusedException">The file does not begin with such a form, or it has no such room.</exception>
    public static BsreRoom Of(byte[] pdf, SignaturePlace place, BsreOrigin origin)
    {
        var end = pdf.AsSpan().IndexOf(End);
        var source = PdfSource.Read(end < 0 ? pdf : pdf[..(end + End.Length)]);
        var room = SignatureRoom.Of(source, place);
        var pages = Pages(source, source.Map(source.Trailer["/Root"])["/Pages"], PdfBudget.Deepest).ToList();
        var page = pages.IndexOf(room.Page);
        var (left, bottom, side) = (Points(room.Rectangle.Items[0]), Points(room.Rectangle.Items[1]), Math.Min(room.Width, room.Height));
        var height = source.Map(new PdfReference(room.Page))["/MediaBox"] is PdfArray { Items: [_, _, _, var top] } ? Points(top)
            : throw new PdfRefusedException(PdfFault.Foreign, "ukuran halamannya tidak ada");
        return new(page + 1, left + ((room.Width - side) / 2), origin == BsreOrigin.KiriBawah ? bottom : height - bottom - side, side);
    }

    // A tree that names itself has no end.
    private static IEnumerable<int> Pages(PdfSource source, PdfValue? node, int deepest) => deepest == 0
        ? throw new PdfRefusedException(PdfFault.Broken, "halamannya berputar")
        : node is PdfReference && source.Map(node) is var map && map["/Kids"] is PdfArray kids
            ? kids.Items.SelectMany(kid => Pages(source, kid, deepest - 1))
            : node is PdfReference leaf ? [leaf.Number] : [];

    private static double Points(PdfValue value) => double.Parse(((PdfAtom)value).Raw, NumberStyles.Float, CultureInfo.InvariantCulture);
}
