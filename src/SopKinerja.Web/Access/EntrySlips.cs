using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Slips with which owners of accounts come in for the first time, or again after a lost password (docs/decisions/0053).</summary>
public sealed class EntrySlips(
    SopDbContext db, Sessions sessions, ChangeLog log, CurrentSettings settings, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>At once: 100 pages.</summary>
    public const int Most = 400;

    /// <summary>Gives each account a new code, by which alone it is entered until its owner has chosen a password. What opened it before
    /// opens nothing any more, its sessions end, and no earlier try has to wait for it.</summary>
    /// <param name="accounts">Tracked, at most <see cref="Most"/>, and not that of the user.</param>
    public async Task<EntryBatch> MakeAsync(ClaimsPrincipal user, IReadOnlyList<Account> accounts)
    {
        await using var transaction = await db.BeginOwnTransactionAsync();
        var now = time.GetUtcNow();
        var until = now.AddDays(settings.Value.SlipDays);
        var made = new List<SealedSlip>();
        foreach (var account in accounts)
        {
            var code = EntryCode.New();
            account.GiveEntry(EntryCode.Digest(code), until, user.Actor().Nama, EntryCode.New(), now);
            log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!,
                $"membuat slip masuk ke-{account.EntrySlips}, berlaku sampai {Tanggal.TampilPukul(until)}.");
            made.Add(new(account.Id, account.EntrySlips!.Value, code));
        }

        var batch = new EntryBatch
        {
            AccountId = user.AccountId(),
            At = now,
            Sealed = Protector(user).Protect(JsonSerializer.SerializeToUtf8Bytes(made)),
        };
        db.EntryBatches.Add(batch);
        await db.SaveChangesAsync();
        var ids = accounts.Select(a => a.Id).ToList();
        await sessions.EndAsync(db.Sessions.Where(s => ids.Contains(s.AccountId)), SessionEnd.AccountChanged);
        var names = accounts.Select(a => TryBudget.NameOf(a.UserName!)).ToList();
        await db.Tries.Where(t => names.Contains(t.Name)).ExecuteDeleteAsync();
        await (transaction?.CommitAsync() ?? Task.CompletedTask);
        return batch;
    }

    /// <summary>The slips of a batch that the user made, those of one unit together; empty where their codes were taken off, null where
    /// there is no such batch, or none any more.</summary>
    public async Task<IReadOnlyList<EntrySlip>?> FindAsync(ClaimsPrincipal user, int id, CancellationToken cancel)
    {
        var (me, since) = (user.AccountId(), time.GetUtcNow() - EntryBatch.Kept);
        var batch = await db.EntryBatches.AsNoTracking()
            .SingleOrDefaultAsync(b => b.Id == id && b.AccountId == me && b.At > since, cancel);
        if (batch is null || Opened(user, batch) is not { } made)
        {
            return null;
        }

        if (made.Count == 0)
        {
            return [];
        }

        var codes = made.ToDictionary(m => m.AccountId);
        var ids = codes.Keys.ToList();
        var found = await db.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            UserName = a.UserName!,
            Nama = a.Pegawai!.Nama ?? a.Nama,
            a.Pegawai!.Jabatan,
            Unit = a.Pegawai!.UnitKerja!.Nama,
            a.EntrySlips,
            a.EntryUntil,
        }).ToListAsync(cancel);
        return
        [
            .. found.OrderBy(a => a.Unit, StringComparer.CurrentCulture).ThenBy(a => a.Nama, StringComparer.CurrentCulture)
                .Select(a => new EntrySlip(
                    a.Id, a.UserName, a.Nama, a.Jabatan, a.Unit, codes[a.Id].No,
                    a.EntrySlips == codes[a.Id].No ? a.EntryUntil : null, codes[a.Id].Code)),
        ];
    }

    /// <summary>Takes the codes off the server once they are on paper.</summary>
    public Task<int> ForgetAsync(ClaimsPrincipal user, int id)
    {
        var (me, none) = (user.AccountId(), Array.Empty<byte>());
        return db.EntryBatches.Where(b => b.Id == id && b.AccountId == me).ExecuteUpdateAsync(s => s.SetProperty(b => b.Sealed, none));
    }

    // Null where the key of the cipher is gone.
    private List<SealedSlip>? Opened(ClaimsPrincipal user, EntryBatch batch)
    {
        try
        {
            return batch.Sealed.Length == 0 ? [] : JsonSerializer.Deserialize<List<SealedSlip>>(Protector(user).Unprotect(batch.Sealed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(ClaimsPrincipal user) => protection.CreateProtector("SopKinerja.SlipMasuk", $"{user.AccountId()}");

    private sealed record SealedSlip(int AccountId, int No, string Code);
}

/// <param name="No">Counted from the first slip of the account.</param>
/// <param name="Until">Null where it opens nothing any more: its owner has a password, or a later slip.</param>
public sealed record EntrySlip(
    int AccountId, string UserName, string Nama, string? Jabatan, string? Unit, int No, DateTimeOffset? Until, string Code);
