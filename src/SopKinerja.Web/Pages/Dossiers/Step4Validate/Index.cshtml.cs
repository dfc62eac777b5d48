using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Infrastructure.Web;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

/// <summary>Step 4: the atasan langsung gives kualitas and perilaku kerja, and sees what comes of it.</summary>
public sealed class IndexModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Validate;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Pp46Sheet Sheet => (Pp46Sheet)Dossier.Sheet;

    public override void OnGet() => Input = Form.Of(Sheet);

    /// <summary>A field for every score, whatever was posted.</summary>
    public override Task LoadAsync()
    {
        Input.Kualitas.AddRange(Enumerable.Repeat<decimal?>(null, Math.Max(0, Sheet.Kegiatan.Count - Input.Kualitas.Count)));
        Input.Perilaku.AddRange(Enumerable.Repeat<decimal?>(null, Math.Max(0, Sheet.Perilaku.Aspects(Sheet.Struktural).Count - Input.Perilaku.Count)));
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostSaveAsync()
    {
        Dossier.Rate(Input.Over(Sheet), Actor, Now);
        return SavedAsync(Sheet.HasAllScores
            ? "Nilai sudah disimpan dan dihitung. Lihat hasilnya di bawah isian."
            : "Nilai sudah disimpan sebagai konsep. Hasilnya dihitung setelah semua nilai terisi.");
    }

    public async Task<IActionResult> OnPostContinueAsync()
    {
        var rated = Input.Over(Sheet);
        foreach (var (field, sentence) in Form.MissingIn(rated))
        {
            ModelState.AddModelError($"{nameof(Input)}.{field}", sentence);
        }

        if (!ModelState.IsValid)
        {
            return await this.ShowAgainAsync();
        }

        Dossier.Rate(rated, Actor, Now);
        return await SavedAsync("Nilai sudah disimpan. Periksa hasilnya sekali lagi sebelum menyetujui.", "/Dossiers/Step4Validate/Approve");
    }
}
