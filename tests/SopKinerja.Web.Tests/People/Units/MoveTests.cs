using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Schema;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People.Units;

/// <summary>A unit goes under another with all that is in it: seen before, done in one act, told in the log of changes.</summary>
public sealed class MoveTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Press = "Pindahkan beserta isinya";

    [Fact]
    public async Task A_unit_moves_with_what_is_in_it_and_its_head_gets_the_head_of_the_new_one()
    {
        var (rating, issued) = (
            await site.DossierAtAsync(Step.Validate, "analis"), await site.DossierAtAsync(Step.Sign, "analis2"));
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync($"/unit/{await IdAsync("PEP")}")).FollowAsync(Press);
        page = await admin.GoAsync($"{page.Url.AbsolutePath}?ke={await IdAsync("DAG")}");
        Assert.Contains("1 unit dengan 3 pegawai, ke bawah Bidang Perdagangan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rina Marlina, S.E.: dari Gusti Rahmadi, S.Sos., M.A.P. menjadi Dra. Hj. Masniah", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 berkas yang belum disetujui berganti pihak, bila pejabat penilai itu diganti: Dewi Safitri, S.Kom.", page.Text,
            StringComparison.Ordinal);
        Assert.Contains("1 berkas lain dari unit-unit itu", page.Text, StringComparison.Ordinal);

        page = await page.PressAsync(Press);

        Assert.Equal("Subbagian Perencanaan dan Pelaporan beserta isinya sudah dipindahkan ke bawah Bidang Perdagangan.", page.Done);
        Assert.Contains("mengubah unit di atasnya dari “Sekretariat” menjadi “Bidang Perdagangan”.", page.Text, StringComparison.Ordinal);
        Assert.Contains("mengubah pejabat penilai dari “Gusti Rahmadi, S.Sos., M.A.P.” menjadi “Dra. Hj. Masniah”.",
            (await admin.GoAsync($"/pegawai/{Id("kasubbag")}")).Text, StringComparison.Ordinal);
        var people = await site.AskAsync(db => db.Pegawai.AsNoTracking().ToDictionaryAsync(p => p.Id));
        Assert.Equal((Id("kabiddag"), Id("kasubbag")), (people[Id("kasubbag")].AtasanId, people[Id("analis")].AtasanId));
        Assert.Equal(await IdAsync("DAG"), await site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == "PEP").Select(u => u.IndukId).SingleAsync()));
        var dossiers = await site.AskAsync(db => db.Dossiers.AsNoTracking().ToDictionaryAsync(d => d.Id));
        Assert.Equal(Id("kabiddag"), dossiers[rating].AtasanPejabatPenilaiId);
        Assert.Equal(Id("sekretaris"), dossiers[issued].AtasanPejabatPenilaiId);
    }

    [Fact]
    public async Task Without_the_tick_nobody_gets_another_and_units_below_come_along()
    {
        using var admin = await site.SignInAsync("admin");
        var (sekre, kop) = (await IdAsync("SEKRE"), await IdAsync("KOP"));
        var page = await admin.GoAsync($"/unit/{sekre}/pindah?ke={kop}");
        Assert.Contains("Subbagian Umum dan Kepegawaian: 3 pegawai; unit di atasnya tetap", page.Text, StringComparison.Ordinal);
        var lines = await ChangesAsync();

        page = await page.Tick("Ganti juga pejabat penilai kepalanya menjadi Ir. Bambang Suryadi, M.M.", on: false).PressAsync(Press);

        Assert.NotNull(page.Done);
        Assert.Equal(lines + 1, await ChangesAsync());
        Assert.Equal(Id("kadis"), await AtasanAsync("sekretaris"));
        Assert.Equal(sekre, await site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == "UMPEG").Select(u => u.IndukId).SingleAsync()));
        await MoveBackAsync("SEKRE", "DINAS");
    }

    [Fact]
    public async Task It_never_goes_under_itself_or_what_is_below_or_where_it_is()
    {
        using var admin = await site.SignInAsync("admin");
        var (sekre, pep, dinas) = (await IdAsync("SEKRE"), await IdAsync("UMPEG"), await IdAsync("DINAS"));
        var page = await admin.GoAsync($"/unit/{sekre}/pindah");
        Assert.DoesNotContain("Subbagian Umum", page.Page.QuerySelector("main select")!.TextContent, StringComparison.Ordinal);
        Assert.False(page.HasButton(Press));
        foreach (var (ke, sentence) in new[]
        {
            (sekre, "di bawah dirinya sendiri"), (pep, "berada di bawah unit yang sedang diubah"), (dinas, "sudah berada di bawah unit itu"),
            (999_999, "tidak ada dalam daftar"),
        })
        {
            page = await admin.GoAsync($"/unit/{sekre}/pindah?ke={ke}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
            page = await admin.PostAsync($"/unit/{sekre}/pindah?ke={ke}", $"/unit/{sekre}", ("Input.Seen", "x"), ("Input.Atasan", "true"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        }

        Assert.Equal(dinas, await site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == "SEKRE").Select(u => u.IndukId).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync("/unit/999999/pindah")).Status);
    }

    [Fact]
    public async Task What_has_changed_since_it_was_seen_is_told_and_nothing_moves()
    {
        using var admin = await site.SignInAsync("admin");
        var (ind, dag) = (await IdAsync("IND"), await IdAsync("DAG"));
        var page = await admin.GoAsync($"/unit/{ind}/pindah?ke={dag}");
        await site.AskAsync(async db =>
        {
            db.Pegawai.Add(new("199001012020121001", new("Orang Baru", "II/a", "Staf", JenisJabatan.Pelaksana, ind, Id("kabidind"))));
            return await db.SaveChangesAsync();
        });

        page = await page.PressAsync(Press);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("belum disimpan", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("1 unit dengan 4 pegawai", page.Text, StringComparison.Ordinal);
        Assert.Equal(await IdAsync("DINAS"), await site.AskAsync(db => db.UnitKerja.Where(u => u.Id == ind).Select(u => u.IndukId).SingleAsync()));

        // What is seen now may be done.
        page = await page.PressAsync(Press);
        Assert.NotNull(page.Done);
        Assert.Equal(Id("kabiddag"), await AtasanAsync("kabidind"));
        await MoveBackAsync("IND", "DINAS");
    }

    [Fact]
    public async Task A_circle_that_another_closes_at_the_same_moment_is_a_sentence_and_nothing_is_half_done()
    {
        using var admin = await site.SignInAsync("admin");
        var (pasar, umpeg) = (await IdAsync("PASAR"), await IdAsync("UMPEG"));
        var page = await admin.GoAsync($"/unit/{pasar}/pindah?ke={umpeg}");
        var (lines, atasan) = (await ChangesAsync(), await AtasanAsync("kauptd"));
        await using var another = await AtOnce.BeginAsync(site.ConnectionString, $"update unit_kerja set induk_id = {pasar} where id = {umpeg}");

        var moving = page.PressAsync(Press);
        await another.CommitOnceAwaitedAsync(moving);
        page = await moving;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("baru saja dipindahkan ke bawah unit ini", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal((lines, atasan), (await ChangesAsync(), await AtasanAsync("kauptd")));
        await MoveBackAsync("UMPEG", "SEKRE");
    }

    [Fact]
    public async Task When_another_changes_the_head_at_the_same_moment_the_unit_does_not_move_either()
    {
        using var admin = await site.SignInAsync("admin");
        var (pasar, ind) = (await IdAsync("PASAR"), await IdAsync("IND"));
        var page = await admin.GoAsync($"/unit/{pasar}/pindah?ke={ind}");
        var lines = await ChangesAsync();
        await using var another = await AtOnce.BeginAsync(
            site.ConnectionString, $"update pegawai set jabatan = 'Kepala UPTD Pasar' where id = {Id("kauptd")}");

        var moving = page.PressAsync(Press);
        await another.CommitOnceAwaitedAsync(moving);
        page = await moving;

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal((lines, Id("kadis")), (await ChangesAsync(), await AtasanAsync("kauptd")));
        Assert.Equal(
            await IdAsync("DINAS"), await site.AskAsync(db => db.UnitKerja.Where(u => u.Id == pasar).Select(u => u.IndukId).SingleAsync()));
    }

    [Fact]
    public async Task Who_rates_the_head_of_the_new_unit_is_not_put_below_him()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync($"/unit/{await IdAsync("KOP")}/pindah?ke={await IdAsync("IND")}");
        Assert.Contains("Ganti juga pejabat penilai", page.Text, StringComparison.Ordinal);
        await site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id("kabidind")).ExecuteUpdateAsync(p => p.SetProperty(x => x.AtasanId, Id("kabidkop"))));
        page = await admin.GoAsync($"/unit/{await IdAsync("KOP")}/pindah?ke={await IdAsync("IND")}");
        Assert.DoesNotContain("Ganti juga pejabat penilai", page.Text, StringComparison.Ordinal);
        Assert.Contains("tidak dapat menjadi pejabat penilainya", page.Text, StringComparison.Ordinal);
        await site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id("kabidind")).ExecuteUpdateAsync(p => p.SetProperty(x => x.AtasanId, Id("kadis"))));
    }

    [Fact]
    public async Task Nobody_but_the_administrator_moves_a_unit()
    {
        var (kop, ind) = (await IdAsync("KOP"), await IdAsync("IND"));
        foreach (var who in new[] { "auditor", "kadis", "kasubbag2" })
        {
            using var visitor = await site.SignInAsync(who);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GoAsync($"/unit/{kop}/pindah?ke={ind}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync($"/unit/{kop}/pindah?ke={ind}", "/sesi-saya", ("Input.Seen", "x"))).Status);
        }

        using var auditor = await site.SignInAsync("auditor");
        Assert.DoesNotContain(Press, (await auditor.GoAsync($"/unit/{kop}")).Text, StringComparison.Ordinal);
    }

    private int Id(string userName) => site.People[userName].PegawaiId!.Value;

    private Task<int> IdAsync(string kode) => site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == kode).Select(u => u.Id).SingleAsync());

    private Task<int?> AtasanAsync(string userName) =>
        site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id(userName)).Select(p => p.AtasanId).SingleAsync());

    private Task<int> ChangesAsync() => site.AskAsync(db => db.Changes.CountAsync());

    private async Task MoveBackAsync(string kode, string induk)
    {
        var id = await IdAsync(induk);
        await site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == kode).ExecuteUpdateAsync(u => u.SetProperty(x => x.IndukId, id)));
    }
}
