using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests.Site;

/// <summary>Slips as an administrator makes them and their owners read them off the paper.</summary>
public static partial class Slips
{
    /// <summary>Makes a slip from the page of the account.</summary>
    /// <returns>The code on it.</returns>
    public static async Task<string> SlipOfAsync(this SopSite site, Visitor admin, string userName)
    {
        var id = await site.AskAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());
        return await (await (await admin.GoAsync($"/akun/{id}")).PressAsync("Buat slip masuk")).CodeAsync();
    }

    /// <summary>Accounts of auditors who have not come in, and slips for the first of them, made by the administrator.</summary>
    /// <returns>The key of the batch.</returns>
    public static async Task<int> MakeSlipsAsync(this SopSite site, int many, params (string UserName, string Nama)[] auditors)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<SopDbContext>();
        var admin = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>()
            .CreateAsync(await db.Users.SingleAsync(u => u.UserName == "admin"));
        var accounts = auditors.Select(a => Account.OfAuditor(a.UserName, a.Nama)).ToList();
        foreach (var account in accounts)
        {
            Assert.Empty(await services.GetRequiredService<AccountChanges>().AddAsync(admin, account, account.Nama));
        }

        return (await services.GetRequiredService<EntrySlips>().MakeAsync(admin, [.. accounts.Take(many)])).Id;
    }

    /// <summary>The code on the only slip of a batch.</summary>
    public static async Task<string> CodeAsync(this Visit batch) => Assert.Single(await batch.CodesAsync()).Value;

    /// <summary>By user name.</summary>
    public static async Task<Dictionary<string, string>> CodesAsync(this Visit batch)
    {
        Assert.Matches("^/akun/slip/[0-9]+$", batch.Url.AbsolutePath);
        var file = batch.Page.QuerySelectorAll("a").Single(a => a.TextContent.StartsWith("Unduh ", StringComparison.Ordinal));
        using var pdf = new PdfTools((await batch.FollowAsync(file.TextContent)).Bytes);
        return Read(pdf.RawText);
    }

    /// <summary>The codes in the words of a file of slips, by user name.</summary>
    public static Dictionary<string, string> Read(string words) =>
        Slip().Matches(words).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["code"].Value);

    /// <summary>Comes in with a slip and chooses a password.</summary>
    public static async Task<Visit> EnterAsync(this Visitor owner, string userName, string code, string password)
    {
        var page = await (await owner.GoAsync("/masuk")).Fill("Nama pengguna", userName).Fill("Kata sandi", code).PressAsync("Masuk");
        page = await page.Fill("Kata sandi baru", password).Fill("Ulangi kata sandi baru", password).PressAsync("Simpan kata sandi");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        return page;
    }

    [GeneratedRegex(@"Nama pengguna: (?<name>\S+)\s+Kode masuk: (?<code>\S+)", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Slip();
}
