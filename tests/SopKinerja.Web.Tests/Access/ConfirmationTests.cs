using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>Nobody signs for another: a password that somebody else has set signs nothing before the person was confirmed.</summary>
public sealed class ConfirmationTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Own = "sungai-pitap-di-balangan-9";

    [Fact]
    public async Task From_a_reset_to_an_approval_there_is_no_way_past_the_second_officer()
    {
        var id = await site.PlayAsync(async play =>
        {
            var rated = await play.DossierAtAsync(Step.Validate, "pelaksanakop", site.Period);
            await play.RateAsync(rated);
            return rated.Id;
        });
        var other = await site.DossierAtAsync(Step.Input, "bendahara");
        var plan = await site.PlayAsync(async play => (await play.ProposedPlanAsync("penggerak", site.Kinerja)).Id);
        var request = await site.RequestedAsync("kabidkop");
        using var thief = await ResetAsync("kabidkop");

        // What an administrator knows opens everything but a signature.
        var page = await thief.GoAsync($"/berkas/{id}/validasi/setujui");
        Assert.True(page.Button("Setujui dan terbitkan dokumen").IsDisabled);
        Assert.Contains("Kata sandi atau tugas akun Anda diatur orang lain", page.Text, StringComparison.Ordinal);
        page = await thief.PostAsync($"/berkas/{id}/validasi/setujui?handler=Complete", "/kata-sandi", ("Input.KataSandi", Own));
        Assert.NotEqual(HttpStatusCode.OK, page.Status);
        Assert.Equal(0, await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.DocumentVersion).SingleAsync()));
        page = await thief.GoAsync($"/skp/{plan}");
        Assert.True(page.Button("Setujui SKP").IsDisabled);
        Assert.Contains("Kata sandi atau tugas akun Anda diatur orang lain", page.Text, StringComparison.Ordinal);
        Assert.Equal(PlanState.Proposed, await site.AskAsync(db => db.Plans.Where(p => p.Id == plan).Select(p => p.State).SingleAsync()));
        page = await (await thief.GoAsync("/sertifikat-saya/minta")).Fill("Frasa sandi tanda tangan", SiteCertificates.OfPerson)
            .Fill("Ulangi frasa sandi", SiteCertificates.OfPerson).Fill("Kata sandi akun Anda", Own).PressAsync("Minta sertifikat");
        Assert.Contains("sertifikat belum dapat diminta", string.Join(' ', page.Errors), StringComparison.Ordinal);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.Contains("belum dikonfirmasi", await scope.ServiceProvider.GetRequiredService<CertificateActs>()
                .IssueAsync(request, new(SiteCertificates.OfAuthority), "Admin", site.Clock.GetUtcNow()), StringComparison.Ordinal);
        }

        Assert.Equal("SK004", await site.RefusedAsync(Approval(id)));
        Assert.Equal("SK004", await site.RefusedAsync(
            "insert into plan_history (plan_id, no, actor_id, actor_nama, move, \"to\", at) select "
            + $"{plan}, max(no) + 1, {Id("kabidkop")}, 'x', 'Agreed', 'Agreed', now() from plan_history where plan_id = {plan}; "
            + $"update plans set state = 'Agreed', agreed_at = now(), lines = lines + 1 where id = {plan}"));

        // He cannot confirm himself, nor can the administrator, nor one who waits himself.
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.GoAsync("/konfirmasi-akun/daftar")).Status);
        using (var admin = await site.SignInAsync("admin"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.GoAsync("/konfirmasi-akun/daftar")).Status);
        }

        var code = (await thief.GoAsync("/konfirmasi-akun")).Page.QuerySelector("main code")!.TextContent;
        using (var alsoReset = await ResetAsync("kasubbag2"))
        {
            page = await alsoReset.GoAsync("/konfirmasi-akun/daftar");
            Assert.Contains("Akun Anda sendiri belum dikonfirmasi", page.Text, StringComparison.Ordinal);
            page = await alsoReset.PostAsync(
                "/konfirmasi-akun/daftar", "/kata-sandi", ("Input.Akun", $"{await AccountAsync("kabidkop")}"), ("Input.Kode", code));
            Assert.Contains("Akun Anda sendiri belum dikonfirmasi", string.Join(' ', page.Errors), StringComparison.Ordinal);
            // Neither does he do anything else that binds.
            Assert.Equal(HttpStatusCode.Forbidden, (await alsoReset.GoAsync($"/berkas/{other}/batalkan")).Status);
            await site.AsOwnerAsync("update accounts set confirmed_at = now(), confirmed_by = 'x' where user_name = 'kasubbag2'");
        }

        using var kasubbag = await site.SignInAsync("kasubbag");
        page = await kasubbag.GoAsync("/");
        Assert.Contains("Kata sandi dan tugas yang diatur administrator", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync("Konfirmasi akun");
        page = await Confirm(page, "ABCD-EFGH-JKMN");
        Assert.Contains("Kodenya tidak cocok", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await Confirm(page, code.ToLowerInvariant());
        Assert.Equal($"Akun {site.People["kabidkop"].Nama} sudah dikonfirmasi.", page.Done);

        page = await (await thief.GoAsync($"/berkas/{id}/validasi/setujui")).Fill("Kata sandi akun Anda", Own)
            .PressAsync("Setujui dan terbitkan dokumen");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        var line = await site.AskAsync(db => db.History.Where(h => h.DossierId == id).OrderByDescending(h => h.No).FirstAsync());
        Assert.Contains("Kata sandi atau tugas akun penanda tangan diatur orang lain pada", line.Reason, StringComparison.Ordinal);
        page = await thief.GoAsync("/konfirmasi-akun");
        Assert.DoesNotContain("Akun Anda belum dikonfirmasi", page.Text, StringComparison.Ordinal);
        Assert.Contains($"dikonfirmasi {site.People["kasubbag"].Nama}", page.Text, StringComparison.Ordinal);
        using var kadis = await site.SignInAsync("kadis");
        Assert.Contains(site.People["kabidkop"].Nama, (await kadis.GoAsync("/")).Page.QuerySelector("#konfirmasi-akun")!.ParentElement!.TextContent,
            StringComparison.Ordinal);
        var log = await site.AskAsync(db => db.Changes.Where(c => c.Subject == ChangeSubjects.Akun).OrderByDescending(c => c.Id)
            .Select(c => c.Sentence).FirstAsync());
        Assert.Equal($"mengonfirmasi pemilik akun ({site.People["kabidkop"].Nama}) di hadapannya.", log);
    }

    [Fact]
    public async Task An_office_that_an_administrator_lends_confirms_nobody()
    {
        using var admin = await site.SignInAsync("admin");
        using var victim = await ResetAsync("penera");
        var code = (await victim.GoAsync("/konfirmasi-akun")).Page.QuerySelector("main code")!.TextContent;
        await (await admin.GoAsync($"/akun/{await AccountAsync("analis2")}")).Tick("Kasubbag").PressAsync("Simpan perubahan");

        using var lent = await site.SignInAsync("analis2");
        Assert.Contains("Akun Anda belum dikonfirmasi", (await lent.GoAsync("/")).Text, StringComparison.Ordinal);
        var page = await lent.PostAsync(
            "/konfirmasi-akun/daftar", "/kata-sandi", ("Input.Akun", $"{await AccountAsync("penera")}"), ("Input.Kode", code));
        Assert.Contains("Akun Anda sendiri belum dikonfirmasi", string.Join(' ', page.Errors), StringComparison.Ordinal);
        Assert.True(await site.AskAsync(db => db.Users.AnyAsync(a => a.UserName == "penera" && a.ConfirmedAt == null)));
    }

    [Fact]
    public async Task Whoever_gets_another_name_or_number_is_confirmed_anew()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync($"/pegawai/{Id("keamanan")}");
        Assert.NotNull((await page.Fill("Jabatan", "Pengelola Keamanan").PressAsync("Simpan perubahan")).Done);
        Assert.False(await UnconfirmedAsync());

        page = await admin.GoAsync($"/pegawai/{Id("keamanan")}");
        Assert.NotNull((await page.Fill("Nama lengkap dengan gelar", "Orang Lain, S.E.").PressAsync("Simpan perubahan")).Done);
        Assert.True(await UnconfirmedAsync());

        Task<bool> UnconfirmedAsync() => site.AskAsync(db => db.Users.AnyAsync(
            a => a.UserName == "keamanan" && a.ResetAt != null && a.ConfirmedAt == null));
    }

    [Fact]
    public async Task An_unconfirmed_account_receives_no_result_takes_no_objection_back_and_may_still_object()
    {
        var (opened, objected) = (await site.DossierAtAsync(Step.Sign, "pelaksanadag"), await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, "pelaksanaind", site.Period);
            await play.ObjectAsync(dossier, "Nilai kegiatan 2 keliru.");
            return dossier.Id;
        }));
        await site.AsOwnerAsync($"""
            alter table dossiers disable trigger user;
            alter table history disable trigger user;
            update dossiers set result_receipt = null, last_day_to_object = null where id = {opened};
            delete from history where dossier_id = {opened} and move = 'Delivered';
            alter table history enable trigger user;
            alter table dossiers enable trigger user;
            """);
        using var thief = await ResetAsync("pelaksanadag");
        await thief.GoAsync($"/berkas/{opened}/hasil");
        Assert.Null(await site.AskAsync(db => db.Dossiers.Where(d => d.Id == opened).Select(d => d.LastDayToObject).SingleAsync()));

        using var other = await ResetAsync("pelaksanaind");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GoAsync($"/berkas/{objected}/tanda-tangan/tarik-keberatan")).Status);
        Assert.Equal("SK004", await site.RefusedAsync(
            "insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, \"from\", from_substep, \"to\", to_substep, at, reason) "
            + $"select {objected}, max(no) + 1, {Id("pelaksanaind")}, 'x', 'Asn', 'Withdrawn', 5, 1, 5, 0, now(), 'x' from history "
            + $"where dossier_id = {objected}"));
        var third = await site.DossierAtAsync(Step.Sign, "arsiparis");
        using (var asn = await site.SignInAsync("arsiparis"))
        {
            await asn.GoAsync($"/berkas/{third}");
        }

        using var late = await ResetAsync("arsiparis");
        var page = await (await late.GoAsync($"/berkas/{third}/tanda-tangan/keberatan")).Fill("Alasan keberatan", "Nilai kegiatan 1 keliru.")
            .PressAsync("Kirim keberatan");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
    }

    [Fact]
    public async Task The_passphrase_that_nobody_else_knows_confirms_too()
    {
        await site.CertifyAsync("kabidind");
        using var owner = await ResetAsync("kabidind");
        var page = await (await owner.GoAsync("/konfirmasi-akun")).Fill("Frasa sandi sertifikat Anda", "bukan frasa sandinya")
            .PressAsync("Konfirmasi dengan frasa sandi");
        Assert.StartsWith("Frasa sandi salah", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("Akun Anda belum dikonfirmasi", page.Text, StringComparison.Ordinal);

        page = await page.Fill("Frasa sandi sertifikat Anda", SiteCertificates.OfPerson).PressAsync("Konfirmasi dengan frasa sandi");

        Assert.Contains("Akun Anda sudah dikonfirmasi", page.Done, StringComparison.Ordinal);
        Assert.DoesNotContain("Akun Anda belum dikonfirmasi", (await owner.GoAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_only_his_slip_is_not_confirmed_and_the_server_confirms_only_where_nobody_can()
    {
        using var admin = await site.SignInAsync("admin");
        await site.SlipOfAsync(admin, "juru");
        var code = await site.AskAsync(db => db.Users.Where(a => a.UserName == "juru").Select(a => a.ConfirmCode).SingleAsync());
        using var kasubbag = await site.SignInAsync("kasubbag");
        var page = await kasubbag.GoAsync("/konfirmasi-akun/daftar");
        Assert.Contains("belum masuk dengan slipnya", page.Text, StringComparison.Ordinal);
        var account = await AccountAsync("juru");
        page = await kasubbag.PostAsync("/konfirmasi-akun/daftar", "/kata-sandi", ("Input.Akun", $"{account}"), ("Input.Kode", code!));
        Assert.Contains("belum memilih kata sandinya sendiri", string.Join(' ', page.Errors), StringComparison.Ordinal);

        await using var scope = site.Services.CreateAsyncScope();
        await using var said = new StringWriter();
        Assert.Equal(1, await ConfirmAccountCommand.RunAsync(scope.ServiceProvider, "juru", said));
        Assert.Contains("belum memilih kata sandinya", said.ToString(), StringComparison.Ordinal);
        await site.AsOwnerAsync("update accounts set must_change_password = false, entry_digest = null, entry_until = null where user_name = 'juru'");
        Assert.Equal(1, await ConfirmAccountCommand.RunAsync(scope.ServiceProvider, "bukan.siapa", said));
        await using var fresh = site.Services.CreateAsyncScope();
        Assert.Equal(1, await ConfirmAccountCommand.RunAsync(fresh.ServiceProvider, "juru", said));
        Assert.Contains("dapat mengonfirmasinya di halaman Konfirmasi akun", said.ToString(), StringComparison.Ordinal);

        const string Nobody = "update accounts set reset_at = now(), reset_by = 'x', confirm_code = 'ABCDEFGHJKMN', confirmed_at = null, "
            + "confirmed_by = null where offices && array['Kasubbag', 'Sekretaris', 'KepalaDinas']";
        await site.AsOwnerAsync("create table before_reset as select id, reset_at, reset_by, confirm_code, confirmed_at, confirmed_by from accounts; " + Nobody);
        await using var empty = site.Services.CreateAsyncScope();
        Assert.Equal(0, await ConfirmAccountCommand.RunAsync(empty.ServiceProvider, "juru", said));
        await site.AsOwnerAsync("update accounts a set (reset_at, reset_by, confirm_code, confirmed_at, confirmed_by) = (b.reset_at, b.reset_by, "
            + "b.confirm_code, b.confirmed_at, b.confirmed_by) from before_reset b where b.id = a.id and a.user_name <> 'juru'; drop table before_reset");
        Assert.Equal("perintah di server", await site.AskAsync(db => db.Users.Where(a => a.UserName == "juru").Select(a => a.ConfirmedBy).SingleAsync()));
    }

    private string Approval(long id) =>
        "insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, \"from\", from_substep, \"to\", to_substep, at) select "
        + $"{id}, max(no) + 1, {Id("kabidkop")}, 'x', 'AtasanLangsung', 'Completed', 4, 0, 5, 0, now() from history where dossier_id = {id}";

    [Fact]
    public async Task Who_reset_an_account_takes_back_nothing_that_its_person_has_signed()
    {
        await site.CertifyAsync("analisdag");
        site.Clock.Move(TimeSpan.FromDays(3));
        using var thief = await ResetAsync("analisdag");
        Visit Ask(Visit page, int daysAgo) => page.Tick("Frasa sandi mungkin diketahui orang lain")
            .Fill("Sejak kapan orang lain mungkin mengetahuinya?", $"{site.Clock.GetUtcNow().AddDays(-daysAgo):yyyy-MM-dd}")
            .Tick("Saya mengerti bahwa pencabutan ini tidak dapat dibatalkan").Fill("Kata sandi akun Anda", Own);

        var page = await Ask(await thief.GoAsync("/sertifikat-saya/cabut"), 1).PressAsync("Cabut sertifikat saya");
        Assert.Contains("belum dapat Anda nyatakan tidak berlaku", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await site.CertificatesOfAsync("analisdag")).EndedAt);

        // To end it from now on hurts nobody, and may be in haste.
        page = await Ask(page, 0).PressAsync("Cabut sertifikat saya");
        Assert.NotNull(page.Done);
        Assert.NotNull(Assert.Single(await site.CertificatesOfAsync("analisdag")).EndedAt);
    }

    private async Task<Visit> Confirm(Visit page, string code) => await
        page.Fill("Siapa yang berdiri di depan Anda?", $"{await AccountAsync("kabidkop")}").Fill("Kode di layarnya", code).PressAsync("Konfirmasi");

    private Task<int> AccountAsync(string userName) =>
        site.AskAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());

    private int Id(string userName) => site.People[userName].PegawaiId!.Value;

    /// <summary>Whoever has what the administrator gave him, and has chosen a password of his own with it.</summary>
    private async Task<Visitor> ResetAsync(string userName)
    {
        using var admin = await site.SignInAsync("admin");
        var code = await site.SlipOfAsync(admin, userName);
        var visitor = site.Stranger();
        await visitor.EnterAsync(userName, code, Own);
        return visitor;
    }
}
