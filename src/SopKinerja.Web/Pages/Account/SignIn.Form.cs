using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace SopKinerja.Web.Pages.Account;

public partial class SignInModel
{
    public sealed class Form
    {
        public string? NamaPengguna { get; set; }

        [DataType(DataType.Password)]
        public string? KataSandi { get; set; }
    }

    /// <summary>Only whether something was typed.</summary>
    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.NamaPengguna)
                .NotEmpty().WithMessage("Tulis nama pengguna Anda.").MaximumLength(256).WithMessage("Nama pengguna terlalu panjang.");
            RuleFor(f => f.KataSandi)
                .NotEmpty().WithMessage("Tulis kata sandi Anda.").MaximumLength(256).WithMessage("Kata sandi terlalu panjang.");
        }
    }
}
