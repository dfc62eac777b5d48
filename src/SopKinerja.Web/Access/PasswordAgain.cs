using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Asks for the account's password once more where someone signs; wrong ones count towards the lockout.</summary>
public sealed class PasswordAgain(UserManager<Account> users, SignInManager<Account> signIn)
{
    /// <summary>Null when the password is right, otherwise a sentence for the field.</summary>
    public async Task<string?> WhyNotAsync(ClaimsPrincipal user, string? password)
    {
        if (string.IsNullOrEmpty(password))
        {
            return "Tulis kata sandi akun Anda untuk menandatangani.";
        }

        var account = await users.GetUserAsync(user);
        var result = account is null
            ? SignInResult.Failed
            : await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result.Succeeded ? null
            : result.IsLockedOut ? "Kata sandi salah terlalu sering. Akun terkunci sementara; coba lagi 15 menit lagi."
            : "Kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi.";
    }
}
