using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Where the picture of a signature goes: a page from 1 on, and a square in the middle of the room that the form left, in
/// points.</summary>
internal sealed record BsreRoom(int Page, double X, double Y, double Side)
{
    /// <summary>Looked up in the form as it was drawn: what other programs wrote behind it need not be read.</summary>
    /// <exception cref="PdfRefusedException">The file does not begin with such a form, or it has no such room.</exception>
    public static BsreRoom Of(byte[] pdf, SignaturePlace place, BsreOrigin origin)
    {
        var form = FormRooms.Of(pdf);
        var (page, box) = (form.Pages.ToList().IndexOf(form.Room(place).Page), form.Room(place).Box);
        var (side, height) = (Math.Min(box.Width, box.Height), form.Sizes[page].Top);
        var up = origin == BsreOrigin.KiriBawah ? box.Bottom : height - box.Bottom - side;
        return new(page + 1, box.Left + ((box.Width - side) / 2), up, side);
    }
}
