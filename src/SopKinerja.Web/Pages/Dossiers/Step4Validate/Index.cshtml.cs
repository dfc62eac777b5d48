using FluentValidation;
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

    /// <summary>What the pejabat penilai gives; an empty score is one still to be given.</summary>
    public sealed class Form
    {
        /// <summary>One per kegiatan, in the order of the SKP.</summary>
        public List<decimal?> Kualitas { get; set; } = [];

        /// <summary>One per aspect, in the order of the form.</summary>
        public List<decimal?> Perilaku { get; set; } = [];

        public string? Rekomendasi { get; set; }

        public static Form Of(Pp46Sheet sheet) => new()
        {
            Kualitas = [.. sheet.Kegiatan.Select(k => k.Realisasi.Kualitas)],
            Perilaku = [.. sheet.Perilaku.Aspects(sheet.Struktural).Select(a => a.Nilai)],
            Rekomendasi = sheet.Rekomendasi,
        };

        public Pp46Sheet Over(Pp46Sheet sheet) => sheet with
        {
            Kegiatan = [.. sheet.Kegiatan.Select((k, i) =>
                k with { Realisasi = k.Realisasi with { Kualitas = k.Realisasi.NotDone ? null : Kualitas.ElementAtOrDefault(i) } })],
            Perilaku = PerilakuKerja.Of(Perilaku, sheet.Struktural),
            Rekomendasi = Rekomendasi.Rapi(),
        };

        public static IEnumerable<(string Field, string Sentence)> MissingIn(Pp46Sheet sheet) =>
        [
            .. sheet.Kegiatan.Index().Where(k => !k.Item.HasKualitas)
                .Select(k => ($"{nameof(Kualitas)}[{k.Index}]", $"Nilai kualitas kegiatan {k.Index + 1} belum diisi.")),
            .. sheet.Perilaku.Aspects(sheet.Struktural).Index().Where(a => a.Item.Nilai is null)
                .Select(a => ($"{nameof(Perilaku)}[{a.Index}]", $"Nilai {a.Item.Nama.ToLowerInvariant()} belum diisi.")),
        ];
    }

    /// <summary>A score is a figure from 0 to 100 with at most two decimals.</summary>
    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleForEach(f => f.Kualitas).Rentang(0, 100, 2, "nilai kualitas");
            RuleForEach(f => f.Perilaku).Rentang(0, 100, 2, "nilai perilaku kerja");
            RuleFor(f => f.Rekomendasi).TeksBolehKosong(1000, "rekomendasi", multiline: true);
        }
    }
}
