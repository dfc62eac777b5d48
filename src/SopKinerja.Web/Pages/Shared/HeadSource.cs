using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Shared;

/// <summary>The head of every page, with one command to the database: how many dossiers and plans wait, counted up to 99; for who is not
/// signed in the name of the dinas. Above the sentence on a fault it asks nothing: that would fail as the page did.</summary>
public sealed class HeadSource(SopDbContext db, CurrentSettings settings, IConfiguration configuration)
{
    private const int MostCounted = 99;

    private static readonly PerOffices<Func<SopDbContext, int, Task<int>>> Counts = new((offices, others) => EF.CompileAsyncQuery(
        IndexLists.Keys(offices, others, MostCounted + 1).Then((_, _, keys) => keys.Count())));

    public async Task<HeadModel> GetAsync(HttpContext http)
    {
        var user = http.User;
        if (user.Identity?.IsAuthenticated != true)
        {
            return new(Dinas(http), null, null, null, []);
        }

        var actor = user.Actor();
        var waiting = await CountAsync(actor, http);
        var isAdmin = actor.Holds(Role.Administrator);
        var mode = SigningModes.Named(configuration[StepSigning.ModeSetting]).Mode;
        var nav = PageAccess.Nav
            .Where(n => (n.Only ?? mode) == mode)
            .Where(n => (n.Url == Links.Sop || n.Admin == isAdmin) && PageAccess.MayOpen(n.Place, actor))
            .Select(n => new NavEntry(n.Teks, n.Url, n.CountsAwaiting && waiting is { } many ? Math.Min(many, MostCounted) : null,
                n.CountsAwaiting && waiting > MostCounted));
        return new(Dinas(http), null, actor.Nama, Capacity(actor), [.. nav])
        {
            Penugasan = user.ReplacedBy().ToList() is { Count: > 0 } replaced ? $"Digantikan {string.Join("; ", replaced)}"
                : actor.Mandates.Count > 0 ? "Penugasan Anda"
                : null,
        };
    }

    // The name of the program where that of the dinas is not known, or not set.
    private string Dinas(HttpContext http)
    {
        try
        {
            return (SecondTry.IsOver(http) ? settings.Known : settings.Value) is { NamaPendek.Length: > 0 } set
                ? set.NamaPendek : "SopKinerja";
        }
        catch (Exception failure) when (Unsaved.Of(failure) is { Reason: UnsavedReason.Unreachable } && !SecondTry.IsAhead(http))
        {
            return "SopKinerja";
        }
    }

    // Null where it is not known. Any page but the one on a fault may get a second try.
    private async Task<int?> CountAsync(Actor actor, HttpContext http)
    {
        if (SecondTry.IsOver(http))
        {
            return null;
        }

        try
        {
            return actor.PegawaiId is { } me ? await Counts.For(actor)(db, me) : 0;
        }
        catch (Exception failure) when (Unsaved.Of(failure) is { Reason: UnsavedReason.Unreachable } && !SecondTry.IsAhead(http))
        {
            return null;
        }
    }

    private static string Capacity(Actor actor) => string.Join(
        ", ",
        [
            .. actor.Offices.Count > 0 ? Roles.Offices.Where(actor.Holds).Select(o => o.Nama())
                : actor.PegawaiId is null ? [] : ["ASN"],
            .. actor.Mandates.Select(m => m.Sebagai),
        ]);
}
