using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Schema;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Forms;

public sealed class OneFormOneActTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_same_form_again_gets_the_first_answer_and_makes_no_second_copy()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "penera");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var form = (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", "Arsip dinas");

        var first = await form.PressAsync("Buat salinan");
        var second = await form.PressAsync("Buat salinan");
        var third = await form.PressAsync("Buat salinan");

        Assert.StartsWith("Salinan ke-1 untuk Arsip dinas sudah dibuat.", first.Done, StringComparison.Ordinal);
        Assert.Equal((first.Done, first.Url), (second.Done, second.Url));
        Assert.Equal((first.Done, first.Url), (third.Done, third.Url));
        Assert.Equal(1, await CopiesAsync(id));
    }

    [Fact]
    public async Task Sent_eight_times_at_once_it_acts_once_and_all_eight_read_the_same()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "kabidkop");
        using var sekretaris = await site.SignInAsync("sekretaris", follows: false);
        var form = (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", "Arsip dinas");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.PressAsync("Buat salinan")));

        Assert.All(answers, a => Assert.Equal($"/berkas/{id}/gandakan", a.Response.Headers.Location!.ToString()));
        Assert.StartsWith("Salinan ke-1", (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Done, StringComparison.Ordinal);
        Assert.Equal(1, await CopiesAsync(id));
    }

    [Fact]
    public async Task The_end_of_a_step_sent_twice_is_no_error_though_the_dossier_has_gone_on()
    {
        var id = await site.DossierAtAsync(Step.Check, "kabiddag");
        using var kasubbag = await site.SignInAsync("kasubbag");
        var form = await kasubbag.GoAsync($"/berkas/{id}/periksa");
        foreach (var box in form.Page.QuerySelectorAll("main input[type=checkbox]").ToList())
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)box).IsChecked = true;
        }

        var first = await form.PressAsync("Terima dan teruskan ke Analis");
        var second = await form.PressAsync("Terima dan teruskan ke Analis");

        Assert.NotNull(first.Done);
        Assert.Equal((first.Status, first.Done, first.Url), (second.Status, second.Done, second.Url));
    }

    [Fact]
    public async Task The_same_form_with_other_words_is_shown_again_with_what_was_done_and_then_is_another()
    {
        using var admin = await site.SignInAsync("admin");
        var form = await admin.GoAsync("/periode/libur?tahun=2026");

        await form.Fill("Tanggal", "2026-03-03").Fill("Nama hari libur", "Libur A").PressAsync("Tambah hari libur");
        var other = await form.Fill("Tanggal", "2026-03-04").Fill("Nama hari libur", "Libur B").PressAsync("Tambah hari libur");

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("Formulir ini sudah Anda kirim dan sudah dikerjakan: ", other.Text, StringComparison.Ordinal);
        Assert.Contains("3 Maret 2026", Assert.Single(other.Errors), StringComparison.Ordinal);
        Assert.Equal("Libur B", other.Value("Nama hari libur"));
        other = await other.PressAsync("Tambah hari libur");
        Assert.Contains("4 Maret 2026", other.Done, StringComparison.Ordinal);
        Assert.Equal(2, await site.AskAsync(db => db.Holidays.CountAsync(h => h.Nama == "Libur A" || h.Nama == "Libur B")));
    }

    [Theory]
    [InlineData("penyuluhind", "Uraian", "Tepat waktu. ")]
    [InlineData("analisdag", "Uraian", "Tepat waktu lagi.")]
    [InlineData("pelaksanadag", "Tanggal", "24/11/2026")]
    public async Task A_form_without_a_version_does_not_double_when_a_field_was_touched_after_Back(string asn, string field, string value)
    {
        var plan = await site.PlayAsync(play => play.AgreedPlanAsync(asn, site.Period));
        site.Clock.Move(TimeSpan.FromDays(1));
        var boss = site.People.Single(p => p.Value.PegawaiId == plan.AtasanId).Key;
        using var atasan = await site.SignInAsync(boss);
        var form = (await atasan.GoAsync($"/skp/{plan.Id}/catatan")).Fill("Tanggal", "23/11/2026").Fill("Uraian", "Tepat waktu.");
        var first = await form.PressAsync("Catat");

        var second = await form.Fill(field, value).PressAsync("Catat");

        Assert.NotNull(first.Done);
        Assert.True(value.Trim() == "Tepat waktu." ? second.Done == first.Done : second.Status == HttpStatusCode.Conflict, second.Text);
        Assert.Equal(1, await site.AskAsync(db => db.Set<PlanNote>().CountAsync(n => n.PlanId == plan.Id)));
    }

    [Fact]
    public async Task A_form_that_was_refused_may_be_sent_again_with_other_words()
    {
        using var admin = await site.SignInAsync("admin");
        var form = (await admin.GoAsync("/periode/libur?tahun=2026")).Fill("Tanggal", "2026-06-18");

        var refused = await form.PressAsync("Tambah hari libur");
        var done = await form.Fill("Nama hari libur", "Libur sesudah Back").PressAsync("Tambah hari libur");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(done.Done);
    }

    [Fact]
    public async Task Another_button_of_the_same_form_is_another_act()
    {
        using var admin = await site.SignInAsync("admin");
        string[] people = ["kauptd", "keamanan"];
        await site.AskAsync(async db =>
        {
            db.Keadaan.AddRange(people.Select(p => new KeadaanPegawai(
                site.Period.Id, site.People[p].PegawaiId!.Value, JenisKeadaan.Cuti, new(2026, 3, 1), new(2026, 3, 31), "Cuti besar", null)));
            return await db.SaveChangesAsync();
        });
        var page = await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}");

        foreach (var nama in people.Select(p => site.People[p].Nama))
        {
            Assert.Contains(nama, (await page.PressAsync($"Hapus {nama}, 1 Maret s.d. 31 Maret 2026")).Done, StringComparison.Ordinal);
        }

        Assert.False(await site.AskAsync(db => db.Keadaan.AnyAsync()));
    }

    [Fact]
    public async Task A_new_page_has_a_new_number()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "kauptd");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await sekretaris.GoAsync($"/berkas/{id}/gandakan");

        page = await page.Fill("Buat salinan untuk", "Arsip dinas").PressAsync("Buat salinan");
        page = await page.Fill("Buat salinan untuk", "Arsip dinas").PressAsync("Buat salinan");

        Assert.StartsWith("Salinan ke-2", page.Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_whose_answer_was_lost_is_there_in_the_second_and_made_once()
    {
        using var admin = await site.SignInAsync("admin", follows: false);
        var form = await admin.GoAsync(await AccountAsync("juru"));
        site.Clock.Move(TimeSpan.FromSeconds(1));

        var lost = await form.PressAsync("Buat slip masuk");
        var again = await form.PressAsync("Buat slip masuk");

        Assert.Equal(lost.Response.Headers.Location, again.Response.Headers.Location);
        Assert.Equal(1, await site.AskAsync(db => db.Users.Where(u => u.UserName == "juru").Select(u => u.EntrySlips).SingleAsync()));
        var code = await (await admin.GoAsync(again.Response.Headers.Location!.ToString())).CodeAsync();
        using var juru = site.Stranger();
        Assert.Equal("/bantuan", (await juru.EnterAsync("juru", code, "sungai-pitap-di-balangan-9")).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_new_account_leads_to_its_slip_however_often_it_is_sent()
    {
        var person = await site.AskAsync(async db =>
        {
            var added = new Pegawai(null, new("Pegawai Baru", null, "Pengolah Data",
                JenisJabatan.Pelaksana, await db.UnitKerja.Select(u => u.Id).FirstAsync(), site.People["kadis"].PegawaiId));
            db.Pegawai.Add(added);
            await db.SaveChangesAsync();
            return added.Id;
        });
        using var admin = await site.SignInAsync("admin");
        var form = (await admin.GoAsync($"/akun/baru?pegawai={person}")).Fill("Nama pengguna", "pegawaibaru");
        const string Make = "Buat akun dan slip masuk";

        var first = await form.PressAsync(Make);
        var second = await form.PressAsync(Make);

        Assert.Matches("^/akun/slip/[0-9]+$", first.Url.AbsolutePath);
        Assert.Equal(first.Url, second.Url);
        Assert.Equal(first.Done, second.Done);
        Assert.Equal(1, await site.AskAsync(db => db.Users.Where(u => u.PegawaiId == person).Select(u => u.EntrySlips).SingleAsync()));
    }

    [Fact]
    public async Task A_changed_password_sent_twice_says_so_twice_and_the_session_goes_on()
    {
        using var visitor = await site.SignInAsync("analisdag", follows: false);
        const string New = "sungai-pitap-di-balangan-9";
        var form = (await visitor.GoAsync("/kata-sandi")).Fill("Kata sandi sekarang", site.Password)
            .Fill("Kata sandi baru", New).Fill("Ulangi kata sandi baru", New);

        // A browser that never got the first answer sends the cookie it had.
        var sent = await Task.WhenAll(form.PressAsync("Ganti kata sandi"), form.PressAsync("Ganti kata sandi"));

        Assert.All(sent, s => Assert.Equal(HttpStatusCode.Redirect, s.Status));
        Assert.All(sent, s => Assert.Equal("/", s.Response.Headers.Location!.ToString()));
        site.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync("/")).Status);
    }

    [Fact]
    public async Task A_form_that_was_refused_may_be_sent_again_as_it_is()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "bendahara");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var form = (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", "Arsip dinas");
        await using (await Refusing.BeginAsync(site.ConnectionString, "copies", "raise exception 'no' using errcode = '40001'"))
        {
            Assert.Equal(HttpStatusCode.Conflict, (await form.PressAsync("Buat salinan")).Status);
        }

        Assert.StartsWith("Salinan ke-1", (await form.PressAsync("Buat salinan")).Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_number_an_act_is_not_stored_either()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "analis");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var form = (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", "Arsip dinas");
        await using (await Refusing.BeginAsync(site.ConnectionString, "form_acts", "raise exception 'no' using errcode = '40001'"))
        {
            Assert.Equal(HttpStatusCode.Conflict, (await form.PressAsync("Buat salinan")).Status);
        }

        Assert.Equal(0, await CopiesAsync(id));
    }

    [Fact]
    public async Task When_the_server_stopped_before_it_answered_the_second_says_that_it_was_done()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "kasubbag");
        using var sekretaris = await site.SignInAsync("kasubbag2");
        var form = (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", "Arsip dinas");
        await form.PressAsync("Buat salinan");
        await site.AskAsync(db => db.Set<FormAct>().ExecuteUpdateAsync(set => set.SetProperty(a => a.Answer, (byte[]?)null)));

        var second = await form.PressAsync("Buat salinan");

        Assert.StartsWith("Isian ini sudah Anda kirim sebelumnya", second.Done, StringComparison.Ordinal);
        Assert.Equal(1, await CopiesAsync(id));
    }

    [Fact]
    public async Task An_account_that_was_closed_meanwhile_does_nothing_more()
    {
        var id = await site.DossierAtAsync(Step.Input, "pelaksanakop");
        using var analis = await site.SignInAsync("analis2");
        var form = await analis.GoAsync($"/berkas/{id}/input");
        using var admin = await site.SignInAsync("admin");
        var account = await admin.GoAsync(await AccountAsync("analis2"));
        await account.Tick("Akun dapat dipakai untuk masuk", on: false).PressAsync("Simpan perubahan");
        try
        {
            Assert.Equal("/masuk", (await form.PressAsync("Simpan draf")).Url.AbsolutePath);
            Assert.False(await site.AskAsync(
                db => db.History.AnyAsync(h => h.DossierId == id && h.ActorId == site.People["analis2"].PegawaiId)));
        }
        finally
        {
            account = await admin.GoAsync(await AccountAsync("analis2"));
            await account.Tick("Akun dapat dipakai untuk masuk").PressAsync("Simpan perubahan");
        }
    }

    [Fact]
    public async Task A_copy_is_not_stored_once_the_step_was_finished_behind_it()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "pelaksanaind");
        using var sekretaris = await site.SignInAsync("sekretaris");
        await (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", "Arsip dinas").PressAsync("Buat salinan");
        var (by, now) = (site.People["sekretaris"], site.Clock.GetUtcNow());
        await using var scope = site.Services.CreateAsyncScope();
        var seen = (await DossierLoading.ToWork(scope.ServiceProvider.GetRequiredService<SopDbContext>(), id))!;
        await (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).PressAsync("Selesai menggandakan");

        seen.MakeCopy("Bagian Organisasi", by, now);
        var unsaved = await scope.ServiceProvider.GetRequiredService<SopDbContext>().WhyNotSavedAsync();

        // Whichever statement comes first: the dossier's row has gone on, or the step has.
        Assert.True(unsaved?.Reason is UnsavedReason.Stale or UnsavedReason.Final, $"{unsaved?.Reason}");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => site.AskAsync(db => db.Database.ExecuteSqlAsync(
            $"insert into copies (dossier_id, no, for_whom, made_by, made_at) values ({id}, 2, 'x', 'x', now())")));
        Assert.Equal("SK001", refused.SqlState);
    }

    [Fact]
    public async Task A_second_copy_changes_the_version_of_the_dossier()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "arsiparis");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await sekretaris.GoAsync($"/berkas/{id}/gandakan");
        page = await page.Fill("Buat salinan untuk", "Arsip dinas").PressAsync("Buat salinan");
        var before = await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.Version).SingleAsync());

        await page.Fill("Buat salinan untuk", "Bagian Organisasi").PressAsync("Buat salinan");

        Assert.NotEqual(before, await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.Version).SingleAsync()));
    }

    private Task<string> AccountAsync(string userName) =>
        site.AskAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => $"/akun/{u.Id}").SingleAsync());

    private Task<int> CopiesAsync(long id) => site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.Copies.Count).SingleAsync());
}
