namespace SopKinerja.Web.Signing.Pdf;

/// <summary>A signature field that is filled.</summary>
/// <param name="Number">Its object.</param>
/// <param name="Name">The place, as our writer names it; null for another name.</param>
/// <param name="Map">The field, which is its widget as well.</param>
/// <param name="Value">The signature dictionary's object.</param>
internal sealed record SignatureFieldFound(int Number, string? Name, PdfMap Map, int Value);

/// <summary>The signature fields of a file.</summary>
internal static class SignatureFields
{
    // Three people sign. Each field is judged over the whole file, so a file made to name thousands would keep the server busy for hours.
    private const int Most = 16;

    /// <exception cref="PdfRefusedException">The fields cannot be read.</exception>
    public static IReadOnlyList<SignatureFieldFound> Of(PdfSource source)
    {
        var catalog = source.Map(source.Trailer["/Root"]);
        if (catalog["/AcroForm"] is not { } reference)
        {
            return [];
        }

        var form = source.Map(reference);
        return form["/Fields"] is not PdfArray { Items.Count: <= Most } fields
            ? throw new PdfRefusedException(PdfFault.Foreign, "isian formulirnya ditulis program lain")
            : [.. fields.Items.Select(item => (Field: item as PdfReference, Map: source.Map(item)))
                .Where(field => field.Map.Is("/FT", "/Sig") && field.Map["/V"] is PdfReference)
                .Select(field => new SignatureFieldFound(
                    field.Field!.Number, PdfText.Read(field.Map["/T"]), field.Map, ((PdfReference)field.Map["/V"]!).Number))];
    }
}

/// <summary>Files that this program drew.</summary>
internal static class OurFiles
{
    private const string Creator = "(SopKinerja)";

    /// <summary>Whether the file says so.</summary>
    public static bool IsOurs(PdfSource source) => source.Map(source.Trailer["/Info"])["/Creator"] is PdfAtom { Raw: Creator };

    /// <summary>Whether the bytes say so, also when they no longer read as a file. It stands there twice, so one changed byte does not hide it.</summary>
    public static bool MayBeOurs(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("/Creator(SopKinerja)"u8) >= 0 || bytes.IndexOf("<xmp:CreatorTool>SopKinerja<"u8) >= 0;
}
