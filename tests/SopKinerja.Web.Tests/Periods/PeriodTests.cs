using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Periods;

public sealed class PeriodTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Pp46 = "PP46_2011";

    [Fact]
    public async Task A_regulation_that_was_not_the_law_needs_a_reason_which_is_written_down()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await FilledAsync(admin, "Tahun 2027", "2027-01-01", "2027-12-31")).PressAsync("Tambah periode");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(
            "tidak berlaku untuk seluruh periode 1 Januari s.d. 31 Desember 2027", StringComparison.Ordinal));
        Assert.Equal("Tahun 2027", page.Value("Nama periode"));

        page = await page.Fill("Alasan memakai peraturan ini", "Dinas masih memakai SOP Mei 2023.").PressAsync("Tambah periode");
        Assert.Equal("Periode Tahun 2027 sudah ditambahkan.", page.Done);
        var sentence = await site.AskAsync(
            db => db.Changes.Where(c => c.SubjectNama == "Tahun 2027").Select(c => c.Sentence).SingleAsync());
        Assert.Contains("dengan alasan “Dinas masih memakai SOP Mei 2023.”", sentence, StringComparison.Ordinal);
        Assert.Equal("Dinas masih memakai SOP Mei 2023.",
            await site.AskAsync(db => db.Periods.Where(p => p.Nama == "Tahun 2027").Select(p => p.MethodReason).SingleAsync()));
    }

    [Fact]
    public async Task A_regulation_that_was_the_law_needs_none()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await FilledAsync(admin, "Tahun 2019", "2019-01-01", "2019-12-31")).PressAsync("Tambah periode");

        Assert.NotNull(page.Done);
    }

    [Theory]
    [InlineData("Nama periode", "", "Nama periode belum diisi")]
    [InlineData("Nama periode", "tahun 2026", "sudah dipakai periode Tahun 2026 (1 Januari s.d. 31 Desember 2026)")]
    [InlineData("Mulai", "kemarin", "tidak dapat dibaca")]
    [InlineData("Mulai", "", "Tanggal mulai belum diisi")]
    [InlineData("Selesai", "", "Tanggal selesai belum diisi")]
    [InlineData("Selesai", "2017-12-31", "sama dengan atau sesudah tanggal mulai")]
    [InlineData("Selesai", "2019-01-02", "paling lama satu tahun")]
    [InlineData("Selesai", "9999-12-31", "antara 2000 dan 2100")]
    [InlineData("Peraturan penilaian", "Pilih peraturan", "belum dipilih")]
    public async Task A_wrong_field_gets_a_sentence(string label, string typed, string sentence)
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await FilledAsync(admin, "Periode Uji", "2018-01-01", "2018-12-31"))
            .Fill("Alasan memakai peraturan ini", "Hanya untuk diuji.").Fill(label, typed);

        page = await page.PressAsync("Tambah periode");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        Assert.False(await site.AskAsync(db => db.Periods.AnyAsync(p => p.Nama == "Periode Uji")));
    }

    [Fact]
    public async Task A_period_is_closed_and_its_history_says_so()
    {
        using var admin = await site.SignInAsync("admin");

        await (await admin.GoAsync($"/periode/{site.LastPeriod.Id}"))
            .Tick("Terbuka untuk SKP dan berkas baru", on: false).PressAsync("Simpan perubahan");

        Assert.False(await site.AskAsync(db => db.Periods.Where(p => p.Id == site.LastPeriod.Id).Select(p => p.IsOpen).SingleAsync()));
        Assert.Contains("mengubah keadaan dari “terbuka” menjadi “ditutup”.", (await admin.GoAsync($"/periode/{site.LastPeriod.Id}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dates_of_a_period_with_a_dossier_stay_but_its_name_may_change()
    {
        await site.DossierAtAsync(Step.Collect, "penera");
        using var admin = await site.SignInAsync("admin");
        var address = $"/periode/{site.Period.Id}";

        var page = await (await admin.GoAsync(address)).Fill("Selesai", "2026-11-30").PressAsync("Simpan perubahan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("Sudah ada berkas pada periode ini", StringComparison.Ordinal));

        page = await (await admin.GoAsync(address)).Fill("Nama periode", "Tahun Anggaran 2026").PressAsync("Simpan perubahan");
        Assert.NotNull(page.Done);
        await (await admin.GoAsync(address)).Fill("Nama periode", "Tahun 2026").PressAsync("Simpan perubahan");
    }

    [Fact]
    public async Task Days_that_the_same_regulation_measures_already_are_refused_naming_the_other_period()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await FilledAsync(admin, "Semester II 2025", "2025-12-31", "2026-06-30"))
            .Fill("Alasan memakai peraturan ini", "Dinas masih memakai SOP Mei 2023.").PressAsync("Tambah periode");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            ["Tanggal ini bertumpang tindih dengan periode Tahun 2025 (1 Januari s.d. 31 Desember 2025), yang dinilai menurut peraturan yang "
                + "sama. Pilih tanggal lain."], page.Errors);
        Assert.Equal("2025-12-31", page.Value("Mulai"));

        page = await page.Fill("Peraturan penilaian", "PERMENPANRB_6_2022").Fill("Mulai", "2025-07-01").Fill("Selesai", "2025-12-31")
            .Fill("Evaluasi periodik", "Triwulanan").PressAsync("Tambah periode");
        Assert.NotNull(page.Done);

        page = await (await admin.GoAsync($"/periode/{site.LastPeriod.Id}")).Fill("Selesai", "2026-01-01").PressAsync("Simpan perubahan");
        Assert.Contains("periode Tahun 2026 (1 Januari s.d. 31 Desember 2026)", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_differs_by_case_is_refused_but_a_period_may_change_its_own()
    {
        using var admin = await site.SignInAsync("admin");
        var address = $"/periode/{site.Kinerja.Id}";

        var page = await (await admin.GoAsync(address)).Fill("Nama periode", "TAHUN 2025").PressAsync("Simpan perubahan");
        Assert.Contains("sudah dipakai periode Tahun 2025", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotNull((await page.Fill("Nama periode", "KINERJA 2026").PressAsync("Simpan perubahan")).Done);
        Assert.NotNull((await (await admin.GoAsync(address)).Fill("Nama periode", "Kinerja 2026").PressAsync("Simpan perubahan")).Done);
    }

    private static async Task<Visit> FilledAsync(Visitor admin, string nama, string mulai, string selesai) =>
        (await admin.GoAsync("/periode/baru"))
        .Fill("Nama periode", nama).Fill("Mulai", mulai).Fill("Selesai", selesai).Fill("Peraturan penilaian", Pp46);
}
