namespace SopKinerja.Web.Signing.Pdf;

/// <param name="Name">The place, as our writer names it; null for another name.</param>
internal sealed record SignatureFieldFound(int Number, string? Name, PdfMap Map, int Value);

internal static class SignatureFields
{
    /// <exception cref="PdfRefusedException">The fields cannot be read.</exception>
    public static IReadOnlyList<SignatureFieldFound> Of(PdfSource source)
    {
        var catalog = source.Map(source.Trailer["/Root"]);
        if (catalog["/AcroForm"] is not { } reference)
        {
            return [];
        }

        var form = source.Map(reference);
        if (form["/Fields"] is not PdfArray fields)
        {
            throw new PdfRefusedException(PdfFault.Foreign, "isian formulirnya ditulis program lain");
        }

        // Each is judged over the whole file.
        return fields.Items.Count > PdfBudget.MostFields
            ? throw new PdfRefusedException(PdfFault.TooMuch, "isian formulirnya terlalu banyak")
            : [.. fields.Items.Select(item => (Field: item as PdfReference, Map: source.Map(item)))
                .Where(field => field.Map.Is("/FT", "/Sig") && field.Map["/V"] is PdfReference)
                .Select(field => new SignatureFieldFound(
                    field.Field!.Number, PdfText.Read(field.Map["/T"]), field.Map, ((PdfReference)field.Map["/V"]!).Number))];
    }
}

internal static class OurFiles
{
    private const string Creator = "(SopKinerja)";

    public static bool IsOurs(PdfSource source) => source.Map(source.Trailer["/Info"])["/Creator"] is PdfAtom { Raw: Creator };

    /// <summary>Whether the bytes say so, also when they no longer read as a file. It stands there twice, so one changed byte does not hide
    /// it.</summary>
    public static bool MayBeOurs(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("/Creator(SopKinerja)"u8) >= 0 || bytes.IndexOf("<xmp:CreatorTool>SopKinerja<"u8) >= 0;
}
