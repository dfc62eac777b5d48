using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5b: the atasan pejabat penilai decides on an objection and sets the result (PP 30/2019 ps. 59); signed on the page
/// after.</summary>
public sealed partial class DecideModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.Keputusan;

    [BindProperty]
    public Form Keputusan { get; set; } = new();

    [BindProperty]
    public Pp46.RatingForm Input { get; set; } = new();

    [BindProperty]
    public PermenPanRb6.RatingForm Kinerja { get; set; } = new();

    public override Task LoadAsync()
    {
        Given.Fit(Dossier);
        return Task.CompletedTask;
    }

    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostContinueAsync()
    {
        var changes = Keputusan.Putusan == Ubah;
        var decided = Dossier.Sheet.WithFiguresOf(Given.Read(Dossier));
        var isOther = !decided.Figures().SequenceEqual(Dossier.Sheet.Figures());
        if (changes)
        {
            AddErrors(Given.Prefix, decided.MissingScores());
            if (ModelState.IsValid && !isOther)
            {
                ModelState.AddModelError("Keputusan.Putusan", "Tidak ada nilai atau rating yang berubah. Ubah paling sedikit satu, atau "
                    + "pilih “Hasil tetap”.");
            }
        }

        else if (ModelState.IsValid && isOther)
        {
            ModelState.AddModelError("Keputusan.Putusan", "Anda memilih “Hasil tetap”, tetapi ada nilai atau rating yang Anda ubah. Pilih "
                + "“Hasil diubah”, atau kembalikan yang semula.");
        }

        if (!ModelState.IsValid)
        {
            return await this.ShowAgainAsync();
        }

        Dossier.Draft(new DraftKeputusan(changes ? Given.Read(Dossier) : null, Keputusan.Isi.Trimmed()!), Actor, Now);
        return await SavedAsync(
            "Keputusan sudah disusun dan belum berlaku. Periksa sekali lagi, lalu tandatangani.", Links.Dossiers.Sign(Dossier.Id, Row));
    }

    protected override void Show()
    {
        Given.Show(Dossier);
        if (Dossier.DraftKeputusan is { } draft)
        {
            Keputusan = new() { Putusan = draft.Given is null ? Tetap : Ubah, Isi = draft.Words };
            if (draft.Given is { } given)
            {
                Given.Show(Dossier, given);
            }
        }
    }

    private ISheetForm<GivenScores> Given => new ISheetForm<GivenScores>[] { Input, Kinerja }.For(Dossier);
}
