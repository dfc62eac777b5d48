using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;
using static SopKinerja.Domain.Scoring.PermenPanRb6.RatingKinerja;

namespace SopKinerja.Web.Tests.Reports;

/// <summary>Reports on a period under PermenPANRB 6/2022: predikat and no figures, the whole period or a part of it, and their
/// distribution.</summary>
public sealed class KinerjaReportsTests(KinerjaReportsTests.RatedSite site) : IClassFixture<KinerjaReportsTests.RatedSite>
{
    [Fact]
    public async Task Results_are_counted_by_predikat_from_the_best_to_the_worst()
    {
        using var kadis = await site.SignInAsync("kadis");

        var page = await kadis.GoAsync($"/kemajuan?periode={site.Kinerja.Id}");

        var table = page.Page.QuerySelectorAll("table")[1];
        Assert.Equal(
            ["Unit kerja", "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"],
            [.. table.QuerySelectorAll("thead th").Select(th => th.TextContent)]);
        // Neither the draft of kabiddag's nor the reader's own result is counted.
        Assert.Equal(["1", "2", "", "1", ""], [.. table.QuerySelectorAll("tfoot td").Select(td => td.TextContent)]);
        Assert.Contains("Hasil menurut predikat", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Buruk", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_the_period_has_its_own_counts_and_the_whole_comes_first()
    {
        using var kadis = await site.SignInAsync("kadis");
        var page = await kadis.GoAsync($"/kemajuan?periode={site.Kinerja.Id}");
        Assert.Equal("Triwulan IV-Akhir", page.Value("Bagian periode"));

        page = await page.Fill("Bagian periode", "Triwulan I").PressAsync("Tampilkan periode");

        Assert.Equal("Triwulan I", page.Value("Bagian periode"));
        Assert.Equal(
            ["", "", "1", "", ""], [.. page.Page.QuerySelectorAll("table")[1].QuerySelectorAll("tfoot td").Select(td => td.TextContent)]);
        // penera and analisdag have an agreed SKP and no dossier for this part.
        Assert.Equal("2", Cell(page, "Bidang Perdagangan", "Belum dibuka"));

        page = await page.FollowAsync("Lihat hasil setiap pegawai");
        Assert.Equal(["Rusmini"], [.. page.Page.QuerySelectorAll("tbody th a").Select(a => a.TextContent)]);
        Assert.Equal("Triwulan I", page.Value("Bagian periode"));
    }

    [Fact]
    public async Task The_list_of_a_period_without_figures_has_no_column_for_them()
    {
        using var kadis = await site.SignInAsync("kadis");

        var page = await kadis.GoAsync($"/kemajuan/hasil?periode={site.Kinerja.Id}");

        Assert.Equal(
            ["Nama", "Jabatan", "Unit kerja", "Predikat"], [.. page.Page.QuerySelectorAll("thead th").Select(th => th.TextContent)]);
        Assert.Equal(
            [("Ahmad Zainuddin", "Baik"), ("Eko Prasetyo, S.Si.", "Sangat Baik"), ("Nadia Rahmah, S.E.", "Kurang"), ("Rusmini", "Baik")],
            [.. page.Page.QuerySelectorAll("tbody tr")
                .Select(r => (r.QuerySelector("th a")!.TextContent, r.QuerySelector("[data-label=Predikat]")!.TextContent.Trim()))]);
        Assert.Equal(["Nama", "Jabatan", "Unit kerja", "Nilai", "Sebutan"],
            [.. (await kadis.GoAsync($"/kemajuan/hasil?periode={site.Period.Id}")).Page.QuerySelectorAll("thead th")
                .Select(th => th.TextContent)]);
    }

    [Fact]
    public async Task The_file_of_the_list_holds_every_figure_and_word_that_the_result_has()
    {
        using var kadis = await site.SignInAsync("kadis");

        var file = await (await kadis.GoAsync($"/kemajuan/hasil?periode={site.Kinerja.Id}"))
            .FollowAsync("Unduh semua hasil ini sebagai CSV");

        Assert.Equal([0xEF, 0xBB, 0xBF], file.Bytes[..3]);
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"hasil-{site.Kinerja.Id}-0.csv", file.Response.Content.Headers.ContentDisposition!.FileName);
        var lines = Encoding.UTF8.GetString(file.Bytes[3..]).Split("\r\n");
        Assert.Equal(
            "Nama;NIP;Jabatan;Unit kerja;Periode;Bagian;Peraturan;Nilai;Sebutan/predikat;Rating hasil kerja;Rating perilaku kerja;Kuadran "
            + "SIASN;Capaian organisasi;Angka kredit",
            lines[0]);
        Assert.Equal(6, lines.Length);
        // Ahli Muda since 1 April: 25 × 150 % × 9/12 = 28,125.
        Assert.Equal(
            "Eko Prasetyo, S.Si.;19860214 200903 1 011;Penera Ahli Muda;Bidang Perdagangan;Kinerja 2026;Triwulan IV-Akhir;PermenPANRB "
            + "6/2022;;Sangat Baik;"
                + "Di Atas Ekspektasi;Di Atas Ekspektasi;1;Baik;28,13",
            lines[2]);
        // Hasil kerja di atas and perilaku di bawah is Kurang by the matrix, kuadran 4, whatever the formula in circulation says.
        // A PPPK: no angka kredit.
        Assert.EndsWith(";Kurang;Di Atas Ekspektasi;Di Bawah Ekspektasi;4;Istimewa;", lines[3], StringComparison.Ordinal);
        // No jabatan fungsional, no angka kredit.
        Assert.EndsWith(";2;Baik;", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_a_part_names_it_and_that_of_PP_46_has_figures()
    {
        using var kadis = await site.SignInAsync("kadis");

        var part = (await kadis.GoAsync($"/kemajuan/hasil.csv?periode={site.Kinerja.Id}&bagian=1")).Bytes;
        var figures = (await kadis.GoAsync($"/kemajuan/hasil.csv?periode={site.Period.Id}")).Bytes;

        Assert.Contains("Rusmini;19830917 201212 2 002;", Encoding.UTF8.GetString(part), StringComparison.Ordinal);
        Assert.Contains(
            ";Kinerja 2026;Triwulan I;PermenPANRB 6/2022;;Butuh Perbaikan;", Encoding.UTF8.GetString(part), StringComparison.Ordinal);
        Assert.Matches("Supian Noor;.*;Tahun 2026;;PP 46/2011 dan Perka BKN 1/2013;[0-9]+,[0-9]{2};[A-Z][a-z ]+;;;;;\r\n",
            Encoding.UTF8.GetString(figures));
    }

    [Fact]
    public async Task The_pattern_stands_beside_the_team_as_a_picture_and_as_a_table()
    {
        using var atasan = await site.SignInAsync("kabiddag");

        var page = await atasan.GoAsync($"/kemajuan/sebaran?periode={site.Kinerja.Id}");

        Assert.Equal("Baik", page.Value("Capaian organisasi"));
        var picture = page.Page.QuerySelector("svg[role=img]")!;
        Assert.Equal("sebaran-judul sebaran-uraian", picture.GetAttribute("aria-labelledby"));
        Assert.Contains("Butuh Perbaikan 1 orang", picture.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0", "0", "1", "1", "1"], [.. picture.QuerySelectorAll(".sebaran__jumlah").Select(t => t.TextContent)]);
        // Five, and one in the key.
        Assert.Equal(6, picture.QuerySelectorAll("rect.sebaran__pola").Length);
        Assert.All(picture.QuerySelectorAll("rect"), r => Assert.All(
            new[] { "x", "y", "width", "height" }, a => Assert.Matches("^[0-9]+$", r.GetAttribute(a)!)));
        Assert.Equal(
            [("Sangat Kurang", "8,3 %", "0 %", "0"), ("Kurang", "12,5 %", "0 %", "0"), ("Butuh Perbaikan", "25 %", "33,3 %", "1"),
                ("Baik", "45,8 %", "33,3 %", "1"), ("Sangat Baik", "8,3 %", "33,3 %", "1")],
            [.. page.Page.QuerySelectorAll("table tbody tr").Select(r => (
                r.QuerySelector("th")!.TextContent, r.QuerySelector("[data-label=Pola]")!.TextContent,
                r.QuerySelector("[data-label=Tim]")!.TextContent,
                r.QuerySelector("[data-label=Orang]")!.TextContent))]);
        Assert.Contains("Tim ini hanya 3 orang", page.Text, StringComparison.Ordinal);
        // The draft of the one whom he is rating is his to count; he is told so.
        Assert.Contains("Termasuk 1 penilaian Anda yang belum disetujui", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("label"), l => l.TextContent == "Tim atau unit kerja");
    }

    [Fact]
    public async Task Another_capaian_brings_another_pattern_and_the_people_stay()
    {
        using var atasan = await site.SignInAsync("kabiddag");

        var page = await (await atasan.GoAsync($"/kemajuan/sebaran?periode={site.Kinerja.Id}"))
            .Fill("Capaian organisasi", "Sangat Kurang").PressAsync("Tampilkan sebaran");

        Assert.Equal("Sangat Kurang", page.Value("Capaian organisasi"));
        Assert.Equal(("54,2 %", "0"), (Row(page, "Sangat Kurang", "Pola"), Row(page, "Sangat Kurang", "Orang")));
        Assert.Equal("3", page.Page.QuerySelector("tfoot [data-label=Orang]")!.TextContent);
    }

    [Fact]
    public async Task The_Kepala_Dinas_sees_the_whole_dinas_or_a_unit_but_never_a_result_he_may_not_read()
    {
        using var kadis = await site.SignInAsync("kadis");
        var page = await (await kadis.GoAsync($"/kemajuan?periode={site.Kinerja.Id}"))
            .FollowAsync("Bandingkan sebaran predikat dengan pola distribusi");
        // Neither the draft of kabiddag's nor the reader's own.
        Assert.Equal(
            ("Seluruh dinas", "4"), (page.Value("Tim atau unit kerja"), page.Page.QuerySelector("tfoot [data-label=Orang]")!.TextContent));

        page = await page.Fill("Tim atau unit kerja", "Bidang Koperasi dan Usaha Kecil Menengah").PressAsync("Tampilkan sebaran");
        Assert.Equal(("1", "2"), (Row(page, "Baik", "Orang"), page.Page.QuerySelector("tfoot [data-label=Orang]")!.TextContent));

        page = await page.Fill("Tim atau unit kerja", "Tim saya").PressAsync("Tampilkan sebaran");
        Assert.Equal("0", page.Page.QuerySelector("tfoot [data-label=Orang]")!.TextContent);
        Assert.Contains("Belum ada predikat pada tim ini", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analis")]
    [InlineData("kasubbag")]
    [InlineData("kabidind")]
    [InlineData("juru")]
    [InlineData("pelaksanadag")]
    [InlineData("sekretaris")]
    public async Task Whoever_may_see_no_result_counts_nobody_whatever_he_asks_for(string userName)
    {
        using var visitor = await site.SignInAsync(userName);
        foreach (var tim in new[] { "", "saya", $"{site.Trade}" })
        {
            var page = await visitor.GoAsync($"/kemajuan/sebaran?periode={site.Kinerja.Id}&tim={tim}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal("0", page.Page.QuerySelector("tfoot [data-label=Orang]")!.TextContent);
        }
    }

    [Fact]
    public async Task An_account_that_belongs_to_nobody_is_told_so_and_an_address_that_cannot_be_read_is_as_none()
    {
        using var admin = await site.SignInAsync("admin");
        Assert.Contains("bukan milik pegawai", (await admin.GoAsync("/kemajuan/sebaran")).Text, StringComparison.Ordinal);

        using var atasan = await site.SignInAsync("kabiddag");
        var page = await atasan.GoAsync($"/kemajuan/sebaran?periode={site.Period.Id}&bagian=99&capaian=7&tim=semua");

        // The period of PP 46 has no pattern: the one that has is shown.
        Assert.Equal(("Kinerja 2026", "Triwulan IV-Akhir", "Baik", "3"),
            (page.Value("Periode"), page.Value("Bagian periode"), page.Value("Capaian organisasi"),
                page.Page.QuerySelector("tfoot [data-label=Orang]")!.TextContent));
    }

    [Fact]
    public async Task The_file_is_refused_to_everybody_whom_the_page_is_refused()
    {
        foreach (var userName in new[] { "admin", "sekretaris", "kasubbag", "analis", "kabiddag", "juru" })
        {
            using var visitor = await site.SignInAsync(userName);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GoAsync($"/kemajuan/hasil.csv?periode={site.Kinerja.Id}")).Status);
        }
    }

    private static string Cell(Visit page, string unit, string label) => page.Page.QuerySelector("table")!.QuerySelectorAll("tbody tr")
        .Single(r => r.QuerySelector("th")!.TextContent == unit).QuerySelector($"[data-label='{label}']")!.TextContent;

    private static string Row(Visit page, string predikat, string label) => page.Page.QuerySelectorAll("table tbody tr")
        .Single(r => r.QuerySelector("th")!.TextContent == predikat).QuerySelector($"[data-label={label}]")!.TextContent;

    /// <summary>A bidang with two results and a draft, two of another bidang, the Kepala Dinas himself, and someone under PP 46.</summary>
    public sealed class RatedSite : SopSite
    {
        /// <summary>Key of Bidang Perdagangan.</summary>
        public int Trade { get; private set; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.KinerjaAsync(Step.Sign, "penera", DiAtasEkspektasi, DiAtasEkspektasi);
            await this.KinerjaAsync(Step.Sign, "pelaksanadag", SesuaiEkspektasi, SesuaiEkspektasi);
            await this.KinerjaAsync(Step.Sign, "pelaksanadag", DiBawahEkspektasi, SesuaiEkspektasi, CapaianOrganisasi.Kurang, bagian: 1);
            await this.KinerjaAsync(Step.Validate, "analisdag", DiBawahEkspektasi, DiAtasEkspektasi);
            await this.KinerjaAsync(Step.Sign, "pppkkop", DiAtasEkspektasi, DiBawahEkspektasi, CapaianOrganisasi.Istimewa);
            await this.KinerjaAsync(Step.Sign, "pelaksanakop", SesuaiEkspektasi, DiAtasEkspektasi);
            await this.KinerjaAsync(Step.Sign, "kadis", DiAtasEkspektasi, DiAtasEkspektasi, CapaianOrganisasi.Istimewa);
            await this.KinerjaAsync(Step.Validate, "kabidind", SesuaiEkspektasi, SesuaiEkspektasi, isRated: false);
            Trade = await AskAsync(db => db.UnitKerja.Where(u => u.Kode == "DAG").Select(u => u.Id).SingleAsync());
            await DossierAtAsync(Step.Sign, "juru");
        }
    }
}
