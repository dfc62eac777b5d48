using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Bsre;

public sealed class BsreIdentity
{
    public required int PegawaiId { get; init; }

    public required byte[] LockedNik { get; set; }

    public required DateTimeOffset EnteredAt { get; set; }
}

/// <summary>Keeps the NIK of anyone who signs by way of BSrE: entered by the person, shown to the person with most digits hidden, and in no
/// list.</summary>
public sealed class BsreIdentities(SopDbContext db, IDataProtectionProvider protection, ChangeLog changes, TimeProvider time)
{
    /// <summary>The NIK; null when there is none, or none that these keys open.</summary>
    public async Task<string?> NikAsync(int pegawaiId)
    {
        var locked = await db.Set<BsreIdentity>().Where(i => i.PegawaiId == pegawaiId).Select(i => i.LockedNik).SingleOrDefaultAsync();
        try
        {
            return locked is null ? null : Encoding.ASCII.GetString(Lock(pegawaiId).Unprotect(locked));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task KeepAsync(ClaimsPrincipal user, string nik)
    {
        var (me, locked, now) = (
            user.Actor().PegawaiId!.Value, Lock(user.Actor().PegawaiId!.Value).Protect(Encoding.ASCII.GetBytes(nik)), time.GetUtcNow());
        if (await db.FindAsync<BsreIdentity>(me) is { } known)
        {
            (known.LockedNik, known.EnteredAt) = (locked, now);
        }
        else
        {
            db.Add(new BsreIdentity { PegawaiId = me, LockedNik = locked, EnteredAt = now });
        }

        Write(user, "mengisi NIK untuk BSrE (disimpan tersandi)");
        await db.SaveChangesAsync();
    }

    public async Task ForgetAsync(ClaimsPrincipal user)
    {
        if (await db.FindAsync<BsreIdentity>(user.Actor().PegawaiId!.Value) is { } known)
        {
            db.Remove(known);
            Write(user, "menghapus NIK untuk BSrE");
            await db.SaveChangesAsync();
        }
    }

    private void Write(ClaimsPrincipal user, string sentence) =>
        changes.Write(user, ChangeSubjects.Pegawai, user.Actor().PegawaiId!.Value, user.Actor().Nama, sentence);

    // For one person: a value that is moved to another's row does not open there.
    private IDataProtector Lock(int pegawaiId) => protection.CreateProtector("SopKinerja.Bsre.Nik", $"{pegawaiId}");
}
