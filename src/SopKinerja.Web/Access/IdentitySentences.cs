using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
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
        Error(nameof(InvalidUserName), UserNames.Refused);

    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), $"Kata sandi terlalu pendek: pakai paling sedikit {length} karakter.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), $"Kata sandi terlalu mudah ditebak: pakai paling sedikit {uniqueChars} karakter yang "
            + "berbeda.");

    private static IdentityError Error(string code, string sentence) => new() { Code = code, Description = sentence };
}

/// <summary>Refuses passwords that would be guessed, by what is known of their owner too.</summary>
public sealed class GuessablePasswords(SopDbContext db) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var person = await db.Pegawai.Where(p => p.Id == user.PegawaiId).Select(p => new { p.Nama, p.Nip }).SingleOrDefaultAsync();
        return Guessable.WhyGuessable(password ?? "", [user.UserName, user.Nama, person?.Nama, person?.Nip]) is { } why
            ? IdentityResult.Failed(new IdentityError { Code = "Guessable", Description = $"Kata sandi {why}" })
            : IdentityResult.Success;
    }
}
