using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Cascade;

public sealed class IndexTests(IndexTests.PlannedSite site) : IClassFixture<IndexTests.PlannedSite>
{
    [Fact]
    public async Task An_office_that_sees_every_plan_sees_the_whole_tree_from_the_Kepala_Dinas_down()
    {
        using var analis = await site.SignInAsync("analis");

        var page = await (await analis.GoAsync("/skp")).FollowAsync("Lihat pohon kinerja: rencana dari Kepala Dinas ke bawah");

        Assert.Equal(
            ["Koperasi sehat", "  Koperasi dibina", "    Koperasi dikunjungi", "Pasar tertib", "  Pedagang terdata"],
            Tree(page, "dari-atas"));
        Assert.Equal(["Laporan pasar lengkap", "  Karcis terhitung", "Kebun kantor rapi"], Tree(page, "belum"));
        Assert.Equal(["Dra. Hj. Masniah, Kepala Bidang Perdagangan", "Lailatul Qadriah, S.P., Pengawas Koperasi Ahli Muda"],
            [.. page.Page.QuerySelectorAll("h3").Select(h => h.TextContent)]);
    }

    [Fact]
    public async Task Each_rencana_says_whose_it_is_and_no_target_is_shown()
    {
        using var kadis = await site.SignInAsync("kadis");

        var page = await kadis.GoAsync("/skp/pohon");

        var trunk = page.Page.QuerySelector("[aria-labelledby=dari-atas] > ul > li")!;
        Assert.Equal("pohon__saya", trunk.ClassName);
        Assert.Contains("Anda, Kepala Dinas; 2 rencana di bawahnya", Squeezed(trunk.QuerySelector("summary")!), StringComparison.Ordinal);
        Assert.Contains(
            "Lailatul Qadriah, S.P., Pengawas Koperasi Ahli Muda; SKP menunggu persetujuan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kebun kantor rapi kinerja tambahan; SKP menunggu persetujuan", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tanpa kesalahan hitung", page.Text, StringComparison.Ordinal);
        // The draft of kabidind is no one's to see here.
        Assert.DoesNotContain("Industri tumbuh", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ASN_sees_the_chain_above_the_own_rencana_and_nothing_beside_it()
    {
        using var penyuluh = await site.SignInAsync("penyuluh");

        var page = await penyuluh.GoAsync("/skp/pohon");

        Assert.Equal(["Koperasi sehat", "  Koperasi dibina", "    Koperasi dikunjungi"], Tree(page, "dari-atas"));
        Assert.Equal(["Kebun kantor rapi"], Tree(page, "belum"));
        Assert.DoesNotContain("Pedagang terdata", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_atasan_sees_what_stands_below_him_also_where_it_hangs_on_nothing()
    {
        using var kabid = await site.SignInAsync("kabiddag");

        var page = await kabid.GoAsync("/skp/pohon");

        Assert.Equal(["Pasar tertib", "  Pedagang terdata"], Tree(page, "dari-atas"));
        Assert.Equal(["Laporan pasar lengkap", "  Karcis terhitung"], Tree(page, "belum"));

        using var other = await site.SignInAsync("kabidkop");
        Assert.Equal(["Kebun kantor rapi"], Tree(await other.GoAsync("/skp/pohon"), "belum"));
    }

    [Theory]
    [InlineData("juru")]
    [InlineData("sekretaris")]
    [InlineData("kabidind")]
    public async Task Whoever_has_no_part_in_it_sees_that_it_is_empty(string userName)
    {
        using var visitor = await site.SignInAsync(userName);

        var page = await visitor.GoAsync("/skp/pohon");

        Assert.Contains("Belum ada rencana hasil kerja yang dapat ditampilkan", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Koperasi sehat", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_belongs_to_nobody_is_told_so()
    {
        using var admin = await site.SignInAsync("admin");

        Assert.Contains("bukan milik pegawai", (await admin.GoAsync("/skp/pohon")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_branch_has_an_address_of_its_own_with_the_chain_above_it()
    {
        using var penyuluh = await site.SignInAsync("penyuluh");

        var page = await penyuluh.GoAsync(Address("kabidkop", 0));

        Assert.Equal(["Koperasi dibina", "  Koperasi dikunjungi"], Tree(page, "cabang"));
        Assert.Equal(["Koperasi sehat"], [.. page.Page.QuerySelectorAll("ol.pohon a").Select(a => a.TextContent)]);
        Assert.Equal(
            ["Koperasi sehat", "  Koperasi dibina", "    Koperasi dikunjungi"], Tree(await page.FollowAsync("Koperasi sehat"), "cabang"));
        Assert.Equal("/skp/pohon", (await page.FollowAsync("Kembali ke seluruh pohon")).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_address_of_a_branch_that_is_not_the_reader_s_is_404_like_one_that_is_not_there()
    {
        using var penyuluh = await site.SignInAsync("penyuluh");
        foreach (
            var address in new[] { Address("kabiddag", 0), "/skp/pohon?dari=999999.0", "/skp/pohon?dari=semua", "/skp/pohon?dari=1.2.3",
                "/skp/pohon?dari=99999999999999999999.0" })
        {
            var page = await penyuluh.GoAsync(address);

            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("tidak ditemukan, atau bukan yang boleh Anda lihat", page.Text, StringComparison.Ordinal);
        }
    }

    private string Address(string userName, int position) =>
        string.Create(CultureInfo.InvariantCulture, $"/skp/pohon?periode={site.Kinerja.Id}&dari={site.PlanIds[userName]}.{position}");

    private static string[] Tree(Visit page, string label) => [.. page.Page.QuerySelectorAll($"section[aria-labelledby={label}] li")
        .Where(li => li.Closest("ol") is null)
        .Select(li => new string(' ', 2 * (Depth(li) - 1)) + li.QuerySelector(".pohon__uraian")!.TextContent)];

    private static int Depth(IElement item) => item.Ancestors<IElement>().Count(a => a.LocalName == "ul");

    private static string Squeezed(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A cascade of three levels with loose ends; every plan is agreed, but that of penyuluh proposed and that of kabidind a
    /// draft.</summary>
    public sealed class PlannedSite : SopSite
    {
        public Dictionary<string, long> PlanIds { get; } = [];

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await PlanAsync("kadis", PlanState.Agreed, ("Koperasi sehat", null), ("Pasar tertib", null));
            await PlanAsync("kabidkop", PlanState.Agreed, ("Koperasi dibina", ("kadis", 0)));
            await PlanAsync("kabiddag", PlanState.Agreed, ("Pedagang terdata", ("kadis", 1)), ("Laporan pasar lengkap", null));
            await PlanAsync("pelaksanadag", PlanState.Agreed, ("Karcis terhitung", ("kabiddag", 1)));
            await PlanAsync("penyuluh", PlanState.Proposed, ("Koperasi dikunjungi", ("kabidkop", 0)), ("Kebun kantor rapi", null));
            await PlanAsync("kabidind", PlanState.Draft, ("Industri tumbuh", ("kadis", 0)));
        }

        /// <summary>A plan for Kinerja 2026; without a source a rencana of the Kepala Dinas intervenes nothing, another words typed by
        /// hand.</summary>
        private Task<long> PlanAsync(string userName, PlanState state,
            params (string Uraian, (string UserName, int Position)? Above)[] rencana) => AskAsync(async db =>
        {
            var owner = People[userName];
            var form = FormulirSkp.Of(
                userName == "kadis" ? KelompokJabatan.PimpinanTinggi : KelompokJabatan.Pelaksana, Pendekatan.Kualitatif);
            var one = SampleKinerja.Skp(form, 1).Rencana[0];
            var skp = SampleKinerja.Skp(form, 1) with
            {
                Rencana =
                [
                    .. rencana.Select(r => one with
                    {
                        Uraian = r.Uraian,
                        Jenis = r.Uraian.StartsWith("Kebun", StringComparison.Ordinal) ? JenisHasilKerja.Tambahan : JenisHasilKerja.Utama,
                        Diintervensi = userName == "kadis"
                            ? null
                            : new("Rencana pimpinan", r.Above is { } a ? new(PlanIds[a.UserName], a.Position) : null),
                    }),
                ],
            };
            var atasan = (await db.Pegawai.SingleAsync(p => p.Id == owner.PegawaiId)).AtasanId!.Value;
            var plan = new Plan(Kinerja.Id, owner.PegawaiId!.Value, atasan, skp, owner, Clock.GetUtcNow());
            db.Plans.Add(plan);
            await db.SaveChangesAsync();
            if (state >= PlanState.Proposed)
            {
                plan.Propose(atasan, "Atasan", owner, Clock.GetUtcNow());
                await db.SaveChangesAsync();
            }

            if (state == PlanState.Agreed)
            {
                plan.Agree(Kinerja, People.Values.Single(a => a.PegawaiId == atasan), Clock.GetUtcNow(), "Target baru ditetapkan.");
                await db.SaveChangesAsync();
            }

            return PlanIds[userName] = plan.Id;
        });
    }
}
