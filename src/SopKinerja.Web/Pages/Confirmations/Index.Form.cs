using FluentValidation;

namespace SopKinerja.Web.Pages.Confirmations;

public partial class IndexModel
{
    public sealed class Form
    {
        public int? Akun { get; set; }

        public string? Kode { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Akun).NotNull().WithMessage("Pilih orang yang menunjukkan kodenya.");
            RuleFor(f => f.Kode).NotEmpty().WithMessage("Tulis kode yang ditunjukkan pemilik akun.");
        }
    }
}
