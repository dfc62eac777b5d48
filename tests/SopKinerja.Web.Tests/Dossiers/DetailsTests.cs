using System.Net;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Tests.Dossiers;

public sealed class DetailsTests(SopWorld world) : IClassFixture<SopWorld>
{
    [Fact]
    public async Task The_performer_is_led_to_the_step_and_others_read_why_not()
    {
        var id = world.Keys["penggerak"];
        using var atasan = await world.SignInAsync("kabidkop");
        var page = await atasan.GoAsync($"/berkas/{id}");
        Assert.Equal($"/berkas/{id}/validasi", page.Page.QuerySelector("a.tombol--utama")!.GetAttribute("href"));

        using var analis = await world.SignInAsync("analis");
        page = await analis.GoAsync($"/berkas/{id}");
        Assert.Null(page.Page.QuerySelector("a.tombol--utama"));
        Assert.Contains("dikerjakan oleh atasan langsung (Ir. Bambang Suryadi, M.M.)", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/riwayat")]
    public async Task The_page_answers_as_the_procedure_says_for_everybody(string page)
    {
        var dossiers = await world.DossiersAsync();
        foreach (var userName in new[] { "admin", "juru", "kabidkop", "sekretaris", "analis", "kadis" })
        {
            using var visitor = await world.SignInAsync(userName);
            foreach (var dossier in dossiers)
            {
                var expected = Procedure.WhyNot(dossier, Act.View, world.ActorOf(userName), world.Clock.GetUtcNow()) is null
                    ? HttpStatusCode.OK
                    : HttpStatusCode.NotFound;
                Assert.Equal(expected, (await visitor.GoAsync($"/berkas/{dossier.Id}{page}")).Status);
            }
        }
    }

    [Fact]
    public async Task A_dossier_that_does_not_exist_answers_like_one_that_may_not_be_seen()
    {
        using var juru = await world.SignInAsync("juru");
        var hidden = await juru.GoAsync($"/berkas/{world.Keys["kadis"]}");
        var missing = await juru.GoAsync("/berkas/999999");
        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.Equal(missing.Page.QuerySelector("main")!.TextContent, hidden.Page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("arsiparis", true)]
    [InlineData("kasubbag2", true)]
    [InlineData("sekretaris", true)]
    [InlineData("kadis", true)]
    [InlineData("analis", false)]
    [InlineData("kasubbag", false)]
    public async Task Reasons_of_an_objection_and_scores_are_for_those_who_may_see_the_result(string userName, bool may)
    {
        using var visitor = await world.SignInAsync(userName);
        foreach (var place in new[] { "", "/riwayat" })
        {
            var page = await visitor.GoAsync($"/berkas/{world.Keys["arsiparis"]}{place}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var isDetails = place.Length == 0;
            Assert.Equal(may && isDetails, page.Text.Contains(SopWorld.Objection, StringComparison.Ordinal));
            Assert.Equal(may && isDetails, page.Text.Contains("Orientasi pelayanan", StringComparison.Ordinal));
            Assert.Equal(may && isDetails, page.Text.Contains("Nilai prestasi kerja", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_closed_dossier_shows_its_copies_and_its_box()
    {
        var closed = (await world.DossiersAsync()).First(d => d.ClosedAt is not null);
        using var sekretaris = await world.SignInAsync("sekretaris");
        var page = await sekretaris.GoAsync($"/berkas/{closed.Id}");
        Assert.Contains("Isinya tidak dapat diubah lagi.", page.Text, StringComparison.Ordinal);
        Assert.Contains(closed.ArchiveRecord!.NomorBoks, page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/berkas/{closed.Id}/salinan/1");
    }

    [Fact]
    public async Task The_history_on_paper_adds_up_the_working_time_of_each_step()
    {
        using var analis = await world.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas/{world.Keys["keamanan"]}/riwayat");
        var steps = page.Page.QuerySelectorAll("section[aria-labelledby=waktu-langkah] tbody th").Select(th => th.TextContent.Trim());
        Assert.Equal(["1. Pengumpulan", "2. Pemeriksaan"], steps);
        Assert.Contains("Alasan: Bukti dukung kegiatan nomor 2 belum dilampirkan.", page.Text, StringComparison.Ordinal);
    }
}
