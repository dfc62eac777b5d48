using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Dossiers.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

/// <summary>Step 4: the atasan langsung gives scores or ratings, and sees what comes of them.</summary>
public sealed partial class IndexModel(SopDbContext db, TimeProvider time) : ValidatePageModel(db, time)
{
    [BindProperty]
    public Pp46.RatingForm Input { get; set; } = new();

    [BindProperty]
    public PermenPanRb6.RatingForm Kinerja { get; set; } = new();

    [BindProperty]
    [DataType(DataType.MultilineText)]
    public string? AlasanLebihAwal { get; set; }

    public string? WhyEarly => Dossier.WhyEarly(Now);

    public IReadOnlyList<PartSoFar> Parts { get; private set; } = [];

    public IReadOnlyList<KeadaanPegawai> Keadaan { get; private set; } = [];

    public IReadOnlyList<PlanNote> Notes { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Given.Fit(Dossier);
        Keadaan = await KeadaanQueries.Of(Db, Dossier.PeriodId, Dossier.AsnId).ToListAsync();
        Notes = await Db.NotesFor(Actor, Dossier.PeriodId, Dossier.AsnId, Dossier.Post).ToListAsync();
        Parts = await PartSoFar.OfAsync(Db, Dossier, Actor);
    }

    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostSaveAsync()
    {
        await JudgeAsync();
        if (!ModelState.IsValid)
        {
            return await this.ShowAgainAsync();
        }

        Rate();
        return await SavedAsync(Dossier.Sheet.HasAllScores
            ? "Penilaian sudah disimpan. Lihat hasilnya di bawah isian."
            : "Penilaian sudah disimpan sebagai draf. Hasilnya tampil setelah semua yang diminta terisi.");
    }

    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostContinueAsync()
    {
        await JudgeAsync();
        AddErrors(Given.Prefix, Dossier.Sheet.With(Given.Read(Dossier)).MissingScores());
        if (WhyEarly is { } early
            && ReasonRules.WhyNot(EarlyReason ?? "", $"{early} Tulis alasannya, paling sedikit 10 karakter.") is { } fault)
        {
            ModelState.AddModelError(nameof(AlasanLebihAwal), fault);
        }

        if (!ModelState.IsValid)
        {
            return await this.ShowAgainAsync();
        }

        Rate();
        return await SavedAsync(
            "Penilaian sudah disimpan. Periksa hasilnya sekali lagi sebelum menyetujui.", Links.Dossiers.Sign(Dossier.Id, Row));
    }

    private async Task JudgeAsync()
    {
        var given = Given.Read(Dossier);
        var states = await KeadaanQueries.Of(Db, Dossier.PeriodId, Dossier.AsnId).Select(k => k.Jenis).ToListAsync();
        AddErrors(Given.Prefix, given.Faults(states));
    }

    protected override void Show()
    {
        Given.Show(Dossier);
        AlasanLebihAwal = Dossier.Sheet.EarlyReason;
    }

    private string? EarlyReason => WhyEarly is null ? null : AlasanLebihAwal.Trimmed();

    private void Rate() => Dossier.Rate(Given.Read(Dossier), Actor, Now, EarlyReason);

    private ISheetForm<GivenScores> Given => new ISheetForm<GivenScores>[] { Input, Kinerja }.For(Dossier);
}
