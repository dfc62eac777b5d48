using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>One dossier, for everybody who may see it.</summary>
public sealed class DetailsModel(SopDbContext db, TimeProvider time) : DossierPageModel(db, time)
{
    /// <summary>Why the actor has nothing to do here now; null when the step waits for the actor.</summary>
    public Refusal? WhyNotWork => Procedure.WhyNot(Dossier, Act.Work, Actor, Now);

    /// <summary>Whether there is an objection that this person may read.</summary>
    public bool MayViewObjection => Dossier.Keberatan is not null && Procedure.WhyNot(Dossier, Act.ViewObjection, Actor, Now) is null;

    /// <summary>What befell the person within the period.</summary>
    public IReadOnlyList<KeadaanPegawai> Keadaan { get; private set; } = [];

    public async Task OnGetAsync() => Keadaan = await KeadaanQueries.Of(Db, Dossier.PeriodId, Dossier.AsnId).ToListAsync();

    /// <summary>The stored documents; only for those who may see the result.</summary>
    public IReadOnlyList<Paper> Documents => MayViewResult ? [.. Papers.Where(p => p.No == 0)] : [];

    public IReadOnlyList<Paper> Copies => [.. Papers.Where(p => p is { No: > 0, IsScan: false })];

    /// <summary>Scans of what was signed on paper; only for those who may see the result.</summary>
    public IReadOnlyList<Paper> Scans => MayViewResult ? [.. Papers.Where(p => p.IsScan)] : [];
}
