using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>One dossier after another: the next of the queue, and who has one open.</summary>
public sealed class WorkQueueTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task A_finished_dossier_leads_to_the_next_of_the_same_row_in_the_order_that_was_chosen_until_none_is_left()
    {
        var period = site.Kinerja;
        var (late, early) = (await AtInputAsync("penyuluh", -10, period), await AtInputAsync("juru", -20, period));
        var other = await site.PlayAsync(async play => (await play.DossierAtAsync(Step.Collect, "bendahara", period)).Id);
        using var analis = await site.SignInAsync("analis");

        var queue = $"?periode={period.Id}&urut=nama";
        var page = await (await analis.GoAsync($"/berkas/{late}/input{queue}")).PressAsync("Kirim ke atasan langsung");
        Assert.Equal($"/berkas/{late}", page.Url.AbsolutePath);
        var next = await page.FollowAsync($"{Name("juru")} (langkah 3), yang terakhir");
        Assert.Equal($"/berkas/{early}/input{queue}", next.Url.PathAndQuery);

        var last = await next.PressAsync("Kirim dan buka berikutnya");
        Assert.Equal($"/{queue}", last.Url.PathAndQuery);
        Assert.StartsWith($"{Name("juru")}: Realisasi dikirim ke", last.Done, StringComparison.Ordinal);
        Assert.EndsWith("Tidak ada lagi yang menunggu Anda pada langkah 3 (Penginputan).", last.Done, StringComparison.Ordinal);
        Assert.Equal([$"/berkas/{other}/kumpulkan{queue}"], Links(last));

        queue = $"?periode={period.Id}";
        var (a, b) = (await AtInputAsync("penera", -8, period), await AtInputAsync("keamanan", -9, period));
        page = await (await analis.GoAsync($"/berkas/{a}/input{queue}")).PressAsync("Kirim dan buka berikutnya");
        Assert.Equal($"/berkas/{b}/input{queue}", page.Url.PathAndQuery);
        Assert.StartsWith($"{Name("penera")}: Realisasi dikirim ke", page.Done, StringComparison.Ordinal);
        page = await page.Fill("Alasan pengembalian", "Formulir halaman dua belum dilampirkan.").PressAsync("Kembalikan dan buka berikutnya");
        Assert.Equal($"/{queue}", page.Url.PathAndQuery);
        Assert.Equal((Step.Validate, Step.Collect), (await StepAsync(a), await StepAsync(b)));
    }

    [Fact]
    public async Task The_queue_stays_with_every_save_and_the_order_of_units_pages_without_a_gap()
    {
        var id = await AtInputAsync("pelaksanakop", -3);
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas/{id}/input?unit=3&urut=unit");
        page = await page.PressAsync("Hitung tanpa menyimpan");
        page = await page.PressAsync("Simpan draf");
        Assert.Equal($"/berkas/{id}/input?unit=3&urut=unit", page.Url.PathAndQuery);
        Assert.Contains("Draf disimpan", page.Done, StringComparison.Ordinal);

        var all = Links(await analis.GoAsync("/?urut=nama")).Select(Id).ToList();
        foreach (var order in (string[])["nama", "unit"])
        {
            // What comes after any row of the list is the rest of it.
            var inOrder = Links(await analis.GoAsync($"/?urut={order}")).Select(Id).ToList();
            Assert.Equal(all.Order(), inOrder.Order());
            Assert.True(all.Count > 1);
            for (var i = 0; i < inOrder.Count; i++)
            {
                Assert.Equal(inOrder[(i + 1)..], Links(await analis.GoAsync($"/?urut={order}&setelah={inOrder[i]}")).Select(Id));
            }
        }

        var unit = await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.UnitKerjaId).SingleAsync());
        var here = await analis.GoAsync($"/?unit={unit}&langkah=30");
        Assert.Equal(
            await site.AskAsync(db => db.Dossiers.Where(d => d.UnitKerjaId == unit && d.Step == Step.Input).Select(d => d.Id).ToListAsync()),
            Links(here).Select(Id).Order());
        Assert.Contains(
            "Tidak ada berkas yang menunggu Anda menurut pilihan ini.", (await analis.GoAsync("/?langkah=60")).Text, StringComparison.Ordinal);
        // Said wrongly is not said.
        Assert.Equal(HttpStatusCode.OK, (await analis.GoAsync("/?langkah=99&unit=x&periode=-1&urut=z&setelah=abc")).Status);
    }

    [Fact]
    public async Task Whoever_has_a_dossier_open_is_named_to_the_others_until_he_is_gone_and_is_passed_over()
    {
        var (held, free) = (await AtInputAsync("analisdag", -6), await AtInputAsync("pelaksanadag", -5));
        var here = await AtInputAsync("pelaksanaind", -7);
        using var one = await site.SignInAsync("analis");
        using var two = await site.SignInAsync("analis2");
        await one.GoAsync($"/berkas/{held}/input");
        await one.GoAsync($"/berkas/{held}/input");
        var words = $"Sedang dikerjakan {Name("analis")} sejak";

        Assert.Contains(words, (await two.GoAsync($"/berkas/{held}/input")).Text, StringComparison.Ordinal);
        Assert.Contains(words, RowOf(await two.GoAsync("/"), held), StringComparison.Ordinal);
        Assert.DoesNotContain(words, RowOf(await one.GoAsync("/"), held), StringComparison.Ordinal);
        Assert.DoesNotContain("Anda tetap dapat mengerjakannya", (await one.GoAsync($"/berkas/{held}/input")).Text, StringComparison.Ordinal);

        var next = await (await two.GoAsync($"/berkas/{here}/input")).PressAsync("Kirim dan buka berikutnya");
        Assert.Equal($"/berkas/{free}/input", next.Url.AbsolutePath);

        site.Clock.Move(WorkClaim.Lasts + TimeSpan.FromMinutes(1));
        try
        {
            using var later = await site.SignInAsync("analis2");
            Assert.DoesNotContain("Sedang dikerjakan", RowOf(await later.GoAsync("/"), held), StringComparison.Ordinal);
            Assert.DoesNotContain("Anda tetap dapat mengerjakannya", (await later.GoAsync($"/berkas/{held}/input")).Text, StringComparison.Ordinal);
            using var back = await site.SignInAsync("analis");
            Assert.Contains(
                $"Sedang dikerjakan {Name("analis2")}", (await back.GoAsync($"/berkas/{held}/input")).Text, StringComparison.Ordinal);
        }
        finally
        {
            site.Clock.Move(-(WorkClaim.Lasts + TimeSpan.FromMinutes(1)));
        }
    }

    [Fact]
    public async Task What_is_empty_is_filled_from_the_target_and_what_was_typed_stays_and_nothing_is_saved_by_it()
    {
        var id = await site.PlayAsync(async play => (await play.DossierAtAsync(Step.Input, "kauptd", site.Period)).Id);
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas/{id}/input");
        var fields = page.Page.QuerySelectorAll("input[name$='.Kuantitas']").OfType<IHtmlInputElement>().ToList();
        Assert.True(fields.Count > 1);
        fields[0].Value = "1,5";
        page = await page.PressAsync("Isi yang kosong sama dengan target");

        var target = await site.AskAsync(async db => ((Domain.Scoring.Pp46.Pp46Sheet)(await db.Dossiers.SingleAsync(d => d.Id == id)).Sheet)
            .Kegiatan.Select(k => k.Target).ToList());
        var filled = page.Page.QuerySelectorAll("input[name$='.Kuantitas']").OfType<IHtmlInputElement>().Select(f => f.Value);
        Assert.Equal(target.Skip(1).Select(t => Domain.Angka.Ringkas(t.Kuantitas)).Prepend("1,5"), filled.Select(v => v.Contains(',', StringComparison.Ordinal) ? v.TrimEnd('0').TrimEnd(',') : v));
        Assert.Contains("sudah diisi dan belum disimpan", page.Text, StringComparison.Ordinal);
        Assert.All(
            await site.AskAsync(async db => ((Domain.Scoring.Pp46.Pp46Sheet)(await db.Dossiers.SingleAsync(d => d.Id == id)).Sheet).Kegiatan
                .Select(k => k.Realisasi.Kuantitas).ToList()), Assert.Null);

        page = await page.PressAsync("Kirim ke atasan langsung");
        Assert.StartsWith("Realisasi dikirim ke", page.Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_back_says_why_and_what_comes_again_says_so()
    {
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Check, "arsiparis", site.Period);
            return dossier.Id;
        });
        using var kasubbag = await site.SignInAsync("kasubbag");
        Assert.DoesNotContain("baru sejak dikembalikan", RowOf(await kasubbag.GoAsync("/"), id), StringComparison.Ordinal);
        await (await kasubbag.GoAsync($"/berkas/{id}/periksa")).Fill("Alasan pengembalian", "Bukti kegiatan 2 belum ada.")
            .PressAsync("Kembalikan ke Analis");

        using var analis = await site.SignInAsync("analis");
        Assert.Contains("dikembalikan Bukti kegiatan 2 belum ada.", RowOf(await analis.GoAsync("/"), id), StringComparison.Ordinal);
        await (await analis.GoAsync($"/berkas/{id}/kumpulkan")).PressAsync("Kirim ke Kasubbag");

        Assert.Contains("baru sejak dikembalikan", RowOf(await kasubbag.GoAsync("/"), id), StringComparison.Ordinal);
    }

    private Task<long> AtInputAsync(string userName, int minutes, Period? period = null) => site.PlayAsync(async play =>
    {
        // The play takes its time for each step.
        play.Now = site.Clock.GetUtcNow().AddDays(-20).AddMinutes(minutes);
        var dossier = await play.DossierAtAsync(Step.Input, userName, period ?? site.Period);
        dossier.TypeIn(SampleWork.Typed(dossier), site.People["analis"], play.Now);
        await play.SaveAsync();
        return dossier.Id;
    });

    private Task<Step> StepAsync(long id) => site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.Step).SingleAsync());

    private string Name(string userName) => site.People[userName].Nama;

    private static IReadOnlyList<string> Links(Visit page) => Tests.IndexTests.StepLinks(page);

    private static long Id(string link) => long.Parse(link.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);

    private static string RowOf(Visit page, long id) => System.Text.RegularExpressions.Regex.Replace(
        page.Page.QuerySelectorAll("section[aria-labelledby=menunggu] tr").Single(r =>
            r.QuerySelectorAll("td a").Any(a => a.GetAttribute("href")!.StartsWith($"/berkas/{id}/", StringComparison.Ordinal))).TextContent,
        @"\s+", " ");
}
