using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>The lists of revoked certificates in a folder, read again when a file there changes.</summary>
public sealed class RevocationLists
{
    public const string Extension = ".crl";

    private readonly string _folder;

    private readonly Lock _lock = new();

    private IReadOnlyList<(string File, DateTime At)> _state = [];

    private IReadOnlyList<RevocationList> _lists = [];

    private RevocationLists(string folder) => _folder = folder;

    /// <summary>Null where no folder is set.</summary>
    /// <exception cref="StartRefusedException">The folder is not there.</exception>
    public static RevocationLists? Of(string? folder) => string.IsNullOrWhiteSpace(folder) ? null
        : Directory.Exists(folder) ? new(folder)
        : throw new StartRefusedException("Folder pada setelan Bsre:DaftarCabut tidak ada. Buat foldernya dan taruh daftar sertifikat "
            + $"dicabut (CRL, *{Extension}) dari BSrE di sana, atau kosongkan setelan itu.");

    /// <summary>The newest list of an authority; null where none of the lists is its.</summary>
    public RevocationList? Of(X509Certificate2 issuer) => All().Where(list => list.IsOf(issuer)).MaxBy(list => list.ThisUpdate);

    /// <summary>Puts a list where the next judgement finds it; the old one is there until the new one is whole.</summary>
    public void Keep(string name, byte[] file)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes($"{path}.baru", file);
        File.Move($"{path}.baru", path, overwrite: true);
    }

    private IReadOnlyList<RevocationList> All()
    {
        lock (_lock)
        {
            List<(string File, DateTime At)> now = [.. Directory.EnumerateFiles(_folder, $"*{Extension}").Order(StringComparer.Ordinal)
                .Select(file => (file, File.GetLastWriteTimeUtc(file)))];
            if (!now.SequenceEqual(_state))
            {
                (_state, _lists) = (now, [.. now.Select(one => ReadOrNull(one.File)).OfType<RevocationList>()]);
            }

            return _lists;
        }
    }

    // A file that is no list says nothing; that there is none for an authority is said.
    private static RevocationList? ReadOrNull(string file)
    {
        try
        {
            return RevocationList.Read(File.ReadAllBytes(file));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
