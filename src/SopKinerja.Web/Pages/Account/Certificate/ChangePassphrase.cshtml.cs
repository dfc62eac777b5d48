using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages.Account.Certificate;

public sealed class ChangePassphraseModel(SopDbContext db, CertificateChanges changes, TimeProvider time)
    : CertificatePageModel(db, time)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync() => await AnswerAsync(
        await changes.ChangePassphraseAsync(User, PegawaiId, new(Input.Lama!), new(Input.Baru!)), "Input.Lama",
        "Frasa sandi sudah diganti. Yang lama tidak berlaku lagi.");

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
            RuleFor(f => f.Lama).Frasa("Tulis frasa sandi yang sekarang.");
            RuleFor(f => f.Baru).FrasaPilihan().NotEqual(f => f.Lama).WithMessage("Frasa sandi baru harus berbeda dari yang sekarang.");
            RuleFor(f => f.Ulangi).Equal(f => f.Baru).WithMessage("Kedua frasa sandi baru tidak sama. Tulis ulang.");
        }
    }
}
