using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

public partial class UndecidedModel
{
    public sealed class NotSignedForm
    {
        [DataType(DataType.MultilineText)]
        public string? Alasan { get; set; }

        public bool Yakin { get; set; }
    }

    public sealed class NotSignedFormValidator : AbstractValidator<NotSignedForm>
    {
        public NotSignedFormValidator()
        {
            RuleFor(f => f.Alasan).Text(500, "apa yang Anda lihat di BSrE", multiline: true)
                .Must(text => TypedText.Length(text) >= 10)
                .WithMessage("Tulis lebih jelas apa yang Anda lihat di BSrE, paling sedikit 10 karakter.");
            RuleFor(f => f.Yakin).Equal(true).WithMessage("Nyatakan bahwa Anda sudah memeriksanya di aplikasi BSrE.");
        }
    }
}
