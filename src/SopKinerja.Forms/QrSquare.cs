using QRCoder;

namespace SopKinerja.Forms;

public readonly record struct QrRun(int Row, int Column, int Length);

public sealed record QrSquare(int Size, IReadOnlyList<QrRun> Runs)
{
    public static QrSquare Of(string text)
    {
        using var code = Code(text);
        var rows = code.ModuleMatrix;
        return new(rows.Count, [.. Enumerable.Range(0, rows.Count).SelectMany(row => RunsOf(row, [.. rows[row].Cast<bool>()]))]);
    }

    public static byte[] Png(string text)
    {
        const int PixelsPerModule = 8;
        using var code = Code(text);
        using var png = new PngByteQRCode(code);
        return png.GetGraphic(PixelsPerModule);
    }

    // Level M: a quarter of the symbols may differ, for example by a crease, and the modules stay large.
    internal static QRCodeData Code(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);

    private static IEnumerable<QrRun> RunsOf(int row, bool[] modules)
    {
        for (var start = Array.IndexOf(modules, true); start >= 0;)
        {
            var end = Array.IndexOf(modules, false, start);
            yield return new(row, start, end - start);
            start = Array.IndexOf(modules, true, end);
        }
    }
}
