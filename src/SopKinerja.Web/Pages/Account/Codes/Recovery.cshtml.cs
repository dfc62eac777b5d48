using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages.Account.Codes;

/// <summary>New recovery codes in place of the old ones.</summary>
public sealed class RecoveryModel(UserManager<Persistence.Account> users, SecondFactor second, PasswordAgain password)
    : OwnAccountPageModel(users, second, password)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync() => await WhyNotPasswordAsync(Input.KataSandi)
        ?? this.DoneOnce(
            "Kode pemulihan baru sudah dibuat; yang lama tidak berlaku lagi.", await Second.RenewAsync(User, Own),
            Links.Account.SecondFactor);

    protected override Refusal? WhyNot() => Own.TwoFactorEnabled ? null : IsOff;

    public sealed class Form
    {
        [DataType(DataType.Password)]
        public string? KataSandi { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.KataSandi).KataSandi();
    }
}
