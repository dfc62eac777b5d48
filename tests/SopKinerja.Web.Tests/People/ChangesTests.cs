using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

public sealed class ChangesTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_log_is_read_newest_first_by_kind_and_page_by_page()
    {
        await site.AskAsync(async db =>
        {
            db.Changes.AddRange(Enumerable.Range(1, 70).Select(i => new Persistence.Change
            {
                At = site.Clock.GetUtcNow(),
                AccountId = 1,
                ActorNama = "Administrator",
                Subject = i % 7 == 0 ? "Periode" : "Pegawai",
                SubjectId = i,
                SubjectNama = $"Nomor {i}",
                Sentence = "mengubah sesuatu.",
            }));
            return await db.SaveChangesAsync();
        });
        using var admin = await site.SignInAsync("admin");

        var page = await admin.GoAsync("/perubahan");
        Assert.Equal(50, Subjects(page).Count);
        Assert.Equal("Periode: Nomor 70", Subjects(page)[0]);
        page = await page.FollowAsync("Baris berikutnya");
        // Before them all, the accounts were made and the settings filled in.
        Assert.Equal("Pegawai: Nomor 1", Subjects(page)[19]);
        Assert.Single(Subjects(page)[20..], s => s == "Setelan dinas: Setelan dinas");
        Assert.All(Subjects(page)[20..].Where(s => s != "Setelan dinas: Setelan dinas"),
            s => Assert.StartsWith("Akun: ", s, StringComparison.Ordinal));

        page = await (await admin.GoAsync("/perubahan")).Fill("Jenis data", "Periode").PressAsync("Tampilkan");
        Assert.Equal(10, Subjects(page).Count);
        Assert.All(Subjects(page), s => Assert.StartsWith("Periode: ", s, StringComparison.Ordinal));
    }

    private static List<string> Subjects(Visit page) => [.. page.Page.QuerySelectorAll("td[data-label=Data]").Select(e => e.TextContent)];
}

public sealed class ChangesOfPlansTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task What_happens_to_plans_is_read_here_too_alone_and_among_the_rest_page_by_page()
    {
        var plan = await site.PlayAsync(play => play.AgreedPlanAsync("juru", site.Period));
        using var admin = await site.SignInAsync("admin");

        var skp = await admin.GoAsync("/perubahan?jenis=SKP");

        var juru = plan.Pegawai.Nama;
        Assert.Contains($"SKP: {juru}, {site.Period.Nama}", skp.Text, StringComparison.Ordinal);
        Assert.Contains("menyetujui SKP (", skp.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Akun: ", skp.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        await using (var db = await OpenAsync())
        {
            await using var command = db.CreateCommand();
            // Of one moment, as a save of many writes them.
            command.CommandText = "insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence) "
                + "select '2026-01-05T01:00:00Z', 'x', (select min(id) from accounts), 'Pegawai', 1, 'x', 'baris ' || n from "
                + "generate_series(1, 120) n";
            await command.ExecuteNonQueryAsync();
        }

        var (seen, page) = (new List<string>(), await admin.GoAsync("/perubahan"));
        while (true)
        {
            seen.AddRange(page.Page.QuerySelectorAll("tbody tr").Select(r => r.TextContent));
            if (!page.Page.QuerySelectorAll("a").Any(a => a.TextContent.Trim() == "Baris berikutnya"))
            {
                break;
            }

            page = await page.FollowAsync("Baris berikutnya");
        }

        Assert.Equal(120, seen.Where(r => r.Contains("baris ", StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal(seen.Count, await site.AskAsync(async d => await d.Changes.CountAsync() + await d.Set<PlanHistoryEntry>().CountAsync()));
        Assert.Contains(seen, r => r.Contains("menyetujui SKP (", StringComparison.Ordinal));
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
