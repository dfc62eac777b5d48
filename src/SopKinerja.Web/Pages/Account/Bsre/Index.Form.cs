using FluentValidation;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Pages.Account.Bsre;

public partial class IndexModel
{
    public sealed class Form
    {
        public string? Nik { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Nik).Custom((nik, context) =>
        {
            if (Nik.WhyNot(nik) is { } sentence)
            {
                context.AddFailure(sentence);
            }
        });
    }
}
