using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>The pictures of the letterhead: the environment's, or that of the settings.</summary>
public sealed class Letterheads(SopDbContext db, LetterheadLock locked)
{
    private readonly Dictionary<string, LetterheadImage> _read = [];

    public LetterheadImage Of(DinasSettings settings) => locked.Image.IsThere ? locked.Image
        : settings.GambarKop is not { Length: > 0 } sha256 ? LetterheadImage.None
        : _read.TryGetValue(sha256, out var known) ? known
        : _read[sha256] = Stored(db.Set<LetterheadPicture>().AsNoTracking().Single(p => p.Sha256 == sha256));

    /// <summary>That with a mark, as its address names it; null where there is none.</summary>
    public async Task<LetterheadImage?> FindAsync(string mark, CancellationToken cancel) =>
        locked.Image.IsThere && locked.Image.Mark == mark ? locked.Image
        : mark.Length == LetterheadImage.MarkLength
            && await db.Set<LetterheadPicture>().AsNoTracking().FirstOrDefaultAsync(p => p.Sha256.StartsWith(mark), cancel) is { } found
            ? Stored(found) : null;

    private static LetterheadImage Stored(LetterheadPicture picture) => new(picture.Bytes, picture.ContentType);
}

/// <summary>The picture that the environment sets; none where it sets none.</summary>
public sealed record LetterheadLock(LetterheadImage Image);
