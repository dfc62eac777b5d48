using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.Certificate;

public sealed class RequestModel(
    SopDbContext db, CertificateChanges changes, PasswordAgain password, TimeProvider time) : CertificatePageModel(db, time)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public bool HasAuthority { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        // Whoever finds somebody's screen open must not become that person for two years.
        if (await password.WhyNotAsync(User, Input.KataSandi) is { } wrong)
        {
            return await this.ShowAgainAsync("Input.KataSandi", wrong);
        }

        return await AnswerAsync(
            await changes.RequestAsync(User, PegawaiId, new(Input.Frasa!)), "Input.Frasa",
            "Permintaan sertifikat sudah dikirim kepada administrator.");
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        HasAuthority = await Db.HasAuthorityAsync(Now);
    }

    public sealed class Form
    {
        public string? Frasa { get; set; }

        public string? Ulangi { get; set; }

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
