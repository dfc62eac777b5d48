using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Tests.Dossiers;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

public sealed class IndexTests(SopWorld world) : IClassFixture<SopWorld>
{
    public static TheoryData<string> UserNames => [.. SopWorld.UserNames];

    [Theory]
    [MemberData(nameof(UserNames))]
    public async Task Everybody_finds_exactly_the_steps_that_wait_for_them(string userName)
    {
        var actor = world.ActorOf(userName);
        var expected = (await world.DossiersAsync())
            .Where(d => Procedure.WhyNot(d, Act.Work, actor, world.Clock.GetUtcNow()) is null)
            .OrderBy(d => Limit(d) ?? DateOnly.MaxValue).ThenBy(d => d.StepSince).ThenBy(d => d.Id)
            .Select(d => $"/berkas/{d.Id}/{d.Row.Slug}");
        using var visitor = await world.SignInAsync(userName);

        var page = await visitor.GoAsync("/");

        Assert.Equal(expected, StepLinks(page));
    }

    [Fact]
    public async Task Each_dossier_that_waits_for_a_party_is_in_one_inbox_only()
    {
        var inboxes = new Dictionary<string, IEnumerable<string>>();
        foreach (var userName in SopWorld.UserNames)
        {
            using var visitor = await world.SignInAsync(userName);
            inboxes[userName] = StepLinks(await visitor.GoAsync("/"));
        }

        Assert.Equal(["kabidkop"], Holders($"/berkas/{world.Keys["penggerak"]}/validasi"));
        Assert.Equal(["pelaksanaind"], Holders($"/berkas/{world.Keys["pelaksanaind"]}/tanda-tangan"));
        Assert.Equal(["kasubbag2"], Holders($"/berkas/{world.Keys["arsiparis"]}/tanggapan"));
        Assert.Single(inboxes.Values.SelectMany(links => links), l =>
            l.StartsWith($"/berkas/{world.Keys["arsiparis"]}/", StringComparison.Ordinal));

        IEnumerable<string> Holders(string link) => inboxes.Where(i => i.Value.Contains(link)).Select(i => i.Key);
    }

    [Fact]
    public async Task An_objection_is_shown_to_the_superiors_named_on_the_dossier_and_to_nobody_else()
    {
        var link = $"/berkas/{world.Keys["arsiparis"]}";
        var seenBy = new List<string>();
        foreach (var userName in SopWorld.UserNames)
        {
            using var visitor = await world.SignInAsync(userName);
            var page = await visitor.GoAsync("/");
            // Whoever it waits for has it among his tasks.
            if (page.Page.QuerySelectorAll("section[aria-labelledby=keberatan] a, section[aria-labelledby=menunggu] a")
                .Any(a => a.GetAttribute("href") == link))
            {
                seenBy.Add(userName);
            }
        }

        Assert.Equal(["sekretaris", "kasubbag2"], seenBy);
    }

    [Fact]
    public async Task A_proposed_plan_waits_for_its_atasan_langsung_only()
    {
        using var atasan = await world.SignInAsync("kabiddag");
        using var other = await world.SignInAsync("kabidkop");

        Assert.Contains("Periksa dan setujui SKP Syahrul Ramadhan, S.E.", (await atasan.GoAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Syahrul Ramadhan", (await other.GoAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rated_person_reads_in_plain_words_where_the_own_dossiers_stand()
    {
        using var juru = await world.SignInAsync("juru");
        var text = (await juru.GoAsync("/")).Text;
        Assert.Contains("Menunggu Sekretaris pada langkah 6 (Penggandaan)", text, StringComparison.Ordinal);
        Assert.Contains("Sudah diarsipkan pada", text, StringComparison.Ordinal);
        using var asn = await world.SignInAsync("pelaksanaind");
        text = (await asn.GoAsync("/")).Text;
        Assert.Contains("baca hasilnya, lalu nyatakan telah menerima atau ajukan keberatan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_lists_say_why_and_what_next_and_the_administrator_is_led_to_the_own_pages()
    {
        using var sekda = await world.SignInAsync("kauptd");
        var text = (await sekda.GoAsync("/")).Text;
        Assert.Contains("Susun SKP Anda", text, StringComparison.Ordinal);
        Assert.Contains("Belum ada berkas penilaian atas nama Anda.", text, StringComparison.Ordinal);
        using var admin = await world.SignInAsync("admin");
        var page = await admin.GoAsync("/");
        Assert.Contains(page.Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/pegawai");
        Assert.Contains(page.Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/pegawai/janggal");
        Assert.DoesNotContain("Menunggu Anda", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1-2")]
    [InlineData("99999999999999999999-1")]
    [InlineData("1-2-3")]
    public async Task A_damaged_address_shows_the_oldest(string after)
    {
        using var analis = await world.SignInAsync("analis");
        Assert.Equal(StepLinks(await analis.GoAsync("/")), StepLinks(await analis.GoAsync($"/?setelah={after}")));
    }

    internal static IReadOnlyList<string> StepLinks(Visit page) =>
    [
        .. page.Page.QuerySelectorAll("section[aria-labelledby=menunggu] td a").Select(a => a.GetAttribute("href")!)
            .Where(url => SopTable.All.Any(r => url.Split('?')[0].EndsWith($"/{r.Slug}", StringComparison.Ordinal))),
    ];

    // The day after which others decide, as the SOP says it: 14 days after it came, or the last day to object.
    private static DateOnly? Limit(Dossier d) => d.Row.Lewat is not { } lewat ? null
        : lewat.Hari is { } days ? Tanggal.DiWita(d.Row.PerformableSince(d.StepSince, d.LastDayToObject)).AddDays(days)
        : d.LastDayToObject;
}

/// <summary>The front page when time passes and much is waiting.</summary>
public sealed class IndexOverTimeTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Waiting_is_counted_in_working_time_against_the_norm_and_fifty_stand_on_a_page()
    {
        await site.PlayAsync(async play =>
        {
            var people = FictionalDinas.People.Where(p => p is { Unit: not null, HasAccount: true }
                && p.UserName is not ("analis" or "pppkkop"));
            foreach (var (i, person) in people.Index())
            {
                foreach (var year in new[] { 2022, 2023, 2024 })
                {
                    play.Now = site.Clock.GetUtcNow().AddMinutes(-(i % 7));
                    await play.DossierAtAsync(Step.Collect, person.UserName, await PeriodAsync(site, year));
                }
            }

            return 0;
        });
        using var analis = await site.SignInAsync("analis");
        site.Clock.Move(TimeSpan.FromMinutes(70));
        var first = await analis.GoAsync("/");
        Assert.Contains("1 jam 16 menit kerja dari waktu baku 2 jam", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lewat", first.Text, StringComparison.Ordinal);
        var second = await first.FollowAsync("Tampilkan berikutnya");
        var links = IndexTests.StepLinks(first).Concat(IndexTests.StepLinks(second)).ToList();
        Assert.Equal(50, IndexTests.StepLinks(first).Count);
        Assert.Equal(63, links.Count);
        Assert.Equal(63, links.Distinct().Count());

        // From Monday 08.54 over the night to Tuesday 10.10: 6 hours 36 minutes (less the break) and 2 hours 10 minutes.
        site.Clock.Move(TimeSpan.FromHours(24));
        using var nextDay = await site.SignInAsync("analis");
        Assert.Contains("1 hari 1 jam 16 menit kerja dari waktu baku 2 jam lewat", (await nextDay.GoAsync("/")).Text, StringComparison.Ordinal);
    }

    internal static async Task<Period> PeriodAsync(SopSite site, int year)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();
        if (db.Periods.SingleOrDefault(p => p.Mulai == new DateOnly(year, 1, 1)) is not { } period)
        {
            period = new($"Tahun {year}", new(year, 1, 1), new(year, 12, 31), ScoringMethods.Pp46, null);
            db.Periods.Add(period);
            await db.SaveChangesAsync();
        }

        return period;
    }
}

/// <summary>A long list of other dossiers hides nothing that has a day of its own.</summary>
public sealed class IndexDatedTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task What_passes_to_another_stands_above_any_number_of_older_dossiers()
    {
        var id = await site.PlayAsync(async play =>
        {
            var people = FictionalDinas.People.Where(p => p is { Unit: not null, HasAccount: true } && p.UserName is not ("kasubbag2" or "pppkkop"));
            foreach (var person in people)
            {
                foreach (var year in new[] { 2022, 2023, 2024 })
                {
                    play.Now = site.Clock.GetUtcNow().AddDays(-40);
                    await play.DossierAtAsync(Step.Check, person.UserName, await IndexOverTimeTests.PeriodAsync(site, year));
                }
            }

            play.Now = site.Clock.GetUtcNow().AddDays(-3);
            var dossier = await play.DossierAtAsync(Step.Sign, "arsiparis", site.Period);
            await play.ObjectAsync(dossier, "Kuantitas kegiatan 1 kurang dari bukti dukungnya.");
            return dossier.Id;
        });
        using var kasubbag = await site.SignInAsync("kasubbag2");

        var page = await kasubbag.GoAsync("/");
        var links = IndexTests.StepLinks(page);
        Assert.Equal(($"/berkas/{id}/tanggapan", 51), (links[0], links.Count));
        Assert.Contains("paling lambat", page.Text, StringComparison.Ordinal);
        // It is not told again on the pages that follow.
        var next = await page.FollowAsync("Tampilkan berikutnya");
        Assert.DoesNotContain(links[0], IndexTests.StepLinks(next));
        Assert.NotEmpty(IndexTests.StepLinks(next));
    }
}
