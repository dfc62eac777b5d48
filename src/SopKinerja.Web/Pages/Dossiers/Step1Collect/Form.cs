using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step1Collect;

public sealed class Form
{
    public string? DiserahkanOleh { get; set; }

    public DateOnly? Tanggal { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Catatan { get; set; }

    public List<IFormFile>? Berkas { get; set; }
}

public sealed class FormValidator : AbstractValidator<Form>
{
    public FormValidator()
    {
        RuleFor(f => f.DiserahkanOleh).Text(200, "nama yang menyerahkan formulir");
        RuleFor(f => f.Tanggal).NotNull().WithMessage("Tanggal diterima belum diisi.");
        RuleFor(f => f.Catatan).OptionalText(1000, "catatan", multiline: true);
        RuleFor(f => f.Berkas).Custom((files, context) =>
        {
            if (Uploads.WhyNot(files) is { } sentences)
            {
                context.AddFailure(sentences);
            }
        });
    }
}
