using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step3Input;

/// <summary>Step 3: the analis types the realisasi, tugas tambahan and kreativitas, and sees the arithmetic as it stands.</summary>
public sealed class IndexModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Input;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The targets, with what stands in the form.</summary>
    public Pp46Sheet Sheet => Input.To(Stored);

    public IReadOnlyList<RowSoFar> SoFar => [.. Sheet.Kegiatan.Select(RowSoFar.Of)];

    private Pp46Sheet Stored => (Pp46Sheet)Dossier.Sheet;

    public override void OnGet()
    {
        Input = Form.From(Stored);
        Input.Fit(Stored);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Dossier.TypeIn(Sheet, Actor, Now);
        var missing = Stored.Kegiatan.Count(k => !k.HasRealisasi);
        return await SavedAsync(missing == 0
            ? "Draf disimpan. Semua kegiatan sudah terisi."
            : $"Draf disimpan. Masih ada {missing} kegiatan yang belum lengkap.");
    }

    /// <summary>Shows the arithmetic, or more rows, without saving.</summary>
    public PageResult OnPostCalculate()
    {
        Input.Fit(Stored);
        return Page();
    }

    public async Task<IActionResult> OnPostCompleteAsync()
    {
        Dossier.TypeIn(Sheet, Actor, Now);
        if (WhyNotComplete() is { } refusal)
        {
            return await ShowMissingAsync(refusal);
        }

        Dossier.Complete(Step, Actor, Now);
        return await MovedAsync($"Realisasi dikirim ke {Dossier.Performer(Step.Validate)}.");
    }

    public override Task LoadAsync()
    {
        Input.Fit(Stored);
        return Task.CompletedTask;
    }

    private Task<IActionResult> ShowMissingAsync(Refusal refusal)
    {
        foreach (var (kegiatan, i) in Stored.Kegiatan.Select((k, i) => (k, i)))
        {
            Ask(i, nameof(Form.Baris.Kuantitas), kegiatan.Realisasi.Kuantitas);
            Ask(i, nameof(Form.Baris.Waktu), kegiatan.Realisasi.Waktu);
            Ask(i, nameof(Form.Baris.Biaya), kegiatan.Target.HasBiaya ? kegiatan.Realisasi.Biaya : 0);
        }

        return ShowAgainAsync(refusal);
    }

    private void Ask(int row, string field, decimal? value)
    {
        if (value is null)
        {
            ModelState.AddModelError($"Input.Kegiatan[{row}].{field}",
                $"{field} kegiatan nomor {row + 1} belum diisi. Tulis 0 bila tidak ada.");
        }
    }
}
