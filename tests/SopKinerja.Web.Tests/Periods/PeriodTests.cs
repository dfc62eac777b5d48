using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Pages.Periods;
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
        Assert.StartsWith("Periode Tahun 2027 sudah ditambahkan.", page.Done, StringComparison.Ordinal);
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
    [InlineData("Tahun 2026", "2026-01-01", "2026-12-31", "Tahun 2027", "2027-01-01", "2027-12-31")]
    [InlineData("Kinerja 2027", "2027-01-01", "2027-12-31", "Kinerja 2028", "2028-01-01", "2028-12-31")]
    [InlineData("Tahun 2028", "2028-01-01", "2028-12-31", "Tahun 2029", "2029-01-01", "2029-12-31")]
    [InlineData("SKP kedua", "2026-07-01", "2026-12-31", "Tahun 2027", "2027-07-01", "2027-12-31")]
    [InlineData("Tahun 2027/2028", "2027-04-01", "2028-03-31", "Tahun 2027/2029", "2028-04-01", "2029-03-31")]
    [InlineData("Triwulan I 2028", "2028-02-29", "2028-03-31", "Triwulan I 2029", "2029-02-28", "2029-03-31")]
    public void The_year_after_has_the_same_days_a_year_later(
        string nama, string from, string until, string wanted, string wantedFrom, string wantedUntil)
    {
        var before = new Period(nama, Day(from), Day(until), ScoringMethods.PermenPanRb6, null);
        before.EvaluateEvery(KalaEvaluasi.Bulanan);
        before.Ratify(true);
        var after = PeriodForm.After(before);
        Assert.Equal((wanted, Day(wantedFrom), Day(wantedUntil)), (after.Nama, after.Mulai, after.Selesai));
        Assert.Equal((ScoringMethods.PermenPanRb6, KalaEvaluasi.Bulanan, true, true), (after.Method, after.Kala, after.Pengesahan, after.Terbuka));

        static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_period_after_the_newest_is_one_press_and_asks_for_the_holidays_of_its_year()
    {
        using var admin = await site.SignInAsync("admin");
        var last = await site.AskAsync(db => db.Periods.OrderByDescending(p => p.Selesai).ThenByDescending(p => p.Id).FirstAsync());
        await site.AsOwnerAsync($"delete from holidays where date > '{last.Selesai:yyyy-MM-dd}'");
        var page = await (await admin.GoAsync("/periode")).FollowAsync($"Buat periode sesudah {last.Nama}");
        page = await page.Fill("Nama periode", "Sesudahnya").PressAsync("Tambah periode");

        var year = last.Selesai.Year + 1;
        Assert.Equal(
            $"Periode Sesudahnya sudah ditambahkan. Hari libur tahun {year} belum ada: isi di sini, atau impor.", page.Done);
        Assert.Equal($"/periode/libur?tahun={year}", page.Url.PathAndQuery);
        var made = await site.AskAsync(db => db.Periods.SingleAsync(p => p.Nama == "Sesudahnya"));
        Assert.Equal(last.Selesai.AddDays(1), made.Mulai);
        await site.AsOwnerAsync("delete from periods where nama = 'Sesudahnya'");
    }

    [Fact]
    public void The_present_period_is_the_open_one_that_holds_today()
    {
        var (closed, past, present, next) = (
            new ChoosablePeriod(4, "ditutup", false, new(2026, 1, 1), new(2026, 12, 31), null, Pp46),
            new ChoosablePeriod(1, "2025", true, new(2025, 1, 1), new(2025, 12, 31), null, Pp46),
            new ChoosablePeriod(2, "2026", true, new(2026, 1, 1), new(2026, 12, 31), null, Pp46),
            new ChoosablePeriod(3, "2027", true, new(2027, 1, 1), new(2027, 12, 31), null, Pp46));
        Assert.Equal(2, Of(next, closed, present, past).Period(null));
        Assert.Equal(2, Of(next, closed, present, past).Period(99));
        Assert.Equal(3, Of(next, closed, present, past).Period(3));
        // Nothing holds today: what has begun goes before what has not.
        Assert.Equal(1, Of(next, past).Period(null));
        Assert.Equal(3, Of(next, closed).Period(null));
        Assert.Equal(4, Of(closed).Period(null));
        Assert.Null(Of().Period(null));

        static UnitsAndPeriods Of(params ChoosablePeriod[] periods) => new([], periods) { Today = new(2026, 11, 28) };
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

    [Fact]
    public async Task The_days_that_are_proposed_are_free()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/periode/baru");
        var mulai = DateOnly.Parse(page.Value("Mulai"), System.Globalization.CultureInfo.InvariantCulture);
        var method = page.Value("Peraturan penilaian");
        Assert.True(mulai.Year > 2026, $"{mulai}");
        Assert.False(await site.AskAsync(db => db.Periods.AnyAsync(p => p.Method == method && p.Selesai >= mulai)));
        var added = await page.PressAsync("Tambah periode");
        Assert.True(added.Done is not null, string.Join(' ', added.Errors));

        // The year after one that has a year after it already.
        page = await admin.GoAsync($"/periode/baru?dari={site.Kinerja.Id}");
        Assert.Equal($"{mulai.AddYears(1):yyyy-MM-dd}", page.Value("Mulai"));
        await site.AsOwnerAsync($"delete from periods where mulai > '2027-01-01' or (mulai = '{mulai:yyyy-MM-dd}' and method = '{method}')");
    }

    private static async Task<Visit> FilledAsync(Visitor admin, string nama, string mulai, string selesai) =>
        (await admin.GoAsync("/periode/baru"))
        .Fill("Nama periode", nama).Fill("Mulai", mulai).Fill("Selesai", selesai).Fill("Peraturan penilaian", Pp46);
}
