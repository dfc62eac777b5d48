namespace SopKinerja.PrivatePostgres;

/// <summary>Whether this account may write into a folder, which is made when it is not there.</summary>
public static class WritableFolder
{
    /// <summary>Null when it may; otherwise a sentence that names the folder that refused, which may be one far above.</summary>
    public static string? WhyNot(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var trial = new FileStream(
                Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1,
                FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return Sentence(Path.GetFullPath(folder));
        }
    }

    private static string Sentence(string folder)
    {
        var there = folder;
        while (!Path.Exists(there) && Path.GetDirectoryName(there) is { } above)
        {
            there = above;
        }

        var effect = there == folder ? "" : $", jadi {folder} tidak dapat dibuat";
        return File.Exists(there)
            ? $"{there} bukan folder{effect}. Pindahkan berkas itu, atau pilih folder lain dengan SOP_DATA."
            : $"Folder {there} tidak dapat ditulis oleh akun ini{effect}. Periksa pemilik, izin, dan ruangnya, atau pilih "
                + "folder lain dengan SOP_DATA.";
    }
}
