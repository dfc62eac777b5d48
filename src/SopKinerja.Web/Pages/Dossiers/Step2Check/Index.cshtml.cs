using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step2Check;

/// <summary>Step 2: the Kasubbag checks what was handed in against the targets.</summary>
public sealed partial class IndexModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Check;

    [BindProperty]
    public Form Input { get; set; } = new();

    protected override void Show()
    {
        var saved = Dossier.Checklist;
        Input = new() { Umum = [.. saved?.General ?? []], Kegiatan = [.. saved?.Kegiatan ?? []], Catatan = saved?.Note };
        Fit();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Tick();
        return await SavedAsync("Daftar periksa disimpan. Berkas masih pada Anda.");
    }

    public async Task<IActionResult> OnPostCompleteAsync()
    {
        Tick();
        if (WhyNotComplete() is { } refusal)
        {
            return await ShowAgainAsync(refusal);
        }

        Dossier.Complete(Step, Actor, Now);
        return await MovedAsync($"Formulir kinerja diterima. Berkas diteruskan ke {Dossier.Performer(Step.Input, Actor)}.");
    }

    [Performs<Act>(Act.Work)]
    public IActionResult OnPostTickAll()
    {
        Fit();
        Input.Umum = [.. Input.Umum.Select(_ => true)];
        Input.Kegiatan = [.. Input.Kegiatan.Select(_ => true)];
        return Filled();
    }

    public override Task LoadAsync()
    {
        Fit();
        return Task.CompletedTask;
    }

    private void Tick()
    {
        Fit();
        Dossier.Tick(new(Input.Umum, Input.Kegiatan, Input.Catatan.Trimmed()), Actor, Now);
    }

    // One tick for each question and kegiatan there is, whatever was sent.
    private void Fit()
    {
        Input.Umum = Exactly(Input.Umum, Checklist.GeneralQuestions.Count);
        Input.Kegiatan = Exactly(Input.Kegiatan, Dossier.Sheet.JumlahKegiatan);
    }

    private static List<bool> Exactly(List<bool>? ticks, int count) =>
        [.. (ticks ?? []).Concat(Enumerable.Repeat(false, count)).Take(count)];
}
