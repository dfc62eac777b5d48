using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Puts the person, the name and the offices into the cookie, with whom he stands in for today and who for him; renewed whenever
/// the security stamp is checked.</summary>
public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, SopDbContext db, TimeProvider time)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var nama = user.PegawaiId is { } id ? await db.Pegawai.Where(p => p.Id == id).Select(p => p.Nama).SingleAsync() : user.Nama;
        identity.AddClaim(new(CurrentActor.NamaClaim, nama));
        if (user.PegawaiId is { } pegawai)
        {
            identity.AddClaim(new(CurrentActor.PegawaiClaim, pegawai.ToString(CultureInfo.InvariantCulture)));
            var today = Tanggal.DiWita(time.GetUtcNow());
            var running = await db.Penugasan.AsNoTracking().Include(p => p.Menggantikan).Include(p => p.Pelaksana)
                .Where(p => (p.PelaksanaId == pegawai || p.MenggantikanId == pegawai)).RunningOn(today).ToListAsync();
            identity.AddClaims(running.Where(p => p.PelaksanaId == pegawai).Select(p => CurrentActor.ClaimOf(p.Mandate)));
            identity.AddClaims(running.Where(p => p.MenggantikanId == pegawai)
                .Select(p => new Claim(CurrentActor.ReplacedClaim, p.InHisPlace)));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new(MustChangePassword.ClaimType, "ya"));
        }

        identity.AddClaims(user.Offices.Select(o => new Claim(ClaimTypes.Role, o)));
        return identity;
    }
}

public sealed class ActiveAccounts : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.IsActive);
}
