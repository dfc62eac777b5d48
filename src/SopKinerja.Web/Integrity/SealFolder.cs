namespace SopKinerja.Web.Integrity;

/// <summary>Where each seal is written as a file, for whoever keeps it elsewhere.</summary>
public sealed class SealFolder(string path)
{
    /// <summary>Under a name of its own until it counts.</summary>
    public async Task PrepareAsync(Segel seal, CancellationToken cancel)
    {
        Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(PreparedName(seal), seal.ToJson(), cancel);
    }

    public void Keep(Segel seal) => File.Move(PreparedName(seal), Path.Combine(path, seal.FileName), overwrite: true);

    private string PreparedName(Segel seal) => Path.Combine(path, seal.FileName + ".baru");
}
