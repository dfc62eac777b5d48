using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5, the other way: the rated person objects with reasons, and the dossier stops.</summary>
public sealed class ObjectModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Sign;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Refusal? WhyNotObject => Procedure.WhyNot(Dossier, Step, Act.Object, Actor, Now);

    public Task<IActionResult> OnPostObjectAsync()
    {
        Dossier.Object(Input.Alasan.Trimmed()!, Actor, Now);
        return MovedAsync(
            $"Keberatan Anda sudah dicatat. Berkas sekarang menunggu {Dossier.Performer(Dossier.Row, Actor)} untuk menanggapi.");
    }

    public sealed class Form
    {
        public string? Alasan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Alasan).Text(4000, "alasan keberatan", multiline: true)
            .Must(text => TypedText.Length(text) >= 20)
            .WithMessage("Alasan keberatan terlalu singkat. Tulis paling sedikit 20 karakter: bagian mana dan mengapa.");
    }
}
