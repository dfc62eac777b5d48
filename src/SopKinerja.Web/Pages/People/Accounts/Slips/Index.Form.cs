using FluentValidation;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages.People.Accounts.Slips;

public partial class IndexModel
{
    public sealed class Form
    {
        public List<int> Akun { get; set; } = [];
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Akun).NotEmpty().WithMessage("Centang paling sedikit satu akun.")
            .Must(ids => ids.Count <= EntrySlips.Most).WithMessage($"Buat paling banyak {EntrySlips.Most} slip sekaligus.");
    }
}
