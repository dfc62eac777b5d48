using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

public sealed class DetailsModel(SopDbContext db, TimeProvider time) : DossierPageModel(db, time)
{
    /// <summary>Why the actor has nothing to do here now; null when the step waits for the actor.</summary>
    public Refusal? WhyNotWork => Procedure.WhyNot(Dossier, Act.Work, Actor, Now);

    public bool MayCancel => Procedure.WhyNot(Dossier, Act.Cancel, Actor, Now) is null;

    public bool MayViewObjection => Dossier.Keberatan is not null && Procedure.WhyNot(Dossier, Act.ViewObjection, Actor, Now) is null;

    public IReadOnlyList<KeadaanPegawai> Keadaan { get; private set; } = [];

    public async Task OnGetAsync() => Keadaan = await KeadaanQueries.Of(Db, Dossier.PeriodId, Dossier.AsnId).ToListAsync();

    public IReadOnlyList<Paper> Documents => MayViewResult ? [.. Papers.Where(p => p.No == 0)] : [];

    public IReadOnlyList<Paper> Copies => [.. Papers.Where(p => p is { No: > 0, IsScan: false })];

    public IReadOnlyList<Paper> Scans => MayViewResult ? [.. Papers.Where(p => p.IsScan)] : [];
}
