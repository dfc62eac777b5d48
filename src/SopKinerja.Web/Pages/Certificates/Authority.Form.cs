using FluentValidation;
using SopKinerja.Web.Pages.Account.Certificate;

namespace SopKinerja.Web.Pages.Certificates;

public partial class AuthorityModel
{
    public sealed class Form : AuthorityForm
    {
        public int? Otoritas { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Otoritas).NotNull().WithMessage("Pilih otoritas yang daftarnya diterbitkan.");
            RuleFor(f => f.Frasa).Frasa("Tulis frasa sandi otoritas.");
        }
    }
}
