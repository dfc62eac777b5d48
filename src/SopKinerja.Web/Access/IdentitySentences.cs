using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

public sealed class IdentitySentences : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Akun tidak dapat disimpan. Coba lagi.");

    public override IdentityError ConcurrencyFailure() =>
        Error(nameof(ConcurrencyFailure), "Akun ini baru saja diubah orang lain. Muat ulang halaman, lalu coba lagi.");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Kata sandi lama salah.");

    public override IdentityError DuplicateUserName(string userName) =>
        Error(nameof(DuplicateUserName), $"Nama pengguna “{userName}” sudah dipakai. Pilih yang lain.");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), "Nama pengguna hanya boleh berisi huruf kecil, angka, titik, garis bawah, dan tanda hubung.");

    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), $"Kata sandi terlalu pendek: pakai paling sedikit {length} karakter.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), $"Kata sandi terlalu mudah ditebak: pakai paling sedikit {uniqueChars} karakter yang "
            + "berbeda.");

    private static IdentityError Error(string code, string sentence) => new() { Code = code, Description = sentence };
}

/// <summary>Refuses passwords that anyone would try first.</summary>
public sealed class GuessablePasswords : IPasswordValidator<Account>
{
    private static readonly string[] Words = ["password", "katasandi", "sandi", "admin", "balangan", "paringin", "sopkinerja", "kinerja",
        "rahasia", "indonesia", "qwerty", "1234567", "7654321", "abcdef"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsGuessable(user.UserName ?? "", password ?? "")
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "Guessable",
                Description = "Kata sandi terlalu mudah ditebak. Pakai "
                + "beberapa kata yang tidak berhubungan dengan nama, dinas, atau urutan angka."
            })
            : IdentityResult.Success);

    // Whatever is left after the words that everybody tries must still be worth guessing.
    private static bool IsGuessable(string userName, string password)
    {
        var left = Words.Append(userName.Length >= 4 ? userName : "admin")
            .Aggregate(password.Replace(" ", "", StringComparison.Ordinal), (rest, word) => rest.Replace(
                word, "", StringComparison.OrdinalIgnoreCase));
        return left.Length < 8 || left.Distinct().Count() < 5;
    }
}
