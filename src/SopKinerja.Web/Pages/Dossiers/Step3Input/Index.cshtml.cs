using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Dossiers.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step3Input;

/// <summary>Step 3: the analis types the realisasi, and under PP 46/2011 sees the arithmetic as it stands.</summary>
public sealed partial class IndexModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Input;

    [BindProperty]
    public Pp46.InputForm Input { get; set; } = new();

    [BindProperty]
    public PermenPanRb6.InputForm Kinerja { get; set; } = new();

    public IReadOnlyList<PartSoFar> Parts { get; private set; } = [];

    public IReadOnlyList<KeadaanPegawai> Keadaan { get; private set; } = [];

    public Sheet Sheet => Dossier.Sheet.With(Typed.Read(Dossier));

    protected override void Show() => Typed.Show(Dossier);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Doubts is { Count: > 0 } doubts)
        {
            return await AskAsync(doubts);
        }

        Dossier.TypeIn(Typed.Read(Dossier), Actor, Now);
        var missing = Dossier.Sheet.MissingRealisasi().Select(fault => fault.Place.Split(']')[0]).Distinct().Count();
        var lines = Dossier.Sheet.JudulKegiatan.ToLowerInvariant();
        return await SavedAsync(missing == 0
            ? $"Draf disimpan. Semua {lines} sudah terisi."
            : $"Draf disimpan. Masih ada {missing} {lines} yang belum lengkap.");
    }

    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostCalculateAsync()
    {
        if (Doubts is { Count: > 0 } doubts)
        {
            return await AskAsync(doubts);
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostCompleteAsync()
    {
        if (Doubts is { Count: > 0 } doubts)
        {
            return await AskAsync(doubts);
        }

        Dossier.TypeIn(Typed.Read(Dossier), Actor, Now);
        if (WhyNotComplete() is { } refusal)
        {
            AddErrors(Typed.Prefix, Dossier.Sheet.MissingRealisasi());
            return await ShowAgainAsync(refusal);
        }

        Dossier.Complete(Step, Actor, Now);
        return await MovedAsync($"Realisasi dikirim ke {Dossier.Performer(Step.Validate, Actor)}.");
    }

    public override async Task LoadAsync()
    {
        Typed.Fit(Dossier);
        Parts = await PartSoFar.OfAsync(Db, Dossier, Actor);
        Keadaan = await KeadaanQueries.Of(Db, Dossier.PeriodId, Dossier.AsnId).ToListAsync();
    }

    private IReadOnlyList<FormFault> Doubts => [.. Sheet.Doubts().Where(doubt => !Typed.IsConfirmed(doubt))];

    private Task<IActionResult> AskAsync(IReadOnlyList<FormFault> doubts)
    {
        AddErrors(Typed.Prefix, doubts);
        return this.ShowAgainAsync();
    }

    private ISheetForm<TypedRealisasi> Typed => new ISheetForm<TypedRealisasi>[] { Input, Kinerja }.For(Dossier);
}
