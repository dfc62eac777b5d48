using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace SopKinerja.Web.Pages.Account;

public partial class PasswordModel
{
    public sealed class Form
    {
        [DataType(DataType.Password)]
        public string? Lama { get; set; }

        [DataType(DataType.Password)]
        public string? Baru { get; set; }

        [DataType(DataType.Password)]
        public string? Ulangi { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Lama).MaximumLength(256).WithMessage("Kata sandi terlalu panjang.");
            RuleFor(f => f.Baru)
                .NotEmpty().WithMessage("Tulis kata sandi baru.").MaximumLength(128).WithMessage("Kata sandi paling banyak 128 karakter.")
                .NotEqual(f => f.Lama).WithMessage("Kata sandi baru harus berbeda dari kata sandi yang sekarang.");
            RuleFor(f => f.Ulangi).Equal(f => f.Baru).WithMessage("Kedua kata sandi baru tidak sama. Tulis ulang.");
        }
    }
}
