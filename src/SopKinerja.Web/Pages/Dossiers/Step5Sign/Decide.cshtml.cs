using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5b: the atasan pejabat penilai decides on an objection (PP 30/2019 ps. 59).</summary>
public sealed class DecideModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    private const string Tetap = "tetap";

    private const string Kembali = "kembali";

    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.Keputusan;

    [BindProperty]
    public Form Input { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Choices { get; } =
    [
        new("Nilai tetap: keberatan tidak mengubah hasil", Tetap),
        new("Dinilai kembali: pejabat penilai menilai lagi menurut keputusan ini", Kembali),
    ];

    public Task<IActionResult> OnPostCompleteAsync()
    {
        Dossier.Decide(Input.Putusan == Tetap, Input.Isi.Rapi()!, Actor, Now);
        return MovedAsync($"Keputusan Anda sudah dicatat. Berkas sekarang menunggu {Dossier.Performer(Dossier.Row)}.");
    }

    public sealed class Form
    {
        public string? Putusan { get; set; }

        public string? Isi { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Putusan)
                .Must(p => Choices.Any(c => c.Value == p)).WithMessage("Keputusan belum dipilih: nilai tetap, atau dinilai kembali.");
            RuleFor(f => f.Isi).Teks(4000, "pertimbangan", multiline: true)
                .Must(text => text!.Trim().Length >= 20)
                .WithMessage("Pertimbangan terlalu singkat. Tulis paling sedikit 20 huruf: mengapa keputusannya demikian.");
        }
    }
}
