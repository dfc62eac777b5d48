using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Pages.Organisation;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Organisation;

/// <summary>The charts of units and of who rates whom: the picture and the list say the same, and what is odd is said where it is.</summary>
public sealed class ChartPageTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Everybody_stands_in_the_picture_and_in_the_list_below_who_rates_him()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/bagan/penilai");
        var people = await site.AskAsync(db => db.Pegawai.AsNoTracking().Where(p => p.IsActive).ToListAsync());

        Assert.All(people, p =>
        {
            Assert.Contains(Squeezed(p.Nama), Squeezed(Pictures(page)), StringComparison.Ordinal);
            var line = page.Page.QuerySelectorAll(".cabang li > p a").Single(a => a.GetAttribute("href") == $"/pegawai/{p.Id}").Closest("li")!;
            var above = line.ParentElement!.Closest("li")?.QuerySelector("p a")!.GetAttribute("href");
            Assert.Equal(p.AtasanId is { } atasan ? $"/pegawai/{atasan}" : null, above);
            if (p.Nip is not null)
            {
                Assert.DoesNotContain(p.Nip, page.Html, StringComparison.Ordinal);
            }
        });
        Assert.Contains("NIP •••••••• 199503 2 001", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_have_their_head_and_people_and_a_vacant_one_says_so_and_who_acts()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/bagan/unit");
        Assert.Contains("Hairul Anwar, S.T., M.T., Kepala Bidang Perindustrian; 3 pegawai", Line(page, "Bidang Perindustrian"), StringComparison.Ordinal);
        Assert.DoesNotContain("Kepala unit kosong", page.Text, StringComparison.Ordinal);

        var today = SopKinerja.Domain.Tanggal.DiWita(site.Clock.GetUtcNow());
        await site.AskAsync(async db =>
        {
            db.Penugasan.Add(new(JenisPenugasan.Plt, Id("kabidind"), Id("kabiddag"), "800/5", today, today, null, "Kosong"));
            await db.SaveChangesAsync();
            return await db.Pegawai.Where(p => p.Id == Id("kabidind")).ExecuteUpdateAsync(p => p.SetProperty(x => x.JenisJabatan, JenisJabatan.Fungsional));
        });
        page = await admin.GoAsync($"/bagan/unit?unit={await UnitAsync("IND")}");
        Assert.Contains("Kepala unit kosong", Line(page, "Bidang Perindustrian"), StringComparison.Ordinal);
        Assert.Contains("! Kepala unit kosong", Pictures(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Sekretariat", Line(page, "Bidang Perindustrian"), StringComparison.Ordinal);
        Assert.Contains("Dinas Koperasi", page.Page.QuerySelector("main > p a")!.TextContent, StringComparison.Ordinal);
        await site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id("kabidind"))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.JenisJabatan, JenisJabatan.Administrator)));
    }

    [Fact]
    public async Task Every_oddity_of_the_list_of_oddities_is_marked_where_it_stands()
    {
        using var admin = await site.SignInAsync("admin");
        await site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id("penyuluhind"))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.AtasanId, Id("pelaksanaind"))));
        await site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id("juru")).ExecuteUpdateAsync(p => p.SetProperty(x => x.AtasanId, (int?)null)));
        // As it may have come in behind the guard.
        await site.AsOwnerAsync($"""
            alter table pegawai disable trigger user;
            update pegawai set atasan_id = {Id("analisdag")} where id = {Id("kabiddag")};
            alter table pegawai enable trigger user;
            """);
        try
        {
            var (people, units) = (await admin.GoAsync("/bagan/penilai"), await admin.GoAsync("/bagan/unit"));
            var odd = await site.AskAsync(db => Kejanggalan.Each(db).ToListAsync());
            Assert.True(odd.Select(o => o.Kode).Distinct().Count() > 2, $"{odd.Count}");
            Assert.All(odd, o =>
            {
                var row = Kejanggalan.Rows.Single(r => r.Kode == o.Kode);
                var line = people.Page.QuerySelectorAll(".cabang li > p a").Single(a => a.GetAttribute("href") == $"/pegawai/{o.PegawaiId}").Closest("li")!;
                Assert.Contains(line.QuerySelectorAll(":scope > .cabang__janggal a"), a => a.TextContent == row.Nama
                    && a.GetAttribute("href") == $"/pegawai/janggal?jenis={row.Kode}");
            });
            Assert.Equal(odd.Count, people.Page.QuerySelectorAll(".cabang__janggal li").Length);
            Assert.Contains("! Susunan atasan melingkar", Pictures(people), StringComparison.Ordinal);
            Assert.Contains("Susunan atasan melingkar: 2", Line(units, "Bidang Perdagangan"), StringComparison.Ordinal);
            Assert.Contains("Menilai tanpa surat pendelegasian: 1", Line(units, "Bidang Perindustrian"), StringComparison.Ordinal);
        }
        finally
        {
            await site.AskAsync(db => db.Database.ExecuteSqlAsync($"update pegawai set atasan_id = {Id("kadis")} where id = {Id("kabiddag")}"));
        }
    }

    [Fact]
    public async Task The_Kepala_Dinas_and_an_auditor_see_it_without_ways_that_are_closed_to_them_and_a_Kasubbag_does_not()
    {
        using var kadis = await site.SignInAsync("kadis");
        var page = await kadis.GoAsync("/bagan/penilai");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith("/pegawai", StringComparison.Ordinal));
        Assert.Contains("/bagan/unit", (await kadis.GoAsync("/kemajuan")).Html, StringComparison.Ordinal);
        using var auditor = await site.SignInAsync("auditor");
        Assert.DoesNotContain("Serah terima", (await auditor.GoAsync("/bagan/penilai")).Text, StringComparison.Ordinal);
        Assert.Contains("/bagan/penilai", (await auditor.GoAsync("/")).Html, StringComparison.Ordinal);
        using var kasubbag = await site.SignInAsync("kasubbag");
        foreach (var url in new[] { "/bagan/unit", "/bagan/penilai", "/bagan/unit.svg", "/bagan/penilai.svg" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await kasubbag.GoAsync(url)).Status);
        }
    }

    [Fact]
    public async Task A_branch_has_its_own_page_file_and_papers_and_what_is_not_there_is_not_found()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync($"/bagan/penilai?pegawai={Id("kabidkop")}&kertas=a4");
        Assert.Equal(5, page.Page.QuerySelectorAll(".cabang li > p strong").Length);
        Assert.Contains("Dinilai oleh Hj. Nurlaila Hasanah", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 lembar A4 mendatar", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lembar 1 dari 1", Pictures(page), StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($"a[download][href='/bagan/penilai.svg?pegawai={Id("kabidkop")}']"));

        using var file = await admin.Client.GetAsync(new Uri($"/bagan/penilai.svg?pegawai={Id("kabidkop")}", UriKind.Relative));
        Assert.Equal("image/svg+xml", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("bagan-penilai.svg", file.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("<?xml", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var url in new[] { "/bagan/penilai?pegawai=999999", "/bagan/unit?unit=999999", "/bagan/unit.svg?unit=999999" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync(url)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await admin.GoAsync("/bagan/unit?unit=banyak&kertas=a0&setelah=x")).Status);
    }

    private static string Pictures(Visit page) => string.Join(' ', page.Page.QuerySelectorAll(".bagan text").Select(t => t.TextContent));

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Line(Visit page, string title) => string.Join(' ', page.Page.QuerySelectorAll(".cabang strong").Single(s => s.TextContent == title)
        .Closest("li")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private int Id(string userName) => site.People[userName].PegawaiId!.Value;

    private Task<int> UnitAsync(string kode) => site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == kode).Select(u => u.Id).SingleAsync());
}

/// <summary>7,000 people in 400 units: a page stays within its bound, and everybody can be reached.</summary>
public sealed class LargeChartTests(SopSite site) : IClassFixture<SopSite>
{
    private const int MostBytes = 1_000_000;

    [Fact]
    public async Task A_page_of_a_large_dinas_stays_small_and_says_how_one_goes_on()
    {
        await site.AsOwnerAsync($"""
            insert into unit_kerja (kode, nama, induk_id)
                select 'U' || n, 'Unit kerja nomor ' || n, (select id from unit_kerja where kode = 'DINAS') from generate_series(1, 20) n;
            insert into unit_kerja (kode, nama, induk_id)
                select 'U' || n, 'Unit kerja nomor ' || n, (select id from unit_kerja where kode = 'U' || (1 + n % 20)) from generate_series(21, 400) n;
            insert into pegawai (nip, nama, golongan, jabatan, jenis_jabatan, unit_kerja_id, atasan_id)
                select '1990010120201' || lpad(n::text, 5, '0'), 'Kepala nomor ' || n, 'III/a', 'Kepala unit', 'Pengawas',
                    (select id from unit_kerja where kode = 'U' || n), {site.People["kadis"].PegawaiId} from generate_series(1, 400) n;
            insert into pegawai (nip, nama, golongan, jabatan, jenis_jabatan, unit_kerja_id, atasan_id)
                select '1990010120202' || lpad(n::text, 5, '0'), 'Pegawai nomor ' || n, 'II/a', 'Pengelola', 'Pelaksana',
                    (select id from unit_kerja where kode = 'U' || (1 + n % 400)), (select id from pegawai where nama = 'Kepala nomor ' || (1 + n % 400))
                from generate_series(1, 6600) n;
            """);
        using var admin = await site.SignInAsync("admin");
        var reached = new HashSet<string>();
        foreach (var start in new[] { "/bagan/penilai", "/bagan/unit" })
        {
            var page = await admin.GoAsync(start);
            Assert.InRange(page.Bytes.Length, 1, MostBytes);
            Assert.Contains("terlalu besar untuk satu halaman", page.Text, StringComparison.Ordinal);
        }

        for (var url = $"/bagan/penilai?pegawai={site.People["kadis"].PegawaiId}"; url is not null;)
        {
            var page = await admin.GoAsync(url);
            Assert.InRange(page.Bytes.Length, 1, MostBytes);
            Assert.InRange(page.Page.QuerySelectorAll(".cabang li > p strong").Length, 1, ForestWindow.Most + 1);
            reached.UnionWith(page.Page.QuerySelectorAll(".cabang strong").Select(s => s.TextContent));
            url = page.Page.QuerySelector("main a[rel=next]")?.GetAttribute("href");
        }

        Assert.All(Enumerable.Range(1, 400), n => Assert.Contains($"Kepala nomor {n}", reached));
        var unit = await site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == "U107").Select(u => u.Id).SingleAsync());
        Assert.Contains("Pegawai nomor 506", (await admin.GoAsync($"/bagan/penilai?unit={unit}")).Text, StringComparison.Ordinal);
    }
}
