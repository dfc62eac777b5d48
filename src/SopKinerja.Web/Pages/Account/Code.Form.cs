using FluentValidation;

namespace SopKinerja.Web.Pages.Account;

public partial class CodeModel
{
    public sealed class Form
    {
        public string? Kode { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Kode).Kode();
    }
}
