using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Pages.Dossiers.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

/// <summary>The two pages of step 4. Their dossier has the capaian organisasi that is set for its unit now, and the results of positions
/// that were left, as they are settled now; both are stored with the next save.</summary>
public abstract class ValidatePageModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Validate;

    /// <summary>Null under a regulation without one, and while none is set.</summary>
    public CapaianUnit? Capaian { get; private set; }

    /// <summary>The number of the capaian that was shown with the form that is sent; null where none was.</summary>
    [BindProperty]
    public int? Line { get; set; }

    /// <summary>Who sets what is missing; null where nothing is.</summary>
    public CapaianMissing? Missing { get; private set; }

    /// <summary>The people whom the same pejabat penilai rates in the unit, this one among them, beside the pattern; null while there is no
    /// pattern.</summary>
    public Distribusi? Distribusi { get; private set; }

    public override async Task LoadAsync()
    {
        if (Dossier.Sheet.LacksCapaian)
        {
            Missing = await CapaianMissing.OfAsync(Db, Dossier, Actor, Now);
        }
        else if (Capaian is not null)
        {
            Distribusi = await TeamSoFar.OfAsync(Db, Dossier, Capaian.Capaian);
        }
    }

    /// <summary>Null when the capaian is the one that was shown; otherwise the page again.</summary>
    protected async Task<IActionResult?> WhyNotSeenAsync()
    {
        if (Line == Capaian?.No)
        {
            return null;
        }

        ModelState.AddModelError("", "Capaian kinerja organisasi unit ini baru saja ditetapkan lain, jadi penilaian belum disetujui. "
            + "Periksa hasil dan polanya sekali lagi, lalu setujui bila sudah benar.");
        return await this.ShowAgainAsync(StatusCodes.Status409Conflict);
    }

    /// <summary>Stores what the page has changed by itself; null when it is stored, and the page goes on with the dossier as it is
    /// then.</summary>
    protected async Task<IActionResult?> WhyNotStoredAsync()
    {
        if (await Db.WhyNotSavedAsync() is { } unsaved)
        {
            return await LostRaceAsync(unsaved);
        }

        Version = Dossier.Version;
        return null;
    }

    protected sealed override Func<SopDbContext, long, Task<Dossier?>> Loading => TakingAsync;

    protected virtual Func<SopDbContext, long, Task<Dossier?>> Stored => DossierLoading.ToWork;

    private async Task<Dossier?> TakingAsync(SopDbContext db, long id)
    {
        var dossier = await Stored(db, id);
        if (dossier is { Peraturan.HasPolaDistribusi: true })
        {
            Capaian = await CapaianQueries.Last(db, dossier.PeriodId, dossier.Bagian, dossier.UnitKerjaId);
            dossier.TakeCapaian(Capaian?.Capaian);
        }

        if (dossier is not null)
        {
            await EarlierPosts.TakeAsync(db, dossier);
        }

        return dossier;
    }
}
