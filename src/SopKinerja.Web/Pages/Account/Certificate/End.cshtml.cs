using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.Certificate;

/// <summary>Ending one's own certificate at once, because its passphrase is forgotten or known to someone else.</summary>
public sealed class EndModel(SopDbContext db, CertificateChanges changes, PasswordAgain password, TimeProvider time)
    : CertificatePageModel(db, time)
{
    public static readonly IReadOnlyList<SelectListItem> Sebab = [.. EndReasons.OfHolder.Select(
        r => new SelectListItem(TextRules.Capitalized(EndReasons.Sebab(r)), r.ToString()))];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync() =>
        await password.WhyNotAsync(User, Input.KataSandi, "untuk mencabut sertifikat") is { } wrong
        ? await this.ShowAgainAsync("Input.KataSandi", wrong)
        : await AnswerAsync(
            await changes.EndAsync(
                User, PegawaiId, Input.Alasan!.Value, Input.Alasan == EndReason.Compromised ? Input.Sejak : null), "Input.Sejak",
            "Sertifikat Anda sudah dicabut. Minta sertifikat baru bila Anda masih perlu menandatangani.");

    internal const string Untrusted = "Tulis sejak kapan orang lain mungkin mengetahuinya. Bila tidak tahu pasti, tulis hari yang "
        + "paling awal mungkin.";

    public sealed class Form
    {
        public EndReason? Alasan { get; set; }

        public DateOnly? Sejak { get; set; }

        public bool Yakin { get; set; }

        [DataType(DataType.Password)]
        public string? KataSandi { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Alasan)
                .Must(r => r is { } reason && EndReasons.OfHolder.Contains(reason)).WithMessage("Pilih mengapa sertifikat ini dicabut.");
            RuleFor(f => f.Sejak).NotNull().When(f => f.Alasan == EndReason.Compromised).WithMessage(Untrusted);
            RuleFor(f => f.KataSandi).KataSandi();
            RuleFor(f => f.Yakin).Equal(true).WithMessage("Centang bahwa Anda mengerti pencabutan tidak dapat dibatalkan.");
        }
    }
}
