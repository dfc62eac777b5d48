using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Commands;

/// <summary>Command "confirm-account": confirms the owner of an account where nobody could do it at his desk, because no officer is
/// confirmed himself.</summary>
public static class ConfirmAccountCommand
{
    /// <summary>Exit code 0 when it was confirmed, 1 when not, with a sentence why.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string userName, TextWriter output)
    {
        var db = services.GetRequiredService<SopDbContext>();
        var account = await db.Users.SingleOrDefaultAsync(a => a.UserName == userName);
        var other = await db.Users.Where(a => a.UserName != userName).ConfirmingOthers().Select(a => a.UserName).FirstOrDefaultAsync();
        if (account is not { IsUnconfirmed: true, MustChangePassword: false } || other is not null)
        {
            await output.WriteLineAsync($"Akun “{userName}” tidak dikonfirmasi. " + (account is null ? "Akun itu tidak ada."
                : !account.IsUnconfirmed ? "Tidak ada yang perlu dikonfirmasi."
                : account.MustChangePassword ? "Pemiliknya belum memilih kata sandinya sendiri."
                : $"Pemilik akun “{other}” dapat mengonfirmasinya di halaman Konfirmasi akun."));
            return 1;
        }

        await services.GetRequiredService<AccountChanges>().ConfirmAsync(
            new ClaimsPrincipal(), account, "perintah di server", "dengan perintah confirm-account di server.");
        await output.WriteLineAsync($"Pemilik akun “{userName}” sudah dikonfirmasi.");
        return 0;
    }
}
