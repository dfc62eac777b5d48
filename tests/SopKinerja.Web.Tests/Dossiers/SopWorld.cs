using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>A dinas in full swing: dossiers at every step, one sent back, one stopped by an objection, two archived. To be read
/// only.</summary>
public class SopWorld : SopSite
{
    public const string Objection = "Nilai kualitas kegiatan nomor 1 belum memperhitungkan hasil audit kearsipan.";

    private static readonly (string UserName, Step Step)[] Running =
    [
        ("kadis", Step.Collect), ("penyuluh", Step.Collect), ("sekretaris", Step.Check), ("pelaksanakop", Step.Check),
        ("analis", Step.Check), ("kasubbag", Step.Collect), ("kasubbag2", Step.Input), ("bendahara", Step.Input), ("kabidkop", Step.Validate),
        ("penggerak", Step.Validate), ("analis2", Step.Validate), ("kabidind", Step.Sign), ("pelaksanaind", Step.Sign),
        ("kabiddag", Step.Duplicate), ("juru", Step.Duplicate), ("penera", Step.Archive),
    ];

    /// <summary>Keys of the dossiers of the open period by the rated person's user name.</summary>
    public Dictionary<string, long> Keys { get; private set; } = [];

    protected override async Task FoundAsync()
    {
        await base.FoundAsync();
        await PlayAsync(async play =>
        {
            foreach (var userName in new[] { "juru", "penyuluh" })
            {
                await play.PerformAsync(await play.DossierAtAsync(Step.Archive, userName, LastPeriod));
            }

            foreach (var (userName, step) in Running)
            {
                Keys[userName] = (await play.DossierAtAsync(step, userName, Period)).Id;
            }

            var back = await play.DossierAtAsync(Step.Check, "keamanan", Period);
            await play.SendBackAsync(back, "Bukti dukung kegiatan nomor 2 belum dilampirkan.");
            var stopped = await play.DossierAtAsync(Step.Sign, "arsiparis", Period);
            await play.ObjectAsync(stopped, Objection);
            (Keys["keamanan"], Keys["arsiparis"]) = (back.Id, stopped.Id);
            await play.ProposedPlanAsync("analisdag", Period);
            return 0;
        });
    }

    protected override void Recall(SopSite founder)
    {
        base.Recall(founder);
        Keys = ((SopWorld)founder).Keys;
    }

    /// <summary>Every dossier with its history.</summary>
    public Task<List<Dossier>> DossiersAsync() =>
        AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.History).Include(d => d.Period).ToListAsync());

    /// <summary>User names of all who can sign in, the administrator and the auditor too.</summary>
    public static IEnumerable<string> UserNames => FictionalDinas.People.Where(p => p.HasAccount).Select(p => p.UserName).Append("admin")
        .Append("auditor");

    /// <summary>Who is meant by a user name.</summary>
    public Actor ActorOf(string userName) =>
        userName == "admin" ? new(null, "Administrator", new HashSet<Role> { Role.Administrator })
        : userName == "auditor" ? new(null, FictionalDinas.Auditor, new HashSet<Role> { Role.Auditor })
        : People[userName];
}

/// <summary>The same dinas, which besides measures some by predikat: two quarters in the archive and the year on its way, a year in
/// words.</summary>
public sealed class BothLawsWorld : SopWorld
{
    protected override async Task FoundAsync()
    {
        await base.FoundAsync();
        await PlayAsync(async play =>
        {
            var plan = await play.AgreedPlanAsync("penyuluh", Kinerja);
            foreach (var bagian in new[] { 1, 2 })
            {
                var part = await play.OpenAsync(plan, bagian);
                await play.BringToAsync(part, Step.Archive);
                await play.PerformAsync(part);
            }

            await play.BringToAsync(await play.OpenAsync(plan), Step.Sign);
            await play.DossierAtAsync(Step.Duplicate, "kabiddag", Kinerja);
            await play.DossierAtAsync(Step.Validate, "pelaksanadag", Kinerja);
            return 0;
        });
    }
}
