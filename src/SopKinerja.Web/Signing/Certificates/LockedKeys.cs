using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Cms;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>A private key under a passphrase, with the count of wrong ones since the last right one.</summary>
public interface ILockedKey
{
    /// <summary>PKCS #8; null once it was forgotten.</summary>
    byte[]? LockedKey { get; }

    int Failures { get; }

    /// <summary>No one may try before; null when anyone may.</summary>
    DateTimeOffset? TryAgainAt { get; }
}

/// <summary>A key that is open, with its certificate; or the sentence why it is not.</summary>
/// <param name="Issuer">Whose signature the certificate carries; null for an authority, which signs its own.</param>
public sealed record OpenedKey(long Id, SigningKey? Key, X509Certificate2? Certificate, X509Certificate2? Issuer, string? WhyNot)
    : IDisposable
{
    internal static OpenedKey Refused(string sentence) => new(0, null, null, null, sentence);

    public void Dispose()
    {
        Key?.Dispose();
        Certificate?.Dispose();
        Issuer?.Dispose();
    }
}

/// <summary>Opens keys, a person's or the authority's, and slows guessing down: five tries are free, then every wrong one doubles the wait,
/// up to a day.</summary>
/// <remarks>A try is counted before it is made, so that many at once gain nothing; the right passphrase clears the count. Nothing here runs
/// inside a transaction, which would forget the count.</remarks>
public sealed class LockedKeys(SopDbContext db, KeyEnvelope envelope)
{
    public const int Free = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long to wait after so many wrong ones in a row: nothing, then 1, 2, 4, 8 … minutes.</summary>
    public static TimeSpan WaitAfter(int failures) => failures < Free ? TimeSpan.Zero
        : TimeSpan.FromMinutes(Math.Min(Longest.TotalMinutes, Math.Pow(2, Math.Min(failures - Free, 20))));

    public async Task<OpenedKey> OpenOwnAsync(int pegawaiId, Passphrase passphrase, DateTimeOffset now)
    {
        var used = await db.Set<SigningCertificate>()
            .AsNoTracking().Include(c => c.Authority).InUse().SingleOrDefaultAsync(c => c.PegawaiId == pegawaiId);
        if (used is null || used.NotAfter < now)
        {
            return OpenedKey.Refused(used is null
                ? "Anda belum mempunyai sertifikat tanda tangan yang berlaku. Minta sertifikat di halaman Sertifikat saya."
                : $"Sertifikat Anda berakhir {Tanggal.Tampil(used.NotAfter!.Value)}. Minta sertifikat baru di halaman Sertifikat saya.");
        }

        return await OpenAsync(db.Set<SigningCertificate>()
            .Where(c => c.Id == used.Id), used.Id, passphrase, used.Certificate!, used.Authority!.Certificate, now);
    }

    /// <param name="authorityId">Which one; the newest, which alone issues, for null.</param>
    public async Task<OpenedKey> OpenAuthorityAsync(Passphrase passphrase, DateTimeOffset now, int? authorityId = null)
    {
        var row = await db.Set<SigningAuthority>().AsNoTracking().Where(a => authorityId == null || a.Id == authorityId)
            .OrderByDescending(a => a.Id).FirstOrDefaultAsync();
        return row is null || row.NotAfter < now
            ? OpenedKey.Refused("Belum ada otoritas sertifikat dinas yang berlaku. Buat dengan perintah create-ca di server.")
            : WhyNotOf(row, passphrase) is { } parts ? OpenedKey.Refused(parts)
            : await OpenAsync(db.Set<SigningAuthority>().Where(a => a.Id == row.Id), row.Id, passphrase, row.Certificate, null, now);
    }

    /// <summary>That a part of its passphrase is missing, or one too many; null where there are as many as hold it.</summary>
    internal static string? WhyNotOf(SigningAuthority authority, Passphrase passphrase) =>
        authority.IsShared is true == passphrase.IsOfTwo ? null
        : authority.IsShared is true
            ? "Frasa sandi otoritas dipegang dua orang. Masing-masing menulis bagiannya, keduanya pada formulir ini."
        : "Frasa sandi otoritas dipegang satu orang. Kosongkan bagian orang kedua.";

    /// <summary>The same key under another passphrase; null and a sentence when the old one is wrong.</summary>
    public async Task<(byte[]? Locked, string? WhyNot)> RelockAsync<T>(
        IQueryable<T> one, Passphrase old, Passphrase chosen, DateTimeOffset now)
        where T : class, ILockedKey
    {
        var (key, whyNot) = await UnlockAsync(one, old, now);
        using (key)
        {
            return (key is null ? null : envelope.Seal(key.Algorithm, chosen), whyNot);
        }
    }

    private async Task<OpenedKey> OpenAsync<T>(
        IQueryable<T> one, long id, Passphrase passphrase, byte[] certificate, byte[]? issuer, DateTimeOffset now)
        where T : class, ILockedKey
    {
        var (key, whyNot) = await UnlockAsync(one, passphrase, now);
        return key is null ? OpenedKey.Refused(whyNot!) : new(
            id, key, X509CertificateLoader.LoadCertificate(certificate), issuer is null
                ? null
                : X509CertificateLoader.LoadCertificate(issuer), null);
    }

    private async Task<(SigningKey? Key, string? WhyNot)> UnlockAsync<T>(IQueryable<T> one, Passphrase passphrase, DateTimeOffset now)
        where T : class, ILockedKey
    {
        if (db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A transaction that is rolled back would forget the wrong passphrase.");
        }

        var seen = await one.Select(x => new { x.LockedKey, x.Failures, x.TryAgainAt }).SingleAsync();
        if (seen.TryAgainAt > now)
        {
            return (
                null, $"Frasa sandi salah terlalu sering. Coba lagi sesudah {Tanggal.TampilPukul(seen.TryAgainAt.Value.AddSeconds(59))}.");
        }

        var failures = seen.Failures + 1;
        var next = WaitAfter(failures) is { Ticks: > 0 } wait ? now + wait : (DateTimeOffset?)null;
        if (await CountAsync(one.Where(x => x.Failures == seen.Failures), failures, next) != 1)
        {
            return (null, "Frasa sandi ini sedang dicoba di tempat lain. Coba lagi.");
        }

        if (seen.LockedKey is null || KeyEnvelope.Open(seen.LockedKey, passphrase) is not { } key)
        {
            return (null, Wrong(failures));
        }

        await CountAsync(one, 0, null);
        return (key, null);
    }

    private static Task<int> CountAsync<T>(IQueryable<T> one, int failures, DateTimeOffset? next)
        where T : class, ILockedKey =>
        one.ExecuteUpdateAsync(row => row.SetProperty(x => x.Failures, failures).SetProperty(x => x.TryAgainAt, next));

    private static string Wrong(int failures) => failures >= Free
        ? $"Frasa sandi salah. Percobaan berikutnya baru dapat dilakukan {Tanggal.Durasi(WaitAfter(failures))} lagi."
        : $"Frasa sandi salah. Periksa huruf besar dan kecil; masih {Free - failures} percobaan sebelum Anda harus menunggu.";
}
