using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

public partial class ObjectModel
{
    public sealed class Form
    {
        [DataType(DataType.MultilineText)]
        public string? Alasan { get; set; }

        public List<IFormFile>? Berkas { get; set; }
    }

    /// <summary>What a draft may hold; whether it says enough is asked when it is sent.</summary>
    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Alasan).Text(4000, "alasan keberatan", multiline: true);
            RuleFor(f => f.Berkas).Custom((files, context) =>
            {
                if (Uploads.WhyNot(files) is { } sentences)
                {
                    context.AddFailure(sentences);
                }
            });
        }
    }
}
