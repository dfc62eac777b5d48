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
        var plan = await site.PlayAsync(async play => (await play.ProposedPlanAsync("penggerak", site.Kinerja)).Id);
        var request = await site.RequestedAsync("kabidkop");
        using var thief = await ResetAsync("kabidkop");

        // What an administrator knows opens everything but a signature.
        var page = await (await thief.GoAsync($"/berkas/{id}/validasi/setujui")).Fill("Kata sandi akun Anda", Own)
            .PressAsync("Setujui dan terbitkan dokumen");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Kata sandi akun Anda dibuat orang lain", page.Text, StringComparison.Ordinal);
        page = await thief.GoAsync($"/skp/{plan}");
        Assert.DoesNotContain("Saya sudah membaca semua target", page.Text, StringComparison.Ordinal);
        Assert.Equal(PlanState.Proposed, await site.AskAsync(db => db.Plans.Where(p => p.Id == plan).Select(p => p.State).SingleAsync()));
        page = await (await thief.GoAsync("/sertifikat-saya/minta")).Fill("Frasa sandi", SiteCertificates.OfPerson)
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
            page = await Confirm(await alsoReset.GoAsync("/konfirmasi-akun/daftar"), code);
            Assert.Contains("Akun Anda sendiri belum dikonfirmasi", Assert.Single(page.Errors), StringComparison.Ordinal);
        }

        using var kasubbag = await site.SignInAsync("kasubbag");
        page = await kasubbag.GoAsync("/");
        Assert.Contains("Kata sandi yang dibuat administrator", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync("Konfirmasi akun");
        page = await Confirm(page, "ABCD-EFGH-JKMN");
        Assert.Contains("Kodenya tidak cocok", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await Confirm(page, code.ToLowerInvariant());
        Assert.Equal($"Akun {site.People["kabidkop"].Nama} sudah dikonfirmasi.", page.Done);

        page = await (await thief.GoAsync($"/berkas/{id}/validasi/setujui")).Fill("Kata sandi akun Anda", Own)
            .PressAsync("Setujui dan terbitkan dokumen");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        var line = await site.AskAsync(db => db.History.Where(h => h.DossierId == id).OrderByDescending(h => h.No).FirstAsync());
        Assert.Contains("Kata sandi akun penanda tangan dibuat orang lain pada", line.Reason, StringComparison.Ordinal);
        page = await thief.GoAsync("/konfirmasi-akun");
        Assert.Contains($"dikonfirmasi {site.People["kasubbag"].Nama}", page.Text, StringComparison.Ordinal);
        using var kadis = await site.SignInAsync("kadis");
        Assert.Contains(site.People["kabidkop"].Nama, (await kadis.GoAsync("/")).Page.QuerySelector("#konfirmasi-akun")!.ParentElement!.TextContent,
            StringComparison.Ordinal);
        var log = await site.AskAsync(db => db.Changes.Where(c => c.Subject == ChangeSubjects.Akun).OrderByDescending(c => c.Id)
            .Select(c => c.Sentence).FirstAsync());
        Assert.Equal($"mengonfirmasi pemilik akun ({site.People["kabidkop"].Nama}) di hadapannya.", log);
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
    public async Task Whoever_still_has_the_temporary_password_is_not_confirmed_and_the_server_confirms_only_where_nobody_can()
    {
        using var admin = await site.SignInAsync("admin");
        await (await admin.GoAsync($"/akun/{await AccountAsync("juru")}")).PressAsync("Buat kata sandi sementara");
        var code = await site.AskAsync(db => db.Users.Where(a => a.UserName == "juru").Select(a => a.ConfirmCode).SingleAsync());
        using var kasubbag = await site.SignInAsync("kasubbag");
        var page = await kasubbag.GoAsync("/konfirmasi-akun/daftar");
        Assert.Contains("belum masuk dengan kata sandi sementaranya", page.Text, StringComparison.Ordinal);
        var account = await AccountAsync("juru");
        page = await kasubbag.PostAsync("/konfirmasi-akun/daftar", "/kata-sandi", ("Input.Akun", $"{account}"), ("Input.Kode", code!));
        Assert.Contains("belum mengganti kata sandi sementaranya", string.Join(' ', page.Errors), StringComparison.Ordinal);

        await using var scope = site.Services.CreateAsyncScope();
        await using var said = new StringWriter();
        Assert.Equal(1, await ConfirmAccountCommand.RunAsync(scope.ServiceProvider, "juru", said));
        Assert.Contains("belum mengganti kata sandi", said.ToString(), StringComparison.Ordinal);
        await site.AsOwnerAsync("update accounts set must_change_password = false where user_name = 'juru'");
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

    private async Task<Visit> Confirm(Visit page, string code) => await
        page.Fill("Siapa yang berdiri di depan Anda?", $"{await AccountAsync("kabidkop")}").Fill("Kode di layarnya", code).PressAsync("Konfirmasi");

    private Task<int> AccountAsync(string userName) =>
        site.AskAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());

    private int Id(string userName) => site.People[userName].PegawaiId!.Value;

    /// <summary>Whoever has what the administrator gave him, and has chosen a password of his own with it.</summary>
    private async Task<Visitor> ResetAsync(string userName)
    {
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync($"/akun/{await AccountAsync(userName)}")).PressAsync("Buat kata sandi sementara");
        var temporary = page.Page.QuerySelectorAll("dd code")[1].TextContent;
        var visitor = site.Stranger();
        page = await (await visitor.GoAsync("/masuk")).Fill("Nama pengguna", userName).Fill("Kata sandi", temporary).PressAsync("Masuk");
        page = await page.Fill("Kata sandi sekarang", temporary).Fill("Kata sandi baru", Own).Fill("Ulangi kata sandi baru", Own)
            .PressAsync("Ganti kata sandi");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        return visitor;
    }
}
