using System.Text;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>Which single bytes of a signed file are flipped: where each of its parts begins and ends, and a few hundred anywhere.</summary>
internal static class FlippedBytes
{
    public const int Anywhere = 300;

    /// <summary>What a signed file is made of; each is looked for from the front and from the back.</summary>
    private static readonly string[] Parts =
    [
        "%PDF-", " obj", "endobj", "stream\n", "endstream", "/Type", "/Catalog", "/Pages", "/MediaBox", "/Font", "/AcroForm", "/Fields",
        "/Sig",
        "/SubFilter", "/ByteRange[", "/Contents<", "/Rect[", "xref\n", "trailer", "/Size", "/Root", "/Prev", "/ID", "startxref\n", "%%EOF",
    ];

    /// <summary>The same places whenever it is asked.</summary>
    public static IReadOnlyList<int> Of(byte[] signed, int seed)
    {
        var random = new Random(seed);
        return [.. Named(signed), .. Enumerable.Range(0, Anywhere).Select(_ => random.Next(signed.Length))];
    }

    /// <summary>The first byte of each part and the first one behind it; of the last signature, which nothing covers, each piece as
    /// well.</summary>
    public static IReadOnlyList<int> Named(byte[] signed)
    {
        var hole = signed.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents".Length;
        var end = hole + signed.AsSpan(hole).IndexOf((byte)'>');
        return
        [
            0, signed.Length - 1, hole, hole + 1, hole + 2, hole + ((end - hole) / 2), end - 1, end,
            .. Parts.SelectMany(part => Around(signed, Encoding.ASCII.GetBytes(part))).Distinct().Where(at => at < signed.Length),
        ];
    }

    private static IEnumerable<int> Around(byte[] signed, byte[] part)
    {
        var (first, last) = (signed.AsSpan().IndexOf(part), signed.AsSpan().LastIndexOf(part));
        Assert.True(first >= 0, $"No {Encoding.ASCII.GetString(part)} in the file.");
        return [first, first + part.Length, last, last + part.Length];
    }
}
