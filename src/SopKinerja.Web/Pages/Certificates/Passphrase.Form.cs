using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Pages.Account.Certificate;

namespace SopKinerja.Web.Pages.Certificates;

public partial class PassphraseModel
{
    public sealed class Form : AuthorityForm
    {
        [DataType(DataType.Password)]
        public string? Baru { get; set; }

        [DataType(DataType.Password)]
        public string? UlangiBaru { get; set; }

        [DataType(DataType.Password)]
        public string? BaruKedua { get; set; }

        [DataType(DataType.Password)]
        public string? UlangiBaruKedua { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Frasa).Frasa("Tulis frasa sandi otoritas yang sekarang.");
            RuleFor(f => f.Baru).FrasaPilihan();
            RuleFor(f => f.UlangiBaru).Equal(f => f.Baru).WithMessage("Ulangannya tidak sama dengan frasa sandi yang baru.");
            RuleFor(f => f.BaruKedua).FrasaPilihan().When(f => !string.IsNullOrEmpty(f.BaruKedua));
            RuleFor(f => f.UlangiBaruKedua).Equal(f => f.BaruKedua).WithMessage("Ulangannya tidak sama dengan frasa sandi orang kedua.");
        }
    }
}
