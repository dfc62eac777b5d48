using System.Security.Cryptography;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Signing.WetInk;

/// <param name="Nama">As the sender named it; shown, never used as a path.</param>
/// <param name="ContentType">By its first bytes.</param>
public sealed record ScanFile(string Nama, byte[] Bytes, string ContentType, string Sha256)
{
    public static async Task<ScanFile> ReadAsync(IFormFile file)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        var type = FileTypes.Sniff(bytes) ?? throw new InvalidOperationException("The file was not judged before it was read.");
        return new(Uploads.NameOf(file.FileName), bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public ScannedPaper Matched(ScanMatch by) => new(Bytes, ContentType, Sha256, by);
}
