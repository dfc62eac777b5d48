using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace SopKinerja.Web.Pages.Account.Certificate;

public partial class RequestModel
{
    public sealed class Form
    {
        [DataType(DataType.Password)]
        public string? Frasa { get; set; }

        [DataType(DataType.Password)]
        public string? Ulangi { get; set; }

        [DataType(DataType.Password)]
        public string? KataSandi { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Frasa)
                .FrasaPilihan().NotEqual(f => f.KataSandi).WithMessage("Frasa sandi harus berbeda dari kata sandi akun Anda.");
            RuleFor(f => f.Ulangi).Equal(f => f.Frasa).WithMessage("Kedua frasa sandi tidak sama. Tulis ulang.");
            RuleFor(f => f.KataSandi)
                .NotEmpty().WithMessage("Tulis kata sandi akun Anda.").MaximumLength(256).WithMessage("Kata sandi terlalu panjang.");
        }
    }
}
