using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>What is done with certificates, by their holders and by the office of the dinas that issues them. A refusal is a sentence, null
/// means that it was done.</summary>
public sealed partial class CertificateActs(
    SopDbContext db, LockedKeys keys, KeyEnvelope envelope, CurrentSettings settings, ChangeLog log)
{
    public async Task<string?> RequestAsync(int pegawaiId, Passphrase passphrase, DateTimeOffset now)
    {
        var person = await db.Pegawai.AsNoTracking().SingleAsync(p => p.Id == pegawaiId);
        if (passphrase.WhyNotChosen(person.Nama, person.Nip) is { } weak)
        {
            return weak;
        }

        if (!person.IsActive)
        {
            return "Anda tercatat tidak aktif, jadi tidak dapat meminta sertifikat. Hubungi administrator.";
        }

        if (await IsUnconfirmedAsync(pegawaiId))
        {
            return "Kata sandi atau tugas akun Anda diatur orang lain, jadi sertifikat belum dapat diminta. Konfirmasikan dahulu akun Anda "
                + "kepada Kasubbag atau Sekretaris, di halaman Konfirmasi akun.";
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new SigningCertificate(
            pegawaiId, DinasAuthority.Request(new(person.Nama, person.Nip), key), envelope.Seal(key, passphrase), now);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await Of(pegawaiId).Waiting().SingleOrDefaultAsync() is { } waiting)
        {
            waiting.Withdraw(person.Nama, now);
            await db.SaveChangesAsync();
        }

        db.Add(request);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    public async Task<string?> WithdrawAsync(int pegawaiId, string by, DateTimeOffset now)
    {
        if (await Of(pegawaiId).Waiting().SingleOrDefaultAsync() is not { } waiting)
        {
            return "Tidak ada permintaan yang menunggu. Mungkin sertifikatnya sudah diterbitkan.";
        }

        waiting.Withdraw(by, now);
        await db.SaveChangesAsync();
        return null;
    }

    public async Task<string?> ChangePassphraseAsync(int pegawaiId, Passphrase old, Passphrase chosen, DateTimeOffset now)
    {
        var person = await db.Pegawai.AsNoTracking().SingleAsync(p => p.Id == pegawaiId);
        if (chosen.WhyNotChosen(person.Nama, person.Nip) is { } weak)
        {
            return weak;
        }

        if (await Of(pegawaiId).AsNoTracking().InUse().SingleOrDefaultAsync() is not { } used)
        {
            return "Anda belum mempunyai sertifikat tanda tangan, jadi belum ada frasa sandi yang dapat diganti.";
        }

        var (locked, whyNot) = await keys.RelockAsync(db.Set<SigningCertificate>().Where(c => c.Id == used.Id), old, chosen, now);
        if (locked is not null)
        {
            (await Of(pegawaiId).SingleAsync(c => c.Id == used.Id)).Relock(locked);
            await db.SaveChangesAsync();
        }

        return whyNot;
    }

    // Whoever reset an account must not take back what its person has signed.
    internal const string UnconfirmedPast = "Kata sandi akun ini diatur orang lain dan belum dikonfirmasi, jadi yang sudah ditandatangani "
        + "belum dapat Anda nyatakan tidak berlaku. Tulis hari ini supaya sertifikat langsung berakhir; hari yang lebih awal diberi tahu "
        + "kepada administrator sesudah akun ini dikonfirmasi.";

    /// <summary>Ends the certificate in use: the passphrase is forgotten, or someone else may know it. Earlier signatures stay
    /// valid.</summary>
    /// <param name="untrustedFrom">Since when others may have had the key; null where nobody had it.</param>
    public async Task<string?> EndAsync(int pegawaiId, EndReason reason, string by, DateTimeOffset now, DateOnly? untrustedFrom = null)
    {
        if (await Of(pegawaiId).InUse().SingleOrDefaultAsync() is not { } used)
        {
            return "Tidak ada sertifikat yang berlaku untuk dicabut.";
        }

        if (untrustedFrom is { } day && (used.WhyNotUntrustedFrom(day, now)
            ?? (day < Tanggal.DiWita(now) && await IsUnconfirmedAsync(pegawaiId) ? UnconfirmedPast : null)) is { } why)
        {
            return why;
        }

        used.Revoke(reason, by, now, untrustedFrom);
        await db.SaveChangesAsync();
        return null;
    }

    private Task<bool> IsUnconfirmedAsync(int pegawaiId) =>
        db.Users.AnyAsync(a => a.PegawaiId == pegawaiId && a.ResetAt != null && a.ConfirmedAt == null);

    private IQueryable<SigningCertificate> Of(int pegawaiId) => db.Set<SigningCertificate>().Where(c => c.PegawaiId == pegawaiId);
}
