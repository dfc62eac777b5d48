using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.Codes;

/// <summary>Takes the one-time code off the own account, where nothing requires it.</summary>
public sealed class SwitchOffModel(
    UserManager<Persistence.Account> users, SecondFactor second, PasswordAgain password, CodeJudge judge)
    : OwnAccountPageModel(users, second, password)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await WhyNotPasswordAsync(Input.KataSandi) is { } refused)
        {
            return refused;
        }

        if (await judge.WhyNotAsync(Own, Input.Kode!) is { } why)
        {
            return await this.ShowAgainAsync("Input.Kode", why);
        }

        await Second.SwitchOffAsync(User, Own);
        return this.Done("Kode sekali pakai sudah dimatikan. Anda masuk dengan kata sandi saja.", Links.Account.SecondFactor);
    }

    protected override Refusal? WhyNot() => !Own.TwoFactorEnabled ? IsOff
        : IsRequired ? new(RefusalKind.Forbidden, "Dinas mewajibkan kode sekali pakai untuk akun Anda, jadi tidak dapat dimatikan. Ponsel "
            + "berganti? Mintalah administrator menyetel ulang, lalu aktifkan dengan ponsel yang baru.")
        : null;

    public sealed class Form
    {
        [DataType(DataType.Password)]
        public string? KataSandi { get; set; }

        public string? Kode { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.KataSandi).KataSandi();
            RuleFor(f => f.Kode).Kode();
        }
    }
}
