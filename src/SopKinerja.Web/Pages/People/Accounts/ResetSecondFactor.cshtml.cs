using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Accounts;

/// <summary>Takes the one-time code off the account of somebody who lost the telephone; never off the own one.</summary>
public sealed class ResetSecondFactorModel(SopDbContext db, AccountChanges changes) : RecordPageModel<Persistence.Account>
{
    private static readonly Refusal OfOneself = new(RefusalKind.Forbidden, "Kode sekali pakai akun sendiri tidak dapat disetel ulang "
        + "sendiri. Masuklah dengan kode pemulihan, atau mintalah administrator lain.");

    private static readonly Refusal IsOff = new(
        RefusalKind.Conflict, "Kode sekali pakai akun ini tidak aktif, jadi tidak ada yang disetel ulang.");

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null when it may be reset.</summary>
    public Refusal? Refusal => Row.Id == User.AccountId() ? OfOneself : Row.TwoFactorEnabled ? null : IsOff;

    public async Task<IActionResult> OnPostAsync() =>
        await changes.ResetSecondFactorAsync(User, Row, Input.Alasan.Trimmed()!)
            ? this.Done(
                $"Kode sekali pakai akun {Row.UserName} sudah disetel ulang, dan semua sesinya sudah diakhiri.", Links.Accounts.Edit(Id))
            : await this.LostRaceAsync();

    protected override Task<Refusal?> WhyNotChangeAsync() => Task.FromResult(Refusal);

    protected override Task<Persistence.Account?> FindAsync() => db.Users.SingleOrDefaultAsync(a => a.Id == Id);

    public sealed class Form
    {
        [DataType(DataType.MultilineText)]
        public string? Alasan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Alasan).Must(a => WhyNot(a) is null).WithMessage((_, a) => WhyNot(a));

        private static string? WhyNot(string? reason) => ReasonRules.WhyNot(
            reason.Trimmed() ?? "", "Alasan terlalu singkat. Tulis paling sedikit 10 karakter, misalnya bagaimana Anda tahu bahwa "
                + "pemiliknya sendiri yang meminta.");
    }
}
