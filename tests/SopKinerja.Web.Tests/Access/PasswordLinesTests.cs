using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Integrity;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>No digest of a password changes without a line in the log of changes, so that whoever changes one behind the program's back is
/// found.</summary>
public sealed class PasswordLinesTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Who_changes_the_own_password_leaves_a_line()
    {
        using var visitor = await site.SignInAsync("penera");
        const string New = "sungai-pitap-di-balangan-9";
        var page = await (await visitor.GoAsync("/kata-sandi")).Fill("Kata sandi sekarang", site.Password)
            .Fill("Kata sandi baru", New).Fill("Ulangi kata sandi baru", New).PressAsync("Ganti kata sandi");
        Assert.Contains("sudah diganti", page.Done, StringComparison.Ordinal);
        Assert.Equal("mengganti kata sandinya sendiri.", Assert.Single(await SentencesAsync("penera")));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task A_digest_of_older_strength_is_raised_when_the_password_is_used_with_a_line_and_sessions_go_on()
    {
        using var visitor = await site.SignInAsync("juru");
        var weak = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 500 }));
        var hash = weak.HashPassword(new(), site.Password);
        await using (var owner = new NpgsqlConnection(site.ConnectionString))
        {
            await owner.OpenAsync();
            await TamperedWorld.RunAsync(owner, $"""
                insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence)
                    select now(), 'uji', id, 'Akun', id, user_name, 'uji' from accounts where user_name = 'juru';
                update accounts set password_hash = '{hash}' where user_name = 'juru'
                """);
        }

        using var again = await site.SignInAsync("juru");
        Assert.NotEqual(hash, await site.AskAsync(db => db.Users.Where(u => u.UserName == "juru").Select(u => u.PasswordHash).SingleAsync()));
        Assert.StartsWith("menyandikan kata sandi yang sama", (await SentencesAsync("juru"))[^1], StringComparison.Ordinal);
        Assert.Equal("/sop", (await visitor.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Empty(await FaultsAsync());

        // Once.
        using var third = await site.SignInAsync("juru");
        Assert.Equal(2, (await SentencesAsync("juru")).Count);
    }

    private Task<List<string>> SentencesAsync(string userName) => site.AskAsync(db => db.Changes
        .Where(c => c.SubjectNama == userName && c.Sentence != Change.OfDemo).OrderBy(c => c.Id).Select(c => c.Sentence).ToListAsync());

    private async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        return await new LedgerCheck(connection, _ => { }).RunAsync(CancellationToken.None);
    }
}
