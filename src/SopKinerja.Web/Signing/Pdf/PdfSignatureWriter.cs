using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SopKinerja.Web.Documents;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>
/// Adds a signature behind a drawn form (ISO 32000-1, 12.8; PAdES baseline, ETSI EN 319 142-1): field, visible block and signature
/// dictionary. What was in the file stays, byte for byte, so earlier signatures stay valid.
/// </summary>
public static class PdfSignatureWriter
{
    /// <summary>Bytes for a signature with two certificates: 2 KiB at most with RSA 2048.</summary>
    public const int Reserved = 4 * 1024;

    public const int ReservedWithTimestamp = 20 * 1024;

    private const string SubFilter = "/ETSI.CAdES.detached";

    // Print (bit 3) and Locked (bit 8): it is on paper as well, and stays where it is.
    private const int PrintAndLocked = 4 + 128;


    /// <param name="reserved">Bytes kept free for the signature.</param>
    /// <exception cref="PdfRefusedException">The file is broken, encrypted, not ours, or has no free room for this signature.</exception>
    public static PreparedSignature Prepare(byte[] pdf, SignaturePlace place, SignatureWords words, int reserved = Reserved)
    {
        var source = PdfSource.Read(pdf);
        if (!OurFiles.IsOurs(source))
        {
            throw new PdfRefusedException(PdfFault.Foreign, "pembuatnya bukan SopKinerja");
        }

        var room = SignatureRoom.Of(source, place);
        var fields = SignatureFields.Of(source);
        if (fields.Any(field => field.Name == place.ToString()))
        {
            throw new PdfRefusedException(PdfFault.NoRoom, "Tempat tanda tangan ini sudah terisi.");
        }

        var increment = new PdfIncrement(pdf, source);
        var appearance = new AppearanceTaker(PdfSource.Read(SignatureAppearance.Draw(words, room.Sheet)), increment).Take();
        var (field, value) = (increment.Take(), increment.Take());
        AddField(source, increment, new PdfReference(field));
        var page = source.Map(new PdfReference(room.Page));
        increment.Put(room.Page, page.With("/Annots", Annotations(page).With(new PdfReference(field))));
        increment.Put(field, Field(place, words, room, appearance, value));
        increment.Put(value, Signature(words, reserved));
        var identifier = Convert.ToHexString(SHA256.HashData([.. SHA256.HashData(pdf), (byte)place]), 0, 16);
        var (file, start) = increment.Write(identifier, value);
        return Prepared(file, start, reserved);
    }

    private static void AddField(PdfSource source, PdfIncrement increment, PdfReference field)
    {
        var root = (PdfReference)source.Trailer["/Root"]!;
        var catalog = source.Map(root);
        if (catalog["/AcroForm"] is PdfReference form)
        {
            var known = source.Map(form);
            increment.Put(form.Number, known.With("/Fields", ((PdfArray)known["/Fields"]!).With(field)));
            return;
        }

        var number = increment.Take();
        // SignaturesExist and AppendOnly (table 219).
        increment.Put(number, new PdfMap([("/Fields", new PdfArray([field])), ("/SigFlags", PdfIncrement.Number(3))]));
        increment.Put(root.Number, catalog.With("/AcroForm", new PdfReference(number)));
    }

    private static PdfArray Annotations(PdfMap page) => page["/Annots"] switch
    {
        null => new([]),
        PdfArray known => known,
        _ => throw new PdfRefusedException(PdfFault.Foreign, "halamannya ditulis program lain"),
    };

    private static PdfMap Field(SignaturePlace place, SignatureWords words, SignatureRoom room, int appearance, int value) => new(
    [
        ("/Type", new PdfAtom("/Annot")), ("/Subtype", new PdfAtom("/Widget")), ("/FT", new PdfAtom("/Sig")),
        ("/T", PdfText.Of(place.ToString())), ("/TU", PdfText.Of($"Tanda tangan elektronik {words.Nama}")),
        ("/F", PdfIncrement.Number(PrintAndLocked)), ("/Rect", room.Rectangle), ("/P", new PdfReference(room.Page)),
        ("/AP", new PdfMap([("/N", new PdfReference(appearance))])), ("/V", new PdfReference(value)),
    ]);

    private static PdfMap Signature(SignatureWords words, int reserved) => new(
    [
        ("/Type", new PdfAtom("/Sig")), ("/Filter", new PdfAtom("/Adobe.PPKLite")), ("/SubFilter", new PdfAtom(SubFilter)),
        ("/Name", PdfText.Of(words.Nama)), ("/Reason", PdfText.Of(words.Alasan)), ("/M", PdfText.Of(words.Pada)),
        ("/ByteRange", new PdfAtom(Range(0, 0, 0))),
        ("/Contents", new PdfAtom(PreparedSignature.Contents([], reserved))),
    ]);

    private static PreparedSignature Prepared(byte[] file, int start, int reserved)
    {
        var hole = start + file.AsSpan(start).IndexOf("/Contents<"u8) + "/Contents".Length;
        var after = hole + PreparedSignature.HoleLength(reserved);
        var range = start + file.AsSpan(start).IndexOf("/ByteRange["u8) + "/ByteRange".Length;
        Encoding.Latin1.GetBytes(Range(hole, after, file.Length - after), file.AsSpan(range));
        return new(file, hole, reserved);
    }

    // Of one width whatever the numbers, because it is written before they are known.
    private static string Range(int hole, int after, int rest) =>
        string.Create(CultureInfo.InvariantCulture, $"[0 {hole,-10} {after,-10} {rest,-10}]");
}
