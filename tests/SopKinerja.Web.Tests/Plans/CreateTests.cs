using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

public sealed class CreateTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task An_asn_makes_his_plan_and_lays_it_before_his_atasan_who_agrees()
    {
        using var asn = await site.SignInAsync("penyuluh");
        var page = await (await asn.GoAsync("/skp")).FollowAsync("Susun SKP Tahun 2026");
        Assert.Contains("Ir. Bambang Suryadi", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Buat SKP");
        Assert.NotNull(page.Done);
        page = await page.Fill("Uraian kegiatan 1", "Membina koperasi")
            .Fill("Kuantitas kegiatan 1", "24").Fill("Satuan kegiatan 1", "koperasi")
            .Fill("Waktu kegiatan 1", "12").PressAsync("Ajukan ke atasan langsung");
        Assert.Contains("SKP diajukan kepada Ir. Bambang Suryadi", page.Done, StringComparison.Ordinal);

        using var atasan = await site.SignInAsync("kabidkop");
        page = await (await atasan.GoAsync("/skp")).FollowAsync("Periksa SKP Lailatul Qadriah, S.P.");
        page = await page.Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.")
            .Tick("Saya sudah membaca semua target di atas dan menyetujuinya").PressAsync("Setujui SKP");

        Assert.NotNull(page.Done);
        var plan = await PlanAsync("penyuluh");
        Assert.True(plan!.IsAgreed);
        Assert.Equal(new KegiatanTugasJabatan("Membina koperasi", null, 24, "koperasi", 100, 12, SatuanWaktu.Bulan, null), Assert.Single(
            plan.Kegiatan()));
        Assert.Equal(
            ["membuat SKP tanpa isi", "mengajukan SKP (1 kegiatan) kepada Ir. Bambang Suryadi, M.M.", "menyetujui SKP (1 kegiatan), terlambat dengan alasan: Target baru ditetapkan."],
            (await site.AskAsync(db => db.Set<PlanHistoryEntry>().Where(h => h.PlanId == plan.Id).OrderBy(h => h.No).ToListAsync()))
                .Select(h => h.Sentence));
    }

    [Fact]
    public async Task An_analis_makes_a_plan_for_somebody_else_and_proposes_it()
    {
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync("/skp/baru");
        page = await page.Fill("Pegawai yang belum mempunyai SKP", "Rusmini, Pengelola Sarana Perdagangan").PressAsync("Tampilkan");

        page = await page.PressAsync("Buat SKP");
        page = await page.Fill("Uraian kegiatan 1", "Mengelola sarana").Fill("Kuantitas kegiatan 1", "4").Fill("Satuan kegiatan 1", "data")
            .Fill("Waktu kegiatan 1", "6").PressAsync("Ajukan ke atasan langsung");

        Assert.NotNull(page.Done);
        Assert.Equal(PlanState.Proposed, (await PlanAsync("pelaksanadag"))!.State);
        Assert.DoesNotContain("Rusmini", (await analis.GoAsync("/skp/baru")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_targets_of_the_year_before_are_copied_when_that_is_ticked()
    {
        var kegiatan = new KegiatanTugasJabatan("Menera", 1.5m, 350, "unit", 100, 11, SatuanWaktu.Bulan, 72_000_000);
        await site.PlayAsync(play => play.AgreedPlanAsync(
            "penera", site.LastPeriod, new SasaranKerja([kegiatan, kegiatan with { Uraian = "Menera ulang" }])));
        using var asn = await site.SignInAsync("penera");

        var page = await (await asn.GoAsync("/skp/baru")).Tick("Salin 2 kegiatan dari SKP Tahun 2025").PressAsync("Buat SKP");

        Assert.Equal("Menera ulang", page.Value("Uraian kegiatan 2"));
        Assert.Equal("72.000.000", page.Value("Biaya kegiatan 1"));
        Assert.Equal([kegiatan, kegiatan with { Uraian = "Menera ulang" }], (await PlanAsync("penera"))!.Kegiatan());
        Assert.Contains(
            "menyalin 2 kegiatan dari SKP Tahun 2025", (await page.FollowAsync("Kembali tanpa menyimpan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_it_twice_is_a_sentence_and_the_way_to_the_one_that_is_there()
    {
        using var asn = await site.SignInAsync("pelaksanaind");
        var first = await asn.GoAsync("/skp/baru");
        var second = await asn.GoAsync("/skp/baru");
        await first.PressAsync("Buat SKP");

        second = await second.PressAsync("Buat SKP");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("sudah ada", Assert.Single(second.Errors), StringComparison.Ordinal);
        Assert.Contains("Andi Saputra", (await second.FollowAsync("Buka SKP yang sudah ada")).Text, StringComparison.Ordinal);
        Assert.False((await asn.GoAsync("/skp/baru")).HasButton("Buat SKP"));
    }

    [Fact]
    public async Task A_PPPK_has_no_plan_under_PP_46_and_one_under_the_other_regulation()
    {
        using var asn = await site.SignInAsync("pppkkop");
        var page = await asn.GoAsync($"/skp/baru?periode={site.Period.Id}");
        Assert.False(page.HasButton("Buat SKP"));
        Assert.Contains(
            "tidak dapat dibuat di periode ini: PP 46/2011 dan Perka BKN 1/2013 hanya berlaku bagi PNS, sedangkan PPPK dinilai menurut "
                + "PermenPANRB 6/2022. Pilih periode lain.", page.Text, StringComparison.Ordinal);
        var posted = await asn.PostAsync(
            "/skp/baru", "/kata-sandi", ("periode", $"{site.Period.Id}"), ("pegawai", $"{site.People["pppkkop"].PegawaiId}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.Status);

        using var analis = await site.SignInAsync("analis");
        Assert.DoesNotContain("Nadia Rahmah", (await analis.GoAsync($"/skp/baru?periode={site.Period.Id}")).Text, StringComparison.Ordinal);
        page = await analis.GoAsync($"/skp/baru?periode={site.Kinerja.Id}");
        page = await page.Fill("Pegawai yang belum mempunyai SKP", "Nadia Rahmah, S.E., Pengawas Koperasi Ahli Pertama").PressAsync("Tampilkan");
        Assert.True(page.HasButton("Buat SKP"));
    }

    [Fact]
    public async Task Namesakes_are_told_apart_by_unit_and_the_end_of_the_NIP()
    {
        await site.AskAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into pegawai (nip, nama, golongan, jabatan, jenis_jabatan, unit_kerja_id, atasan_id)
            select '198309172012122999', upper(nama), golongan, jabatan, jenis_jabatan, unit_kerja_id, atasan_id from pegawai
            where nama = 'Hairul Anwar, S.T., M.T.'
            """));
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/skp/baru?periode={site.Period.Id}");

        foreach (var label in new[] { "Hairul Anwar, S.T., M.T., {0}, NIP …121004", "HAIRUL ANWAR, S.T., M.T., {0}, NIP …122999" })
        {
            page.Fill("Pegawai yang belum mempunyai SKP", string.Format(
                System.Globalization.CultureInfo.InvariantCulture, label, "Kepala Bidang Perindustrian, Bidang Perindustrian"));
        }

        using var admin = await site.SignInAsync("admin");
        (await admin.GoAsync("/akun/baru")).Fill("Pegawai", "HAIRUL ANWAR, S.T., M.T., Kepala Bidang Perindustrian");
        (await admin.GoAsync("/pegawai/baru")).Fill(
            "Pejabat penilai (atasan langsung)", "HAIRUL ANWAR, S.T., M.T., Kepala Bidang Perindustrian, Bidang Perindustrian, NIP …122999");
        Assert.Contains(
            "Kepala Bidang Perindustrian, Bidang Perindustrian, NIP …122999", (await analis.GoAsync("/periode/keadaan?cari=hairul")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_the_same_moment_make_one_plan_and_no_error_page()
    {
        using var asn = await site.SignInAsync("analisdag");
        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => asn.GoAsync("/skp/baru")));

        var answers = await Task.WhenAll(pages.Select(p => p.PressAsync("Buat SKP")));

        Assert.Single(answers, a => a.Url.AbsolutePath.EndsWith("/susun", StringComparison.Ordinal));
        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Without_an_atasan_no_plan_begins_and_the_page_says_whom_to_ask()
    {
        var person = site.People["juru"].PegawaiId;
        await site.AskAsync(
            db => db.Pegawai.Where(p => p.Id == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.AtasanId, (int?)null)));
        using var asn = await site.SignInAsync("juru");

        var page = await asn.GoAsync("/skp/baru");

        Assert.Contains("belum mempunyai atasan langsung dalam data pegawai", page.Text, StringComparison.Ordinal);
        Assert.Contains("Minta administrator", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Buat SKP"));
        page = await asn.PostAsync("/skp/baru", "/kata-sandi", ("Periode", $"{site.Period.Id}"), ("Pegawai", $"{person}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Null(await PlanAsync("juru"));
    }

    [Theory]
    [InlineData("penyuluhind", HttpStatusCode.NotFound)]
    [InlineData("sekretaris", HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound)]
    [InlineData("kasubbag", HttpStatusCode.Forbidden)]
    [InlineData("kadis", HttpStatusCode.Forbidden)]
    public async Task Nobody_but_an_analis_makes_a_plan_for_somebody_else(string userName, HttpStatusCode expected)
    {
        using var visitor = await site.SignInAsync(userName);
        var person = site.People["keamanan"].PegawaiId;

        Assert.Equal(expected, (await visitor.GoAsync($"/skp/baru?pegawai={person}")).Status);
        Assert.Equal(expected, (
            await visitor.PostAsync("/skp/baru", "/kata-sandi", ("Periode", $"{site.Period.Id}"), ("Pegawai", $"{person}"))).Status);
        Assert.Null(await PlanAsync("keamanan"));
    }

    [Fact]
    public async Task A_period_that_is_closed_or_not_there_begins_nothing()
    {
        using var asn = await site.SignInAsync("kabiddag");
        var person = site.People["kabiddag"].PegawaiId;
        foreach (var periode in new[] { "999999", "", "abc", "99999999999999999999" })
        {
            var page = await asn.PostAsync("/skp/baru", "/kata-sandi", ("Periode", periode), ("Pegawai", $"{person}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        }

        Assert.Null(await PlanAsync("kabiddag"));
    }

    [Fact]
    public async Task Fields_that_no_page_offers_change_nothing()
    {
        using var asn = await site.SignInAsync("kauptd");
        var person = site.People["kauptd"].PegawaiId;

        await asn.PostAsync("/skp/baru", "/kata-sandi", ("Periode", $"{site.Period.Id}"), ("Pegawai", $"{person}"),
            ("State", "Agreed"), ("AtasanId", $"{site.People["juru"].PegawaiId}"), ("Person.Pegawai.AtasanId", "1"),
            ("Kegiatan[0].Uraian", "x"));

        var plan = await PlanAsync("kauptd");
        Assert.Equal((PlanState.Draft, site.People["kadis"].PegawaiId, 0), (plan!.State, (int?)plan.AtasanId, plan.Kegiatan().Count));
    }

    private Task<Plan?> PlanAsync(string userName)
    {
        var (person, period) = (site.People[userName].PegawaiId, site.Period.Id);
        return site.AskAsync(db => db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.PegawaiId == person && p.PeriodId == period));
    }
}
