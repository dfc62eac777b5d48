using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Certificates;

/// <param name="NotAfter">Its last moment; null for a request.</param>
/// <param name="Warning">A sentence when something is to be done; null when nothing is.</param>
/// <param name="Holder">The name in it; null for a request.</param>
/// <param name="Serial">Lower-case hexadecimal; null for a request.</param>
public sealed record CertificateView(
    CertificateState State, DateTimeOffset Since, DateTimeOffset? NotAfter, string? Warning, string? Holder, string? Serial)
{
    public static readonly TimeSpan WarnBefore = TimeSpan.FromDays(30);

    /// <summary>What to say of an end that is near or past; null while it is far.</summary>
    public static string? WarningOf(DateTimeOffset? notAfter, DateTimeOffset now) =>
        notAfter is not { } end ? null
        : end < now ? $"Sertifikat tanda tangan Anda berakhir {Tanggal.Tampil(end)}. Minta sertifikat baru sebelum menandatangani lagi."
        : end - now < WarnBefore ? $"Sertifikat tanda tangan Anda berakhir {Tanggal.Tampil(end)}. Minta yang baru sebelum tanggal itu."
        : null;
}

/// <param name="ListNumber">Of its newest list; null when there is none.</param>
public sealed record AuthorityView(
    int Id, string Nama, DateTimeOffset MadeAt, DateTimeOffset NotAfter, long? ListNumber, DateTimeOffset? ListedAt, int Unlisted,
    bool IsShared)
{
    private static readonly TimeSpan ListSoon = TimeSpan.FromDays(14);

    private static readonly TimeSpan AuthoritySoon = TimeSpan.FromDays(365 * DinasAuthority.YearsOfPerson);

    /// <summary>Until when its newest list may be relied on.</summary>
    public DateTimeOffset? ListEnds => ListedAt + DinasAuthority.ListLasts;

    public IEnumerable<string> WarningsAt(DateTimeOffset now)
    {
        if (NotAfter < now)
        {
            return [];
        }

        string?[] warnings =
        [
            NotAfter - now < AuthoritySoon
                ? $"Otoritas ini berakhir {Tanggal.Tampil(NotAfter)}. Minta petugas server membuat otoritas baru dengan perintah "
                    + "create-ca." : null,
            ListEnds is not { } end ? "Belum ada daftar pencabutan. Terbitkan daftar yang pertama."
                : end < now ? $"Daftar pencabutan kedaluwarsa sejak {Tanggal.Tampil(end)}. Terbitkan daftar baru sekarang."
                : end - now < ListSoon
                ? $"Daftar pencabutan hanya berlaku sampai {Tanggal.Tampil(end)}. Terbitkan daftar baru sebelum tanggal itu."
                : null,
            Unlisted > 0 ? $"{Unlisted} sertifikat berakhir sesudah daftar pencabutan terakhir. Terbitkan daftar baru." : null,
        ];
        return warnings.OfType<string>();
    }
}

public static class CertificateQueries
{
    /// <summary>Requests that wait for the administrator; at most one for each person.</summary>
    public static IQueryable<SigningCertificate> Waiting(this IQueryable<SigningCertificate> all) =>
        all.Where(c => c.IssuedAt == null && c.EndedAt == null);

    /// <summary>Certificates in use, expired or not; at most one for each person.</summary>
    public static IQueryable<SigningCertificate> InUse(this IQueryable<SigningCertificate> all) =>
        all.Where(c => c.IssuedAt != null && c.EndedAt == null);

    public static Task<bool> HasAuthorityAsync(this SopDbContext db, DateTimeOffset now) =>
        db.Set<SigningAuthority>().AnyAsync(a => a.NotAfter > now);

    public static async Task<IReadOnlyList<CertificateView>> CertificatesOfAsync(this SopDbContext db, int pegawaiId, DateTimeOffset now)
    {
        var rows = await db.Set<SigningCertificate>().Where(c => c.PegawaiId == pegawaiId && c.EndedAt == null).OrderBy(c => c.Id)
            .Select(c => new { c.RequestedAt, c.IssuedAt, c.NotAfter, c.Certificate, c.Serial }).ToListAsync();
        return [.. rows.Select(c => new CertificateView(
            c.IssuedAt is null ? CertificateState.Requested : c.NotAfter < now ? CertificateState.Expired : CertificateState.Active,
            c.IssuedAt ?? c.RequestedAt, c.NotAfter, CertificateView.WarningOf(c.NotAfter, now), NamaOf(c.Certificate), c.Serial))];
    }

    public static async Task<IReadOnlyList<AuthorityView>> AuthoritiesAsync(this SopDbContext db)
    {
        var lists = db.Set<SigningList>();
        var rows = await db.Set<SigningAuthority>().AsNoTracking().OrderByDescending(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.Certificate,
                a.NotAfter,
                a.MadeAt,
                IsShared = a.IsShared == true,
                List = lists.Where(l => l.AuthorityId == a.Id)
                    .OrderByDescending(l => l.Number).Select(l => new { l.Number, l.MadeAt }).FirstOrDefault(),
                Unlisted = db.Set<SigningCertificate>().Count(c => c.AuthorityId == a.Id
                    && c.EndedAt > (lists.Where(l => l.AuthorityId == a.Id).Max(l => (DateTimeOffset?)l.MadeAt) ?? a.MadeAt)),
            }).ToListAsync();
        return [.. rows.Select(
            a => new AuthorityView(a.Id, NamaOf(a.Certificate) ?? "", a.MadeAt, a.NotAfter, a.List?.Number, a.List?.MadeAt, a.Unlisted,
                a.IsShared))];
    }

    private static string? NamaOf(byte[]? certificate)
    {
        using var loaded = certificate is null ? null : X509CertificateLoader.LoadCertificate(certificate);
        return loaded is null ? null : SubjectOf.Nama(loaded);
    }
}
