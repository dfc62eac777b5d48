using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

public sealed class DetailsModel(SopDbContext db, TimeProvider time, ResultReceipts receipts) : DossierPageModel(db, time)
{
    /// <summary>Why the actor has nothing to do here now; null when the step waits for the actor.</summary>
    public Refusal? WhyNotWork => Procedure.WhyNot(Dossier, Act.Work, Actor, Now);

    /// <summary>What else the actor may do here now, and that finishes no row.</summary>
    public IEnumerable<ActLink> OtherActs => ActLinks.Rows.Where(link => Procedure.WhyNot(Dossier, link.Act, Actor, Now) is null);

    public bool MayViewObjection => Dossier.Keberatan is not null && Procedure.WhyNot(Dossier, Act.ViewObjection, Actor, Now) is null;

    public IReadOnlyList<KeadaanPegawai> Keadaan { get; private set; } = [];

    /// <summary>Who acts today in the place of a party, by the keys of the parties.</summary>
    public IReadOnlyDictionary<int, string> StandIns { get; private set; } = new Dictionary<int, string>();

    public async Task<IActionResult> OnGetAsync()
    {
        if (MayViewResult && await receipts.NoteAsync(Dossier, Actor))
        {
            return LocalRedirect(Request.Path);
        }

        Keadaan = await KeadaanQueries.Of(Db, Dossier.PeriodId, Dossier.AsnId).ToListAsync();
        StandIns = Dossier.HasEnded ? StandIns : await Db.InPlaceOfAsync(
            [.. Dossier.Parties.Others.Select(p => p.PegawaiId)], Tanggal.DiWita(Now), HttpContext.RequestAborted);
        return Page();
    }

    public IReadOnlyList<Paper> Documents => MayViewResult ? [.. Papers.Where(p => p.No == 0)] : [];

    public IReadOnlyList<Paper> Copies => [.. Papers.Where(p => p is { No: > 0, IsScan: false })];

    public IReadOnlyList<Paper> Scans => MayViewResult ? [.. Papers.Where(p => p.IsScan)] : [];
}
