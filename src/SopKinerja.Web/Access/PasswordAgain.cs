using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Asks for the account's password once more; wrong ones count in the session, apart from those at the sign-in.</summary>
public sealed class PasswordAgain(UserManager<Account> users, PasswordJudge judge)
{
    /// <summary>Null when the password is right, otherwise a sentence for the field.</summary>
    /// <param name="why">What it is asked for: "untuk menandatangani".</param>
    public async Task<string?> WhyNotAsync(ClaimsPrincipal user, string? password, string why = "untuk menandatangani") =>
        string.IsNullOrEmpty(password)
        ? $"Tulis kata sandi akun Anda {why}."
        : await judge.WhyNotAsync(
            user.Identity!.Name!, await users.GetUserAsync(user), password,
            "Kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi.");
}
