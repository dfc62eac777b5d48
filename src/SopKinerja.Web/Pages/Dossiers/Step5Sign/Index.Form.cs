using FluentValidation;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

public partial class IndexModel
{
    public sealed class Form
    {
        public string? Pilihan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Pilihan).MaximumLength(10).WithMessage("Pernyataan ini tidak dikenal. Pilih salah satu.");
    }
}
