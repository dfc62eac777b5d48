namespace SopKinerja.Web.Ui;

/// <summary>The kinds of files that may be handed in, known by their first bytes and not by their names.</summary>
public static class FileTypes
{
    private static readonly (string ContentType, string Extension, byte[] Start)[] Rows =
    [
        ("application/pdf", ".pdf", "%PDF-"u8.ToArray()),
        ("image/jpeg", ".jpg", [0xFF, 0xD8, 0xFF]),
        ("image/png", ".png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ];

    public const string Accept = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

    /// <summary>The content type by the first bytes; null when it is none of the kinds.</summary>
    public static string? Sniff(ReadOnlySpan<byte> bytes)
    {
        foreach (var row in Rows)
        {
            if (bytes.StartsWith(row.Start))
            {
                return row.ContentType;
            }
        }

        return null;
    }

    /// <summary>".pdf" for a known content type.</summary>
    public static string Extension(string contentType) => Rows.FirstOrDefault(r => r.ContentType == contentType).Extension ?? ".bin";
}
