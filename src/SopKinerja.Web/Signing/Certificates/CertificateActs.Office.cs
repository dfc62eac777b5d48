using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Certificates;

// The administrator as the office of the dinas for certificates; each act that signs asks for the authority's passphrase. The person's
// passphrase is never there: the request carries the person's public key, and the private one stays locked.
public sealed partial class CertificateActs
{
    /// <summary>A new authority may be made when the one before cannot issue a certificate for its whole time any more.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(DinasAuthority.YearsOfPerson * 366);

    private const string NotWaiting = "Permintaan ini sudah diterbitkan, ditolak, atau ditarik. Muat ulang halaman ini.";

    /// <param name="second">The part that a second person holds; null where one holds the whole.</param>
    public async Task<string?> MakeAuthorityAsync(Passphrase passphrase, DateTimeOffset now, Passphrase? second = null)
    {
        if ((passphrase.WhyNotChosen() ?? second?.WhyNotChosen()) is { } weak)
        {
            return weak;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"lock table signing_authorities in exclusive mode");
        if (await WhyNoNewAuthorityAsync(now) is { } refused)
        {
            return refused;
        }

        using var made = DinasAuthority.Make(settings.Value.Pemerintah, settings.Value.NamaPendek, now);
        var row = new SigningAuthority(
            made.Certificate.RawData, made.SealKey(envelope, passphrase.With(second)), second is not null, made.End, now);
        db.Add(row);
        await db.SaveChangesAsync();
        log.Write(
            new ClaimsPrincipal(), ChangeSubjects.Otoritas, row.Id, "Otoritas sertifikat dinas",
            $"membuat otoritas sertifikat dinas, yang frasa sandinya dipegang {(second is null ? "satu" : "dua")} orang.");
        // An empty list from the first day on: anyone who checks against a list must find one.
        db.Add(new SigningList(row.Id, 1, made.ListRevoked([], 1, now), now));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Why no authority can be made now; null when it can.</summary>
    public async Task<string?> WhyNoNewAuthorityAsync(DateTimeOffset now) => settings.Value.WhyNotPrinted ?? (
        await db.Set<SigningAuthority>().MaxAsync(a => (DateTimeOffset?)a.NotAfter) is { } end && end - now > Overlap
            ? $"Otoritas sertifikat dinas sudah ada dan berlaku sampai {Tanggal.Tampil(end)}. Yang baru dapat dibuat mulai "
                + $"{Tanggal.Tampil(end - Overlap)}."
            : null);

    /// <summary>Locks the key of the authority with another passphrase, of one person or of two; nothing else of it changes.</summary>
    public async Task<string?> ChangeAuthorityPassphraseAsync(
        int authorityId, Passphrase old, Passphrase chosen, Passphrase? second, DateTimeOffset now)
    {
        if ((chosen.WhyNotChosen() ?? second?.WhyNotChosen()) is { } weak)
        {
            return weak;
        }

        var one = db.Set<SigningAuthority>().Where(a => a.Id == authorityId);
        if (LockedKeys.WhyNotOf(await one.AsNoTracking().SingleAsync(), old) is { } parts)
        {
            return parts;
        }

        var (locked, whyNot) = await keys.RelockAsync(one, old, chosen.With(second), now);
        if (locked is not null)
        {
            (await one.SingleAsync()).Relock(locked, second is not null);
            await db.SaveChangesAsync();
        }

        return whyNot;
    }

    public Task<List<SigningCertificate>> WaitingAsync() =>
        db.Set<SigningCertificate>().AsNoTracking().Waiting().OrderBy(c => c.Id).ToListAsync();

    public async Task<string?> IssueAsync(long id, Passphrase ofAuthority, string by, DateTimeOffset now)
    {
        if (await WaitingAsync(id) is null)
        {
            return NotWaiting;
        }

        using var opened = await keys.OpenAuthorityAsync(ofAuthority, now);
        return opened.WhyNot ?? await IssueOpenedAsync(id, opened, by, now);
    }

    /// <summary>Issues with a key that is open, so that several are issued with one passphrase.</summary>
    public async Task<string?> IssueOpenedAsync(long id, OpenedKey opened, string by, DateTimeOffset now)
    {
        if (await WaitingAsync(id) is not { } request)
        {
            return NotWaiting;
        }

        if (settings.Value.WhyNotPrinted is { } missing)
        {
            return missing;
        }

        var person = await db.Pegawai.AsNoTracking().SingleAsync(p => p.Id == request.PegawaiId);
        if (!person.IsActive)
        {
            return "Pegawai ini tercatat tidak aktif, jadi sertifikatnya tidak diterbitkan.";
        }

        if (await IsUnconfirmedAsync(person.Id))
        {
            return "Kata sandi atau tugas akunnya diatur orang lain dan pemiliknya belum dikonfirmasi Kasubbag atau Sekretaris, jadi "
                + "sertifikatnya belum diterbitkan.";
        }

        using var issued = AuthorityOf(opened).Issue(request.Request, new(person.Nama, person.Nip), settings.Value.Pemerintah, now);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Set<SigningCertificate>().InUse().SingleOrDefaultAsync(c => c.PegawaiId == person.Id) is { } before)
        {
            before.Supersede(by, now);
            await db.SaveChangesAsync();
        }

        request.Issue((int)opened.Id, issued, by, now);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    public async Task<string?> RejectAsync(long id, string by, DateTimeOffset now)
    {
        if (await WaitingAsync(id) is not { } request)
        {
            return NotWaiting;
        }

        request.Reject(by, now);
        await db.SaveChangesAsync();
        return null;
    }

    /// <param name="untrustedFrom">Since when others may have had the key; null where nobody had it.</param>
    public async Task<string?> RevokeAsync(
        long id, EndReason reason, OpenedKey opened, string by, DateTimeOffset now, DateOnly? untrustedFrom = null)
    {
        if (await db.Set<SigningCertificate>().InUse().SingleOrDefaultAsync(c => c.Id == id && c.AuthorityId == opened.Id) is not { } used)
        {
            return "Sertifikat ini sudah tidak dipakai lagi. Muat ulang halaman ini.";
        }

        if (untrustedFrom is { } day && used.WhyNotUntrustedFrom(day, now) is { } why)
        {
            return why;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        used.Revoke(reason, by, now, untrustedFrom);
        await db.SaveChangesAsync();
        await PublishOpenedAsync(opened, now);
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Signs and stores a new list of revoked certificates, for those who judge a file without this database.</summary>
    public async Task<string?> PublishListAsync(Passphrase ofAuthority, DateTimeOffset now)
    {
        using var opened = await keys.OpenAuthorityAsync(ofAuthority, now);
        if (opened.WhyNot is null)
        {
            await PublishOpenedAsync(opened, now);
        }

        return opened.WhyNot;
    }

    public async Task PublishOpenedAsync(OpenedKey opened, DateTimeOffset now)
    {
        var ended = await db.Set<SigningCertificate>().Where(c => c.AuthorityId == opened.Id && c.EndedAt != null).OrderBy(c => c.Id)
            .Select(c => new { c.Serial, c.EndedAt, c.UntrustedFrom, c.EndReason }).ToListAsync();
        var number = 1 + (await db.Set<SigningList>().Where(l => l.AuthorityId == opened.Id).MaxAsync(l => (long?)l.Number) ?? 0);
        var bytes = AuthorityOf(opened).ListRevoked(
            ended.Select(c => new RevokedCertificate(
                Convert.FromHexString(c.Serial!), SigningTrustSource.EndOf(c.EndedAt, c.UntrustedFrom)!.Value, Reason(c.EndReason!.Value))),
            number, now);
        db.Add(new SigningList((int)opened.Id, number, bytes, now));
        await db.SaveChangesAsync();
    }

    // Not disposed by itself: its certificate and key are those of the opened key.
    private static DinasAuthority AuthorityOf(OpenedKey opened) => new(opened.Certificate!, opened.Key!);

    private Task<SigningCertificate?> WaitingAsync(long id) =>
        db.Set<SigningCertificate>().Waiting().SingleOrDefaultAsync(c => c.Id == id);

    private static X509RevocationReason Reason(EndReason reason) => reason switch
    {
        EndReason.Superseded => X509RevocationReason.Superseded,
        EndReason.Compromised => X509RevocationReason.KeyCompromise,
        EndReason.Left => X509RevocationReason.AffiliationChanged,
        EndReason.Withdrawn or EndReason.Rejected or EndReason.Lost => X509RevocationReason.CessationOfOperation,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
