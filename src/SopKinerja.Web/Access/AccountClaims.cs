using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Who an account is, what it may do, and who stands in for whom today, as claims for the cookie; with one command to the
/// database.</summary>
public sealed class AccountClaims(SopDbContext db, CurrentSettings settings, TimeProvider time) : IUserClaimsPrincipalFactory<Account>
{
    public async Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)),
                new(ClaimTypes.Name, user.UserName!),
                .. user.Offices.Where(o => !user.IsUnconfirmed || !Confirmations.Withheld.Contains(o))
                    .Select(o => new Claim(ClaimTypes.Role, o)),
            ],
            IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        if (user.MustChangePassword)
        {
            identity.AddClaim(new(UnfinishedAccounts.PasswordClaim, "ya"));
        }

        if (SecondFactorPolicy.Of(settings.Value).IsMissing(user))
        {
            identity.AddClaim(new(UnfinishedAccounts.SecondFactorClaim, "ya"));
        }

        if (user.ResetAt is { } reset)
        {
            identity.AddClaim(CurrentActor.ResetClaimOf(reset, user.IsUnconfirmed));
        }

        identity.AddClaims(user.PegawaiId is { } person ? await OfPersonAsync(person) : [new(CurrentActor.NamaClaim, user.ActingName)]);
        return new(identity);
    }

    private async Task<IEnumerable<Claim>> OfPersonAsync(int id)
    {
        var running = db.Penugasan.Where(s => s.PelaksanaId == id || s.MenggantikanId == id)
            .RunningOn(Tanggal.DiWita(time.GetUtcNow()));
        var person = await db.Pegawai.AsNoTracking().Where(p => p.Id == id).Select(p => new
        {
            p.Nama,
            Penugasan = running.Include(s => s.Menggantikan).Include(s => s.Pelaksana).OrderBy(s => s.Id).ToList(),
        }).AsSingleQuery().SingleAsync();
        return
        [
            new(CurrentActor.NamaClaim, person.Nama),
            new(CurrentActor.PegawaiClaim, id.ToString(CultureInfo.InvariantCulture)),
            .. person.Penugasan.Where(s => s.PelaksanaId == id).Select(s => CurrentActor.ClaimOf(s.Mandate)),
            .. person.Penugasan.Where(s => s.MenggantikanId == id).Select(s => new Claim(CurrentActor.ReplacedClaim, s.InHisPlace)),
        ];
    }
}
