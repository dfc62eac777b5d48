using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Commands;

/// <summary>Makes an administrator; the password is asked for twice and is never an argument, so that no history of the shell keeps
/// it.</summary>
public static class CreateAdminCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string userName, TextReader input, TextWriter output)
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        var first = Terminal.AskSecret("Kata sandi: ", input, output);
        var second = Terminal.AskSecret("Ulangi kata sandi: ", input, output);
        if (!string.Equals(first, second, StringComparison.Ordinal))
        {
            await output.WriteLineAsync("Kedua kata sandi tidak sama. Akun tidak dibuat.");
            return 1;
        }

        var db = services.GetRequiredService<SopDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Each has a name of its own.
        var isFirst = !await db.Users.AnyAsync(a => a.PegawaiId == null && a.Nama == Account.Administrators);
        var account = Account.OfAdministrator(userName, isFirst ? Account.Administrators : $"{Account.Administrators} {userName}");
        var result = await users.CreateAsync(account, first);
        if (result.Succeeded)
        {
            services.GetRequiredService<ChangeLog>().Write(new ClaimsPrincipal(), ChangeSubjects.Akun, account.Id, userName,
                "membuat akun administrator dengan perintah create-admin di server.");
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        await output.WriteLineAsync(result.Succeeded
            ? $"Akun administrator “{userName}” sudah dibuat. Masuk di halaman /masuk."
            : $"Akun tidak dibuat. {string.Join(' ', result.Errors.Select(e => e.Description))}");
        return result.Succeeded ? 0 : 1;
    }
}
