using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Certificates;

public sealed class RejectModel(SopDbContext db, CertificateChanges changes) : RecordPageModel<CertificateFound>
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync() => await changes.RejectAsync(User, Id, Input.Alasan.Trimmed()!) is { } refusal
        ? await this.ShowAgainAsync("", refusal.Sentence)
        : this.Done($"Permintaan sertifikat {Row.Nama} sudah ditolak.", Links.Certificates.Requests());

    protected override Task<CertificateFound?> FindAsync() => CertificateFound.Of(db, Id).SingleOrDefaultAsync();

    public sealed class Form
    {
        [DataType(DataType.MultilineText)]
        public string? Alasan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Alasan).Must(a => ReasonRules.WhyNot(a.Trimmed() ?? "", "") is null).WithMessage((_, a) =>
            ReasonRules.WhyNot(
                a.Trimmed() ?? "", "Alasan penolakan terlalu singkat. Tulis paling sedikit 10 karakter; orangnya membacanya."));
    }
}
