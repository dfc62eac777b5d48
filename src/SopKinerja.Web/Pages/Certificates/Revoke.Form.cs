using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Pages.Account.Certificate;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Certificates;

public partial class RevokeModel
{
    public sealed class Form : AuthorityForm
    {
        public EndReason? Alasan { get; set; }

        public DateOnly? Sejak { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Catatan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Alasan)
                .Must(r => r is { } reason && EndReasons.OfOffice.Contains(reason)).WithMessage("Pilih mengapa sertifikat ini dicabut.");
            RuleFor(f => f.Sejak).NotNull().When(f => f.Alasan == EndReason.Compromised).WithMessage(EndModel.Untrusted);
            RuleFor(f => f.Catatan).Must(a => ReasonRules.WhyNot(a.Trimmed() ?? "", "") is null).WithMessage((_, a) =>
                ReasonRules.WhyNot(a.Trimmed() ?? "", "Catatan terlalu singkat. Tulis paling sedikit 10 karakter, misalnya nomor surat "
                    + "atau siapa yang melapor."));
            RuleFor(f => f.Frasa).Frasa("Tulis frasa sandi otoritas.");
        }
    }
}
