using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Account.Certificate;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

/// <summary>After somebody else set the password: what the owner shows to the officer who confirms him, or the passphrase that only he
/// knows.</summary>
public sealed class ConfirmationModel(SopDbContext db, LockedKeys keys, AccountChanges changes, TimeProvider time)
    : CertificatePageModel(db, time)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Persistence.Account Own { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Own.IsUnconfirmed)
        {
            return await this.ShowAgainAsync("", "Akun Anda sudah dikonfirmasi.");
        }

        using var opened = await keys.OpenOwnAsync(PegawaiId, new(Input.Frasa!), Now);
        if (opened.WhyNot is { } why)
        {
            HttpContext.Features.Get<FormAct>()!.IsDoneBehind = true;
            return await this.ShowAgainAsync("Input.Frasa", why);
        }

        await changes.ConfirmAsync(User, Own, "frasa sandi sertifikatnya", "dengan frasa sandi sertifikatnya.");
        return this.Done("Akun Anda sudah dikonfirmasi. Anda dapat menandatangani lagi.");
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Own = await Db.Users.SingleAsync(a => a.Id == User.AccountId(), HttpContext.RequestAborted);
    }

    public sealed class Form
    {
        [DataType(DataType.Password)]
        public string? Frasa { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Frasa).Frasa("Tulis frasa sandi sertifikat Anda.");
    }
}
