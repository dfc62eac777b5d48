using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Reports;
using SopKinerja.Web.Tests.Site;
using static SopKinerja.Domain.Scoring.PermenPanRb6.RatingKinerja;

namespace SopKinerja.Web.Tests.Achievements;

/// <summary>The capaian kinerja organisasi of a unit: set once, with its source; the dossiers copy it.</summary>
public sealed class CapaianTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Approve = "Setujui dan terbitkan dokumen";

    [Fact]
    public async Task The_head_sets_it_with_its_source_and_the_result_has_it()
    {
        var (id, unit) = (await site.KinerjaAsync(Step.Validate, "pppkkop", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 1), await UnitAsync("KOP"));
        using var head = await site.SignInAsync("kabidkop");
        await (await head.GoAsync("/")).FollowAsync("Tetapkan capaian Bidang Koperasi dan Usaha Kecil Menengah");
        var page = await head.GoAsync($"/berkas/{id}/validasi/setujui");
        Assert.Contains(
            "Capaian kinerja organisasi Bidang Koperasi dan Usaha Kecil Menengah untuk Kinerja 2026, Triwulan I belum ditetapkan. Anda "
            + "berwenang menetapkannya:", page.Text, StringComparison.Ordinal);
        Assert.Contains("Baik", page.Page.QuerySelector(".hasil__nilai")!.TextContent, StringComparison.Ordinal);
        Assert.False(page.HasButton(Approve));

        page = await page.FollowAsync("tetapkan capaian unit ini");
        Assert.Equal($"/capaian/{unit}?periode={site.Kinerja.Id}&bagian=1", page.Url.PathAndQuery);
        Assert.Contains("1 berkas unit ini menunggu persetujuan atasan langsung", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Sumber", "  ").PressAsync("Tetapkan capaian");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            ["Capaian belum dipilih: pilih salah satu.", "Sumber belum diisi. Tulis sumber.", "Tanggal sumber belum diisi."],
            page.Errors.Order(StringComparer.Ordinal));
        page = await Filled(page, CapaianOrganisasi.ButuhPerbaikan).PressAsync("Tetapkan capaian");
        Assert.Contains("Triwulan I sudah ditetapkan: Butuh Perbaikan.", page.Done, StringComparison.Ordinal);
        Assert.Contains("LKjIP 2026, nomor 700/12, 20 November 2026", Row(page, "Bidang Koperasi dan Usaha Kecil Menengah"), StringComparison.Ordinal);

        page = await head.GoAsync($"/berkas/{id}/validasi");
        Assert.Contains(
            $"Ditetapkan {site.People["kabidkop"].Nama} (Kepala Bidang Koperasi dan Usaha Kecil Menengah), menurut LKjIP 2026, nomor 700/12, "
            + "20 November 2026.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("select, input"), f => f.Id?.Contains("Capaian", StringComparison.Ordinal) == true);
        page = await (await head.GoAsync($"/berkas/{id}/validasi/setujui")).Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);
        Assert.Contains("sudah terbit", page.Done, StringComparison.Ordinal);
        Assert.Equal(CapaianOrganisasi.ButuhPerbaikan, await CapaianAsync(id));
        using var asn = await site.SignInAsync("pppkkop");
        using var pdf = new PdfTools((await asn.GoAsync($"/berkas/{id}/dokumen/persetujuan")).Bytes);
        Assert.Contains("BUTUH PERBAIKAN", pdf.RawText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_penilai_who_does_not_head_the_unit_is_told_who_sets_it_and_may_read()
    {
        var id = await site.KinerjaAsync(Step.Validate, "kasubbag", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 1);
        using var penilai = await site.SignInAsync("sekretaris");

        var page = await penilai.GoAsync($"/berkas/{id}/validasi/setujui");

        Assert.Contains(
            $"Yang menetapkannya: {site.People["kasubbag"].Nama} (Kepala Subbagian Perencanaan dan Pelaporan) atau "
            + $"{site.People["kadis"].Nama} (Kepala Dinas). Penilaian Anda tetap tersimpan", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync("Lihat capaian unit ini");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.HasButton("Tetapkan capaian"));
        Assert.Contains("ditetapkan kepala unitnya atau Kepala Dinas. Anda dapat membacanya.", page.Text, StringComparison.Ordinal);
        // Nothing of it is asked under PP 46.
        var figures = await site.DossierAtAsync(Step.Validate, "bendahara");
        using var atasan = await site.SignInAsync("kasubbag2");
        Assert.DoesNotContain("apaian kinerja organisasi", (await atasan.GoAsync($"/berkas/{figures}/validasi")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_a_further_line_with_a_reason_and_leaves_what_was_approved_as_it_is()
    {
        var approved = await site.KinerjaAsync(Step.Sign, "penyuluhind", SesuaiEkspektasi, SesuaiEkspektasi, CapaianOrganisasi.Baik, bagian: 2);
        var waiting = await site.KinerjaAsync(Step.Validate, "pelaksanaind", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 2);
        using var atasan = await site.SignInAsync("kabidind");
        var old = await atasan.GoAsync($"/berkas/{waiting}/validasi/setujui");
        using var kadis = await site.SignInAsync("kadis");
        var address = $"/capaian/{await UnitAsync("IND")}?periode={site.Kinerja.Id}&bagian=2";

        var page = await Filled(await kadis.GoAsync(address), CapaianOrganisasi.Kurang).PressAsync("Simpan perubahan");
        Assert.Equal("Tulis alasan perubahannya, paling sedikit 10 karakter.", Assert.Single(page.Errors));
        Assert.Equal("LKjIP 2026, nomor 700/12", page.Value("Sumber"));
        page = await page.Fill("Alasan perubahan", "Target ekspor tidak tercapai.").PressAsync("Simpan perubahan");
        Assert.Contains("1 hasil sudah disetujui dengan nilai lama", Row(page, "Bidang Perindustrian"), StringComparison.Ordinal);
        page = await kadis.GoAsync(address);
        Assert.Contains("dari Baik menjadi Kurang", page.Text, StringComparison.Ordinal);
        Assert.Contains("Target ekspor tidak tercapai.", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Alasan perubahan", "Salah ketik tadi.").PressAsync("Simpan perubahan");
        Assert.StartsWith("Nilai dan sumbernya sama", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Who had the page before the change approves nothing that he has not seen.
        page = await old.Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("baru saja ditetapkan lain", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("Pola (Kurang)", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Kata sandi akun Anda", "bukan ini").PressAsync(Approve);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);
        Assert.Contains("sudah terbit", page.Done, StringComparison.Ordinal);
        Assert.Equal((CapaianOrganisasi.Baik, CapaianOrganisasi.Kurang), (await CapaianAsync(approved), await CapaianAsync(waiting)));
    }

    [Fact]
    public async Task Of_two_who_set_it_at_once_the_second_is_shown_the_first_and_keeps_what_he_typed()
    {
        var address = $"/capaian/{await UnitAsync("PASAR")}?periode={site.Kinerja.Id}&bagian=3";
        using var head = await site.SignInAsync("kauptd");
        using var kadis = await site.SignInAsync("kadis");
        var (first, second) = (await head.GoAsync(address), await kadis.GoAsync(address));
        Assert.NotNull((await Filled(first, CapaianOrganisasi.Baik).PressAsync("Tetapkan capaian")).Done);

        var page = await Filled(second, CapaianOrganisasi.Istimewa).PressAsync("Tetapkan capaian");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("baru saja ditetapkan orang lain", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("LKjIP 2026, nomor 700/12", page.Value("Sumber"));
        Assert.True(page.Page.QuerySelector<IHtmlInputElement>("input[name='Input.Capaian'][value=Istimewa]")!.IsChecked);
        page = await page.Fill("Alasan perubahan", "Menurut reviu Inspektorat.").PressAsync("Simpan perubahan");
        Assert.Contains("sudah ditetapkan: Istimewa.", page.Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_penilai_sees_the_pattern_and_his_team_and_a_sentence_where_they_contradict()
    {
        foreach (var asn in new[] { "penyuluh", "pelaksanakop", "penggerak" })
        {
            await site.KinerjaAsync(Step.Sign, asn, DiAtasEkspektasi, DiAtasEkspektasi, CapaianOrganisasi.Kurang, bagian: 3);
        }

        await MoveAsync("juru");
        await site.KinerjaAsync(Step.Validate, "juru", DiAtasEkspektasi, DiAtasEkspektasi, bagian: 3);
        // In the same unit, by another; and by the same for another quarter.
        await site.KinerjaAsync(Step.Validate, "kabidkop", DiBawahEkspektasi, DiBawahEkspektasi, bagian: 3);
        await site.KinerjaAsync(Step.Validate, "juru", DiBawahEkspektasi, DiBawahEkspektasi, bagian: 2);
        var id = await site.KinerjaAsync(Step.Validate, "pppkkop", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 3, isRated: false);
        using var atasan = await site.SignInAsync("kabidkop");
        var page = await atasan.GoAsync($"/berkas/{id}/validasi");
        Assert.Null(page.Page.QuerySelector("svg[role=img]"));
        foreach (var rating in new[] { "HasilKerja", "Perilaku" })
        {
            page.Page.QuerySelector<IHtmlInputElement>($"input[name='Kinerja.Rating{rating}'][value=SesuaiEkspektasi]")!.IsChecked = true;
        }

        page = await page.PressAsync("Hitung dan simpan");

        Assert.Equal(["0", "0", "0", "1", "4"], [.. page.Page.QuerySelectorAll(".sebaran__jumlah").Select(t => t.TextContent)]);
        const string Sentence = "Sebaran tim ini berbeda dari panduan untuk capaian organisasi Kurang (SE Menteri PANRB 3/2023*): Kurang 0 %, "
            + "dianjurkan paling sedikit 60 %; Butuh Perbaikan 0 %, dianjurkan paling sedikit 10 %; Sangat Baik 80 %, dianjurkan paling banyak "
            + "10 %. Ini anjuran, bukan larangan";
        Assert.Contains(Sentence, page.Page.QuerySelector(".peringatan")!.TextContent, StringComparison.Ordinal);
        page = await atasan.GoAsync($"/berkas/{id}/validasi/setujui");
        Assert.Contains(Sentence, page.Text, StringComparison.Ordinal);
        Assert.True(page.HasButton(Approve));
    }

    private static Visit Filled(Visit page, CapaianOrganisasi capaian)
    {
        page.Page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Capaian']").ToList()
            .ForEach(i => i.IsChecked = i.Value == capaian.ToString());
        return page.Fill("Sumber", "LKjIP 2026, nomor 700/12").Fill("Tanggal sumber", "2026-11-20");
    }

    private static string Row(Visit page, string unit) => System.Text.RegularExpressions.Regex.Replace(page.Page.QuerySelectorAll("tbody tr")
        .Single(r => r.QuerySelector("th")!.TextContent == unit).TextContent, @"\s+", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private Task<int> UnitAsync(string kode) => site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == kode).Select(u => u.Id).SingleAsync());

    private Task<CapaianOrganisasi?> CapaianAsync(long id) => site.AskAsync(db => db.Dossiers.Where(d => d.Id == id)
        .Select(d => EF.Property<CapaianOrganisasi?>(d, DossierQueries.CapaianOrganisasi)).SingleAsync());

    // Below the head of the Bidang Koperasi.
    private Task<int> MoveAsync(string userName) => site.AskAsync(async db =>
    {
        var (who, head) = (site.People[userName].PegawaiId, site.People["kabidkop"].PegawaiId);
        var unit = await db.Pegawai.Where(p => p.Id == head).Select(p => p.UnitKerjaId).SingleAsync();
        return await db.Pegawai.Where(p => p.Id == who)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.AtasanId, head).SetProperty(x => x.UnitKerjaId, unit));
    });
}
