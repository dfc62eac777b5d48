using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

/// <summary>Plt., Plh. and pengganti: recorded by the administrator, acting in the place of an official, in print and in the
/// history.</summary>
public sealed class PenugasanTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Approve = "Setujui dan terbitkan dokumen";

    [Fact]
    public async Task A_Plh_approves_and_it_is_printed_and_ends_by_itself()
    {
        var id = await site.PlayAsync(async play =>
        {
            var rated = await play.DossierAtAsync(Step.Validate, "pelaksanakop", site.Period);
            await play.RateAsync(rated);
            return rated.Id;
        });
        var other = await site.DossierAtAsync(Step.Validate, "penggerak");
        using (var nobody = await site.SignInAsync("kabiddag"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GoAsync($"/berkas/{id}")).Status);
        }

        await RecordAsync("Plh", "Ir. Bambang Suryadi, M.M.", "Dra. Hj. Masniah", days: 2);
        using var plh = await site.SignInAsync("kabiddag");
        var page = await plh.GoAsync("/");
        Assert.Contains("Plh. ", page.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        await page.FollowAsync("Langkah 4: Validasi dan penilaian untuk " + site.People["pelaksanakop"].Nama);
        page = await (await plh.GoAsync($"/berkas/{id}/validasi/setujui")).Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);
        Assert.Contains("sudah terbit", page.Done, StringComparison.Ordinal);
        var dossier = await site.AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.History).Include(d => d.Documents)
            .ThenInclude(d => d.Content).SingleAsync(d => d.Id == id));
        var office = dossier.Parties.AtasanLangsung.Jabatan;
        Assert.Equal(
            $"{site.People["kabiddag"].Nama} (Plh. {office}) menyelesaikan langkah 4 (Validasi dan penilaian); berkas diteruskan ke langkah "
            + "5 (Penandatanganan).",
            dossier.History.Single(h => h.Move == Move.Completed && h.From == Step.Validate).Sentence);
        using var tools = new PdfTools(Assert.Single(dossier.Documents).Content!.Bytes);
        Assert.Contains(Squeezed($"Plh. {office}"), Squeezed(tools.RawText), StringComparison.Ordinal);
        Assert.Contains(Squeezed($"oleh {site.People["kabiddag"].Nama}"), Squeezed(tools.RawText), StringComparison.Ordinal);

        var start = site.Clock.GetUtcNow();
        try
        {
            site.Clock.Move(TimeSpan.FromDays(4));
            using var after = await site.SignInAsync("kabiddag");
            Assert.Equal(HttpStatusCode.NotFound, (await after.GoAsync($"/berkas/{other}")).Status);
            Assert.Equal("SK004", await site.RefusedAsync(Line(other, "kabiddag", "now() + interval '4 days'")));
        }
        finally
        {
            site.Clock.Move(start - site.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task A_stand_in_does_nothing_on_his_own_dossier_and_nobody_stands_in_for_him()
    {
        var own = await site.DossierAtAsync(Step.Validate, "kabidind");
        await RecordAsync("Plt", "Hj. Nurlaila Hasanah, S.P., M.P.", "Hairul Anwar, S.T., M.T.", days: 30);
        await RecordAsync("Pengganti", "Hairul Anwar, S.T., M.T.", "Eko Prasetyo, S.Si.", days: 30);
        using var plt = await site.SignInAsync("kabidind");
        Assert.Equal(HttpStatusCode.Forbidden, (await plt.GoAsync($"/berkas/{own}/validasi")).Status);
        Assert.Equal("SK004", await site.RefusedAsync(Line(own, "kabidind", "now()")));

        // What he may do for another does not pass on to who acts for him.
        var third = await site.DossierAtAsync(Step.Validate, "kabiddag");
        Assert.Equal(HttpStatusCode.OK, (await plt.GoAsync($"/berkas/{third}/validasi")).Status);
        using var chained = await site.SignInAsync("penera");
        Assert.Equal(HttpStatusCode.NotFound, (await chained.GoAsync($"/berkas/{third}/validasi")).Status);
    }

    [Fact]
    public async Task A_penugasan_is_kept_as_it_was_and_names_that_fit_several_are_refused()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync("/penugasan")).PressAsync("Catat penugasan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(7, page.Errors.Count);
        page = await Filled(page, "Plt", "Ir. Bambang Suryadi, M.M.", "a", 3).PressAsync("Catat penugasan");
        Assert.Contains("Ada lebih dari satu", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await Filled(page, "Plt", "Ir. Bambang Suryadi, M.M.", "Ir. Bambang Suryadi, M.M.", 3).PressAsync("Catat penugasan");
        Assert.Contains("orang lain", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await Filled(page, "Plt", "Muhammad Yasin, S.A.P.", "Rina Marlina, S.E.", 3).Fill("Tanggal surat", "0001-01-01")
            .PressAsync("Catat penugasan");
        Assert.Contains("antara 1 Januari 2000 dan hari ini", Assert.Single(page.Errors), StringComparison.Ordinal);

        // A part of a name is completed and shown; it is taken with the second press.
        page = await Filled(page, "Plt", "yasin", "rina marlina, s.e.", 3).PressAsync("Catat penugasan");
        Assert.Equal(
            "“yasin” dibaca sebagai Muhammad Yasin, S.A.P., Kepala Subbagian Umum dan Kepegawaian. Bila benar, simpan lagi; bila bukan, tulis nama lain.",
            Assert.Single(page.Errors));
        Assert.Equal("Muhammad Yasin, S.A.P.", page.Value("Pejabat yang digantikan"));
        Assert.Equal("rina marlina, s.e.", page.Value("Pelaksana"));
        await RecordAsync("Plt", "Muhammad Yasin, S.A.P.", "Rina Marlina, S.E.", days: 1);
        Assert.Equal("SK001", await site.RefusedAsync("update penugasan set selesai = selesai + 30"));
        Assert.Equal("SK001", await site.RefusedAsync("delete from penugasan"));
        // One that ended by itself is not ended once more.
        var over = await site.AskAsync(async db =>
        {
            var today = Tanggal.DiWita(site.Clock.GetUtcNow());
            var past = db.Penugasan.Add(new(Domain.People.JenisPenugasan.Plh, site.People["kauptd"].PegawaiId!.Value,
                site.People["juru"].PegawaiId!.Value, "800/1", today.AddDays(-9), today.AddDays(-9), today.AddDays(-1), "Cuti")).Entity;
            await db.SaveChangesAsync();
            return past.Id;
        });
        var ended = await admin.PostAsync("/penugasan?handler=End", "/penugasan", ("penugasan", $"{over}"));
        Assert.Equal("Penugasan itu sudah berakhir.", ended.Done);
        page = await (await admin.GoAsync("/penugasan")).PressAsync("Akhiri sekarang: Rina Marlina, S.E., Plt. " + await OfficeAsync("kasubbag2"));
        Assert.Contains("diakhiri sekarang", page.Done, StringComparison.Ordinal);
        using var kadis = await site.SignInAsync("kadis");
        Assert.False((await kadis.GoAsync("/penugasan")).HasButton("Catat penugasan"));
        Assert.Equal(HttpStatusCode.Forbidden, (await kadis.PostAsync("/penugasan?handler=End", "/penugasan", ("penugasan", "1"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await kadis.PostAsync("/penugasan", "/penugasan",
            ("Input.Jenis", "Plh"), ("Input.Menggantikan", "Supian Noor"), ("Input.Pelaksana", "H. Marzuki, S.E."), ("Input.NomorSk", "1"),
            ("Input.TanggalSk", "2026-01-01"), ("Input.Mulai", "2026-01-01"), ("Input.Alasan", "x"))).Status);
    }

    [Fact]
    public async Task The_two_people_of_a_penugasan_see_it_and_the_dossier_names_who_acts()
    {
        var waiting = await site.DossierAtAsync(Step.Validate, "penera");
        var archived = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Archive, "pelaksanadag", site.Period);
            await play.PerformAsync(dossier);
            return dossier.Id;
        });
        await RecordAsync("Plh", "Dra. Hj. Masniah", "Supian Noor", days: 3);
        foreach (var (who, head) in new[] { ("kabiddag", "Digantikan Plh. Supian Noor"), ("juru", "Penugasan Anda") })
        {
            using var one = await site.SignInAsync(who);
            var page = await one.GoAsync("/");
            Assert.Contains(head, page.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
            page = await one.GoAsync("/penugasan");
            Assert.Contains("800/", page.Text, StringComparison.Ordinal);
            Assert.Contains("Dra. Hj. Masniah", page.Text, StringComparison.Ordinal);
            Assert.False(page.HasButton("Catat penugasan"));
            page = await one.GoAsync($"/berkas/{waiting}");
            Assert.Contains("Digantikan Plh. Supian Noor", page.Text, StringComparison.Ordinal);
        }

        // Standing in is for what waits: what has ended stays with those who were there.
        using var plh = await site.SignInAsync("juru");
        Assert.Equal(HttpStatusCode.NotFound, (await plh.GoAsync($"/berkas/{archived}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await plh.GoAsync($"/berkas/{archived}/hasil")).Status);
        Assert.DoesNotContain(site.People["pelaksanadag"].Nama, (await plh.GoAsync("/berkas")).Text, StringComparison.Ordinal);
        using var other = await site.SignInAsync("pppkkop");
        Assert.Contains("Belum ada penugasan yang menyangkut Anda", (await other.GoAsync("/penugasan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stand_in_writes_notes_while_something_waits_and_reads_none_of_what_was_archived()
    {
        var (open, closed) = await site.PlayAsync(async play =>
        {
            var measured = await play.DossierAtAsync(Step.Validate, "keamanan", site.Period);
            await play.BringToAsync(measured, Step.Archive);
            await play.PerformAsync(measured);
            return ((await play.AgreedPlanAsync("juru", site.Period)).Id, measured.AsnId);
        });
        var archived = await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == closed && p.PeriodId == site.Period.Id)
            .Select(p => p.Id).SingleAsync());
        await RecordAsync("Plh", site.People["kauptd"].Nama, site.People["kabidind"].Nama, days: 3);
        using var plh = await site.SignInAsync("kabidind");

        var page = await plh.GoAsync($"/skp/{open}/catatan");
        Assert.True(page.Text.Contains($"hanya dibaca Anda, {site.People["juru"].Nama} dan {site.People["kauptd"].Nama}", StringComparison.Ordinal), page.Text);
        page = await page.Fill("Tanggal", "2026-02-02").Fill("Uraian", "Memimpin apel dengan tertib.").PressAsync("Catat");
        Assert.Contains("Anda mencatat sebagai Plh.", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Tanggal", $"{Tanggal.DiWita(site.Clock.GetUtcNow()):yyyy-MM-dd}").Fill("Uraian", "Memimpin apel dengan tertib.").PressAsync("Catat");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        Assert.Contains($"{site.People["kabidind"].Nama} (Plh. ", page.Text, StringComparison.Ordinal);
        Assert.Contains(site.People["juru"].Nama, (await plh.GoAsync("/skp/catatan")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "", "/catatan", "/formulir", "/buku-catatan" })
        {
            Assert.Equal(HttpStatusCode.OK, (await plh.GoAsync($"/skp/{open}{path}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await plh.GoAsync($"/skp/{archived}{path}")).Status);
        }

        Assert.DoesNotContain(site.People["keamanan"].Nama, (await plh.GoAsync("/skp/catatan")).Text, StringComparison.Ordinal);
        using var atasan = await site.SignInAsync("kauptd");
        Assert.Contains($"dan {site.People["kabidind"].Nama}", (await atasan.GoAsync($"/skp/{open}/catatan")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await atasan.GoAsync($"/skp/{archived}/catatan")).Status);
        string Note(string by, long plan) => "insert into plan_notes (plan_id, no, date, text, author_id, author_nama, at) select "
            + $"{plan}, (select coalesce(max(no), 0) + 1 from plan_notes where plan_id = {plan}), '{site.Period.Mulai:yyyy-MM-dd}', 'x', "
            + $"{site.People[by].PegawaiId}, 'x', '{site.Clock.GetUtcNow():O}'";
        Assert.Null(await site.RefusedAsync(Note("kabidind", open)));
        Assert.Equal("SK004", await site.RefusedAsync(Note("kadis", open)));
        Assert.Equal("SK001", await site.RefusedAsync(Note("kauptd", archived)));
    }

    private async Task RecordAsync(string kind, string instead, string by, int days)
    {
        using var admin = await site.SignInAsync("admin");
        var page = await Filled(await admin.GoAsync("/penugasan"), kind, instead, by, days).PressAsync("Catat penugasan");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
    }

    private Visit Filled(Visit page, string kind, string instead, string by, int days)
    {
        var today = Tanggal.DiWita(site.Clock.GetUtcNow());
        return page.Fill("Jenis penugasan", kind).Fill("Pejabat yang digantikan", instead).Fill("Pelaksana", by)
            .Fill("Nomor surat penugasan", "800/12").Fill("Tanggal surat", $"{today:yyyy-MM-dd}").Fill("Mulai", $"{today:yyyy-MM-dd}")
            .Fill("Sampai dengan (boleh kosong)", $"{today.AddDays(days):yyyy-MM-dd}").Fill("Alasan", "Cuti tahunan");
    }

    private Task<string> OfficeAsync(string userName) => site.AskAsync(db => db.Pegawai
        .Where(p => p.Id == site.People[userName].PegawaiId).Select(p => p.Jabatan).SingleAsync());

    private string Line(long dossier, string who, string at) => $"""
        insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", "to", at, stand_in)
        select {dossier}, (select max(no) + 1 from history where dossier_id = {dossier}), {site.People[who].PegawaiId}, 'x',
            'AtasanLangsung', 'Completed', 4, 5, {at},
            jsonb_build_object('PenugasanId', (select max(id) from penugasan where pelaksana_id = {site.People[who].PegawaiId}))
        """;

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
