using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Cms;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>What somebody sees of the own certificate.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Requested or issued, whichever came last.</param>
/// <param name="NotAfter">Its last moment; null for a request.</param>
/// <param name="Warning">A sentence when something is to be done; null when nothing is.</param>
/// <param name="Holder">The name in it; null for a request.</param>
/// <param name="Serial">Lower-case hexadecimal; null for a request.</param>
public sealed record CertificateView(
    CertificateState State, DateTimeOffset Since, DateTimeOffset? NotAfter, string? Warning, string? Holder, string? Serial);

/// <summary>A key that is open, with its certificate; or the sentence why it is not.</summary>
public sealed record OpenedKey(SigningKey? Key, X509Certificate2? Certificate, X509Certificate2? Authority, string? WhyNot) : IDisposable
{
    internal static OpenedKey Refused(string sentence) => new(null, null, null, sentence);

    public void Dispose()
    {
        Key?.Dispose();
        Certificate?.Dispose();
        Authority?.Dispose();
    }
}

/// <summary>
/// What a person does with the own certificate: ask, sign, change the passphrase, report its loss. Every refusal is a sentence, null means
/// that it was done. None of it may run inside a transaction, which would forget the count of wrong passphrases.
/// </summary>
public sealed class PersonCertificates(SopDbContext db, KeyEnvelope envelope)
{
    /// <summary>From how long before its end somebody is told.</summary>
    public static readonly TimeSpan WarnBefore = TimeSpan.FromDays(30);

    /// <summary>Makes a key under the person's passphrase and a request that waits for the administrator; an earlier waiting one is withdrawn.</summary>
    /// <param name="pegawaiId">Who asks.</param>
    /// <param name="passphrase">Chosen by the person; nobody else ever learns it.</param>
    /// <param name="now">When.</param>
    public async Task<string?> RequestAsync(int pegawaiId, Passphrase passphrase, DateTimeOffset now)
    {
        if (passphrase.WhyNotChosen() is { } weak)
        {
            return weak;
        }

        var person = await db.Pegawai.AsNoTracking().SingleAsync(p => p.Id == pegawaiId);
        if (!person.IsActive)
        {
            return "Anda tercatat tidak aktif, jadi tidak dapat meminta sertifikat. Hubungi administrator.";
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new SigningCertificate(pegawaiId, DinasAuthority.Request(new(person.Nama, person.Nip), key), envelope.Seal(key, passphrase), now);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await Of(pegawaiId).Waiting().SingleOrDefaultAsync() is { } waiting)
        {
            waiting.End(EndReason.Withdrawn, person.Nama, now);
            await db.SaveChangesAsync();
        }

        db.Add(request);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Takes back the request that waits.</summary>
    public async Task<string?> WithdrawAsync(int pegawaiId, string by, DateTimeOffset now)
    {
        if (await Of(pegawaiId).Waiting().SingleOrDefaultAsync() is not { } waiting)
        {
            return "Tidak ada permintaan yang menunggu. Mungkin sertifikatnya sudah diterbitkan.";
        }

        waiting.End(EndReason.Withdrawn, by, now);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>The certificate in use and the request that waits, whichever there are.</summary>
    public async Task<IReadOnlyList<CertificateView>> ShowAsync(int pegawaiId, DateTimeOffset now)
    {
        var rows = await Of(pegawaiId).Where(c => c.EndedAt == null).OrderBy(c => c.Id)
            .Select(c => new { c.RequestedAt, c.IssuedAt, c.NotAfter, c.Certificate, c.Serial }).ToListAsync();
        return [.. rows.Select(c => new CertificateView(
            c.IssuedAt is null ? CertificateState.Requested : c.NotAfter < now ? CertificateState.Expired : CertificateState.Active,
            c.IssuedAt ?? c.RequestedAt, c.NotAfter, Warning(c.NotAfter, now), HolderOf(c.Certificate), c.Serial))];
    }

    /// <summary>Opens the key in use. Wrong passphrases are counted and slow the next try down.</summary>
    public async Task<OpenedKey> OpenAsync(int pegawaiId, Passphrase passphrase, DateTimeOffset now)
    {
        var used = await Of(pegawaiId).AsNoTracking().Include(c => c.Authority).InUse().SingleOrDefaultAsync();
        if (used is null || used.NotAfter < now)
        {
            return OpenedKey.Refused(used is null
                ? "Anda belum mempunyai sertifikat tanda tangan yang berlaku. Minta sertifikat di halaman Sertifikat saya."
                : $"Sertifikat Anda berakhir {Tanggal.Tampil(used.NotAfter!.Value)}. Minta sertifikat baru di halaman Sertifikat saya.");
        }

        var key = await UnlockAsync(used, passphrase, now);
        return key.Key is null ? OpenedKey.Refused(key.WhyNot!) : new(
            key.Key, X509CertificateLoader.LoadCertificate(used.Certificate!), X509CertificateLoader.LoadCertificate(used.Authority!.Certificate), null);
    }

    /// <summary>Locks the key with another passphrase; the certificate stays.</summary>
    public async Task<string?> ChangePassphraseAsync(int pegawaiId, Passphrase old, Passphrase chosen, DateTimeOffset now)
    {
        if (chosen.WhyNotChosen() is { } weak)
        {
            return weak;
        }

        if (await Of(pegawaiId).AsNoTracking().InUse().SingleOrDefaultAsync() is not { } used)
        {
            return "Anda belum mempunyai sertifikat tanda tangan, jadi belum ada frasa sandi yang dapat diganti.";
        }

        var (key, whyNot) = await UnlockAsync(used, old, now);
        if (key is null)
        {
            return whyNot;
        }

        using (key)
        {
            var row = await Of(pegawaiId).SingleAsync(c => c.Id == used.Id);
            row.Relock(envelope.Seal(key.Algorithm, chosen));
            await db.SaveChangesAsync();
        }

        return null;
    }

    /// <summary>Ends the certificate in use: the passphrase is forgotten, or somebody else may know it. Earlier signatures stay valid.</summary>
    /// <param name="pegawaiId">Whose.</param>
    /// <param name="reason">Lost, Compromised or Left.</param>
    /// <param name="by">Who says so: the person, or the administrator.</param>
    /// <param name="now">From when.</param>
    public async Task<string?> EndAsync(int pegawaiId, EndReason reason, string by, DateTimeOffset now)
    {
        if (await Of(pegawaiId).InUse().SingleOrDefaultAsync() is not { } used)
        {
            return "Tidak ada sertifikat yang berlaku untuk dicabut.";
        }

        used.End(reason, by, now);
        await db.SaveChangesAsync();
        return null;
    }

    private async Task<(SigningKey? Key, string? WhyNot)> UnlockAsync(SigningCertificate used, Passphrase passphrase, DateTimeOffset now)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A transaction that is rolled back would forget the wrong passphrase.");
        }

        var one = Of(used.PegawaiId).Where(c => c.Id == used.Id);
        if (await PassphraseGate.WhyNotAsync(one, now) is { } refused)
        {
            return (null, refused);
        }

        if (KeyEnvelope.Open(used.LockedKey!, passphrase) is not { } key)
        {
            return (null, PassphraseGate.Wrong(await one.Select(c => c.Failures).SingleAsync()));
        }

        await PassphraseGate.OpenedAsync(one);
        return (key, null);
    }

    private IQueryable<SigningCertificate> Of(int pegawaiId) => db.Set<SigningCertificate>().Where(c => c.PegawaiId == pegawaiId);

    private static string? HolderOf(byte[]? certificate)
    {
        using var loaded = certificate is null ? null : X509CertificateLoader.LoadCertificate(certificate);
        return loaded is null ? null : SubjectOf.Nama(loaded);
    }

    /// <summary>What to say of an end that is near or past; null while it is far.</summary>
    public static string? Warning(DateTimeOffset? notAfter, DateTimeOffset now) =>
        notAfter is not { } end ? null
        : end < now ? $"Sertifikat tanda tangan Anda berakhir {Tanggal.Tampil(end)}. Minta sertifikat baru sebelum menandatangani lagi."
        : end - now < WarnBefore ? $"Sertifikat tanda tangan Anda berakhir {Tanggal.Tampil(end)}. Minta yang baru sebelum tanggal itu."
        : null;
}
