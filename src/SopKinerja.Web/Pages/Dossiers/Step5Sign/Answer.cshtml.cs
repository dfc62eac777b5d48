using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5a: the pejabat penilai answers an objection.</summary>
public sealed class AnswerModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.Tanggapan;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostCompleteAsync()
    {
        Dossier.Answer(Input.Isi.Trimmed()!, Actor, Now);
        return MovedAsync($"Tanggapan Anda sudah dicatat. Berkas sekarang menunggu {Dossier.Performer(Dossier.Row, Actor)}.");
    }

    public sealed class Form
    {
        [DataType(DataType.MultilineText)]
        public string? Isi { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Isi).Text(4000, "tanggapan", multiline: true)
            .Must(text => TypedText.Length(text) >= 20)
            .WithMessage("Tanggapan terlalu singkat. Tulis paling sedikit 20 karakter: jawaban atas hal yang disebut dalam keberatan.");
    }
}
