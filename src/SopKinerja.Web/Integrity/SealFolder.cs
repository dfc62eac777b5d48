namespace SopKinerja.Web.Integrity;

/// <summary>Where each seal is written as a file, for whoever keeps it elsewhere.</summary>
public sealed class SealFolder(string path)
{
    public async Task WriteAsync(Segel seal, CancellationToken cancel)
    {
        Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(Path.Combine(path, seal.FileName), seal.ToJson(), cancel);
    }
}
