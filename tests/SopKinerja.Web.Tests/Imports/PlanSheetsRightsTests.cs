using System.Net;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Plans;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>A file gives nobody a right that he has not by hand, and shows nobody what is another's.</summary>
public sealed class PlanSheetsRightsTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task A_pegawai_imports_his_own_plan_and_is_told_nothing_of_others()
    {
        using var asn = await site.SignInAsync("penyuluh");
        var page = await asn.GoAsync("/impor");
        Assert.Contains("SKP PP 46/2011", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hari libur", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Realisasi", page.Text, StringComparison.Ordinal);
        var other = await site.NipAsync("kabidkop");

        page = await asn.SendAsync(PlanSheets.Pp46, $"{PlanSheets.TargetHeads}\n{PlanSheets.TargetRow(other, "Punya orang")}\n{PlanSheets.TargetRow("Ir. Bambang Suryadi, M.M.", "Punya orang")}\n");

        Assert.Contains("Salah: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Anda hanya dapat mengimpor SKP PP 46/2011 Anda sendiri", page.Text, StringComparison.Ordinal);
        page = await (await asn.SendAsync(PlanSheets.Pp46, "Kegiatan;Kuantitas;Satuan;Waktu\nMembina;12;laporan;12\n")).PressAsync("Simpan semua");
        Assert.Contains("1 baris tersimpan", page.Text, StringComparison.Ordinal);
        Assert.Single((await site.PlanOfAsync("penyuluh", site.Period))!.Kegiatan());
    }

    [Fact]
    public async Task Every_kind_is_for_those_who_do_it_by_hand()
    {
        foreach (var (who, kind, expected) in new[]
        {
            ("penyuluh", "pegawai", HttpStatusCode.Forbidden), ("penyuluh", "realisasi-pp46", HttpStatusCode.Forbidden),
            ("analis", "realisasi-pp46", HttpStatusCode.OK), ("analis", "akun", HttpStatusCode.Forbidden),
            ("analis", PlanSheets.Kinerja, HttpStatusCode.OK), ("admin", "libur", HttpStatusCode.OK),
            ("admin", PlanSheets.Pp46, HttpStatusCode.Forbidden), ("admin", "realisasi-permenpanrb6", HttpStatusCode.Forbidden),
            ("auditor", PlanSheets.Pp46, HttpStatusCode.Forbidden), ("kadis", PlanSheets.Pp46, HttpStatusCode.OK),
        })
        {
            using var visitor = await site.SignInAsync(who);
            foreach (var address in new[] { $"/impor?jenis={kind}", $"/impor/data.csv?jenis={kind}", $"/impor/data.xlsx?jenis={kind}" })
            {
                using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));
                Assert.True(expected == answer.StatusCode, $"{who} {address}: {answer.StatusCode}");
            }

            var posted = await visitor.PostAsync($"/impor?jenis={kind}", "/sesi-saya", ("Input.Sel", "Tanggal;Nama\n1 Januari 2088;X"));
            Assert.True(expected == HttpStatusCode.OK == (posted.Status != HttpStatusCode.Forbidden), $"{who} posts {kind}: {posted.Status}");
        }
    }

    [Fact]
    public async Task A_run_of_plans_is_its_makers_alone()
    {
        using var asn = await site.SignInAsync("penera");
        var run = (await asn.SendAsync(PlanSheets.Pp46, "Kegiatan;Kuantitas;Satuan;Waktu\nMenera;12;unit;12\n")).RunOf();

        foreach (var who in new[] { "analis", "kauptd", "admin" })
        {
            using var other = await site.SignInAsync(who);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GoAsync($"/impor/{run}")).Status);
            using var rest = await other.Client.GetAsync(new Uri($"/impor/{run}/sisa.xlsx", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, rest.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/impor/{run}?handler=Store", "/sesi-saya")).Status);
            Assert.DoesNotContain($"/impor/{run}\"", (await other.GoAsync("/impor")).Html, StringComparison.Ordinal);
        }

        Assert.Equal(ImportState.Judged, await site.StateAsync(run));
        Assert.Contains("Menera", (await asn.GoAsync("/data-saya")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_says_of_a_head_counts_for_nobody_else()
    {
        const string File = "NIP;Pekerjaan;Kuantitas;Satuan;Waktu\n;Menera;12;unit;12\n";
        using var asn = await site.SignInAsync("kauptd");
        var page = await asn.SendAsync(PlanSheets.Pp46, File);
        await page.Fill("Kolom B: Pekerjaan", "Kegiatan tugas jabatan").PressAsync("Periksa lagi dengan kolom ini");

        var again = await asn.SendAsync(PlanSheets.Pp46, File);
        using var other = await site.SignInAsync("kabidind");
        var others = await other.SendAsync(PlanSheets.Pp46, File);

        Assert.Equal("Kegiatan tugas jabatan", again.Value("Kolom B: Pekerjaan"));
        Assert.Equal("Tidak dibaca", others.Value("Kolom B: Pekerjaan"));
    }

    [Fact]
    public async Task An_agreed_or_a_proposed_plan_is_refused_with_the_sentence_of_its_page()
    {
        await site.PlayAsync(play => play.AgreedPlanAsync("pelaksanakop", site.Period));
        await site.PlayAsync(play => play.ProposedPlanAsync("penggerak", site.Period));
        using var analis = await site.SignInAsync("analis");

        var page = await analis.SendAsync(PlanSheets.Pp46, $"{PlanSheets.TargetHeads}\n"
            + $"{PlanSheets.TargetRow(await site.NipAsync("pelaksanakop"), "Satu")}\n{PlanSheets.TargetRow("", "Dua")}\n{PlanSheets.TargetRow(await site.NipAsync("penggerak"), "Satu")}\n"
            + $"{PlanSheets.TargetRow(await site.NipAsync("pppkkop"), "Satu")}\n");

        var told = (await site.RowsAsync(page.RunOf())).Select(r => r.Faults.Single().Sentence).ToList();
        Assert.All(told.Take(2), sentence => Assert.Equal("SKP ini sudah disetujui dan terkunci.", sentence));
        Assert.Equal("SKP ini sedang menunggu persetujuan atasan langsung.", told[2]);
        Assert.Contains("hanya berlaku bagi PNS", told[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analis_neither_imports_nor_begins_the_plan_of_whom_he_rates()
    {
        await site.AsOwnerAsync($"update pegawai set atasan_id = {site.People["analis2"].PegawaiId} where id = {site.People["juru"].PegawaiId}");
        using var analis = await site.SignInAsync("analis2");

        var page = await analis.SendAsync(PlanSheets.Pp46, $"{PlanSheets.TargetHeads}\n{PlanSheets.TargetRow(await site.NipAsync("juru"), "Satu")}\n");
        var begun = await analis.PostAsync(
            "/skp/baru", "/sesi-saya", ("periode", $"{site.Period.Id}"), ("pegawai", $"{site.People["juru"].PegawaiId}"));

        Assert.Contains("SKP ini disusun oleh", (await site.RowsAsync(page.RunOf())).Single().Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, begun.Status);
        await site.AsOwnerAsync($"update pegawai set atasan_id = {site.People["kauptd"].PegawaiId} where id = {site.People["juru"].PegawaiId}");
    }

    [Fact]
    public async Task Who_is_no_analis_any_more_stores_nothing()
    {
        await site.DossierAtAsync(Step.Input, "pelaksanadag");
        using var analis = await site.SignInAsync("analis2");
        var realisasi = (await analis.SendAsync(
            "realisasi-pp46", $"NIP;No;Kuantitas;Waktu\n{await site.NipAsync("pelaksanadag")};1;1;1\n")).RunOf();
        var run = (await analis.SendAsync(
            PlanSheets.Pp46, $"{PlanSheets.TargetHeads}\n{PlanSheets.TargetRow(await site.NipAsync("pelaksanaind"), "Satu")}\n")).RunOf();
        await site.AsOwnerAsync($"update imports set state = 'Storing' where id in ({run}, {realisasi})");
        await site.AsOwnerAsync("alter table accounts disable trigger user; update accounts set offices = '{}' where user_name = 'analis2'; alter table accounts enable trigger user");

        await site.WorkAsync();

        await site.AsOwnerAsync("alter table accounts disable trigger user; update accounts set offices = '{Analis}' where user_name = 'analis2'; alter table accounts enable trigger user");
        Assert.Equal((0, ImportState.Cancelled), (await site.StoredAsync(realisasi), await site.StateAsync(realisasi)));
        // His own plan he could still import; this one is another's, and is judged anew.
        Assert.Equal((0, ImportState.Done), (await site.StoredAsync(run), await site.StateAsync(run)));
        Assert.Null(await site.PlanOfAsync("pelaksanaind", site.Period));
    }

    [Fact]
    public async Task The_sheet_of_one_plan_is_for_those_who_see_it()
    {
        var plan = await site.PlayAsync(async play => (await play.AgreedPlanAsync("sekretaris", site.Kinerja)).Id);
        foreach (var (who, isSeen) in new[] { ("sekretaris", true), ("analis", true), ("kadis", true), ("penyuluhind", false) })
        {
            using var visitor = await site.SignInAsync(who);
            using var answer = await visitor.Client.GetAsync(new Uri($"/impor/data.xlsx?jenis={PlanSheets.Kinerja}&skp={plan}", UriKind.Relative));
            Assert.True(isSeen ? answer.IsSuccessStatusCode : answer.StatusCode == HttpStatusCode.NotFound, $"{who}: {answer.StatusCode}");
        }
    }
}
