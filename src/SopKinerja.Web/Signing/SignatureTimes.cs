using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing;

/// <summary>When a signature is taken to have been made, where no timestamp says so: when the file that ends with it was stored, and now
/// where it never was. What it says of itself proves nothing, since whoever found a key writes any day into the file.</summary>
/// <param name="StoredAt">By the lower-case hexadecimal SHA-256 of the file; null where it was not stored.</param>
public sealed record SignatureTimes(Func<string, DateTimeOffset?> StoredAt, DateTimeOffset Now)
{
    /// <summary>How far the time in the file and that of storing it may lie apart: clocks differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>Of a file of which nothing was stored.</summary>
    public static SignatureTimes Unstored(DateTimeOffset now) => new(_ => null, now);

    public static SignatureTimes Of(IEnumerable<(string Sha256, DateTimeOffset At)> stored, DateTimeOffset now)
    {
        var times = stored.ToLookup(s => s.Sha256, s => s.At);
        return new(sha256 => times[sha256].Select(at => (DateTimeOffset?)at).Min(), now);
    }

    /// <summary>Looked up for each signature that is good but for its time; the connection must be free.</summary>
    public static SignatureTimes In(SopDbContext db, DateTimeOffset now) =>
        new(sha256 => db.Documents.Where(d => d.Sha256 == sha256).Min(d => (DateTimeOffset?)d.DrawnAt), now);
}
