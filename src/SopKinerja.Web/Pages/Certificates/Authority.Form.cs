using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Pages.Account.Certificate;

namespace SopKinerja.Web.Pages.Certificates;

public partial class AuthorityModel
{
    public sealed class Form
    {
        public int? Otoritas { get; set; }

        [DataType(DataType.Password)]
        public string? Frasa { get; set; }
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
