using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SopKinerja.Domain.Calendar;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>
/// What the administrator does as the office of the dinas for certificates; each act that signs asks for the authority's passphrase. The
/// person's passphrase is never there: the request carries the person's public key, and the private one stays locked. A refusal is a
/// sentence, null means that it was done.
/// </summary>
public sealed class CertificateOffice(SopDbContext db, KeyEnvelope envelope, IOptions<DinasSettings> dinas)
{
    /// <summary>A new authority may be made when the one before cannot issue a certificate for its whole time any more.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(DinasAuthority.YearsOfPerson * 366);

    /// <summary>Makes the authority of the dinas.</summary>
    public async Task<string?> MakeAuthorityAsync(Passphrase passphrase, DateTimeOffset now)
    {
        if (passphrase.WhyNotChosen() is { } weak)
        {
            return weak;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"lock table signing_authorities in exclusive mode");
        if (await WhyNoNewAuthorityAsync(now) is { } refused)
        {
            return refused;
        }

        using var made = DinasAuthority.Make(dinas.Value.Pemerintah, dinas.Value.NamaPendek, now);
        var end = new DateTimeOffset(made.Certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        db.Add(new SigningAuthority(made.Certificate.RawData, made.SealKey(envelope, passphrase), end, now));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Why no authority can be made now; null when it can.</summary>
    public async Task<string?> WhyNoNewAuthorityAsync(DateTimeOffset now) =>
        await db.Set<SigningAuthority>().MaxAsync(a => (DateTimeOffset?)a.NotAfter) is { } end && end - now > Overlap
            ? $"Otoritas sertifikat dinas sudah ada dan berlaku sampai {Indonesia.Tanggal(end)}. Yang baru dapat dibuat mulai {Indonesia.Tanggal(end - Overlap)}."
            : null;

    /// <summary>The requests that wait, oldest first.</summary>
    public Task<List<SigningCertificate>> WaitingAsync() =>
        db.Set<SigningCertificate>().AsNoTracking().Where(c => c.IssuedAt == null && c.EndedAt == null).OrderBy(c => c.Id).ToListAsync();

    /// <summary>Issues a certificate on a waiting request; the person's certificate before it ends with that.</summary>
    /// <param name="id">Of the request.</param>
    /// <param name="ofAuthority">The authority's passphrase.</param>
    /// <param name="by">The administrator's name.</param>
    /// <param name="now">From when it holds.</param>
    public async Task<string?> IssueAsync(long id, Passphrase ofAuthority, string by, DateTimeOffset now)
    {
        if (await WaitingAsync(id) is not { } request)
        {
            return NotWaiting;
        }

        var person = await db.Pegawai.AsNoTracking().SingleAsync(p => p.Id == request.PegawaiId);
        if (!person.IsActive)
        {
            return "Pegawai ini tercatat tidak aktif, jadi sertifikatnya tidak diterbitkan.";
        }

        var (authority, row, whyNot) = await OpenAsync(ofAuthority, now);
        if (authority is null)
        {
            return whyNot;
        }

        using (authority)
        {
            using var issued = authority.Issue(request.Request, new(person.Nama, person.Nip), dinas.Value.Pemerintah, now);
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (await db.Set<SigningCertificate>().SingleOrDefaultAsync(c => c.PegawaiId == person.Id && c.IssuedAt != null && c.EndedAt == null) is { } before)
            {
                before.End(EndReason.Superseded, by, now);
                await db.SaveChangesAsync();
            }

            request.Issue(row!.Id, issued, by, now);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        return null;
    }

    /// <summary>Turns a waiting request down.</summary>
    public async Task<string?> RejectAsync(long id, string by, DateTimeOffset now)
    {
        if (await WaitingAsync(id) is not { } request)
        {
            return NotWaiting;
        }

        request.End(EndReason.Rejected, by, now);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Signs and stores a new list of revoked certificates, for those who judge a file without this database.</summary>
    public async Task<string?> PublishListAsync(Passphrase ofAuthority, DateTimeOffset now)
    {
        var (authority, row, whyNot) = await OpenAsync(ofAuthority, now);
        if (authority is null)
        {
            return whyNot;
        }

        using (authority)
        {
            var ended = await db.Set<SigningCertificate>().Where(c => c.AuthorityId == row!.Id && c.EndedAt != null).OrderBy(c => c.Id)
                .Select(c => new { c.Serial, c.EndedAt, c.EndReason }).ToListAsync();
            var number = 1 + (await db.Set<SigningList>().Where(l => l.AuthorityId == row!.Id).MaxAsync(l => (long?)l.Number) ?? 0);
            var bytes = authority.ListRevoked(
                ended.Select(c => new RevokedCertificate(Convert.FromHexString(c.Serial!), c.EndedAt!.Value, Reason(c.EndReason!.Value))), number, now);
            db.Add(new SigningList(row!.Id, number, bytes, now));
            await db.SaveChangesAsync();
        }

        return null;
    }

    /// <summary>The newest authority with its key open. The caller disposes of it.</summary>
    private async Task<(DinasAuthority? Authority, SigningAuthority? Row, string? WhyNot)> OpenAsync(Passphrase passphrase, DateTimeOffset now)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A transaction that is rolled back would forget the wrong passphrase.");
        }

        if (await db.Set<SigningAuthority>().AsNoTracking().OrderByDescending(a => a.Id).FirstOrDefaultAsync() is not { } row || row.NotAfter < now)
        {
            return (null, null, "Belum ada otoritas sertifikat dinas yang berlaku. Buat dengan perintah create-ca di server.");
        }

        var one = db.Set<SigningAuthority>().Where(a => a.Id == row.Id);
        if (await PassphraseGate.WhyNotAsync(one, now) is { } refused)
        {
            return (null, null, refused);
        }

        if (KeyEnvelope.Open(row.LockedKey, passphrase) is not { } key)
        {
            return (null, null, PassphraseGate.Wrong(await one.Select(a => a.Failures).SingleAsync()));
        }

        await PassphraseGate.OpenedAsync(one);
        return (new(X509CertificateLoader.LoadCertificate(row.Certificate), key), row, null);
    }

    private const string NotWaiting = "Permintaan ini sudah diterbitkan, ditolak, atau ditarik. Muat ulang halaman ini.";

    private Task<SigningCertificate?> WaitingAsync(long id) =>
        db.Set<SigningCertificate>().SingleOrDefaultAsync(c => c.Id == id && c.IssuedAt == null && c.EndedAt == null);

    private static X509RevocationReason Reason(EndReason reason) => reason switch
    {
        EndReason.Superseded => X509RevocationReason.Superseded,
        EndReason.Compromised => X509RevocationReason.KeyCompromise,
        EndReason.Left => X509RevocationReason.AffiliationChanged,
        _ => X509RevocationReason.CessationOfOperation,
    };
}
