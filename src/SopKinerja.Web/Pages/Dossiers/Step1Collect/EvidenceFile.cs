using System.Security.Cryptography;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step1Collect;

internal static class EvidenceFile
{
    public static async Task<(Evidence Evidence, EvidenceContent Content)> ReadAsync(
        IFormFile file, long dossierId, Actor actor, DateTimeOffset now)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var type = FileTypes.Sniff(bytes) ?? throw new InvalidOperationException("The file was not judged before it was read.");
        var evidence = new Evidence(
            key, Uploads.NameOf(file.FileName), type, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), actor.Nama, now);
        return (evidence, new() { Key = key, DossierId = dossierId, Bytes = bytes });
    }
}
