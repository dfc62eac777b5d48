using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>Step 5e: a result without the signature of the rated person, who keeps the right to object until its last day.</summary>
public sealed class PenetapanTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Propose = "Usulkan penetapan";
    private static readonly byte[] Pdf = "%PDF-1.4 %%EOF"u8.ToArray();

    [Fact]
    public async Task Who_is_said_to_refuse_reads_why_and_may_still_object()
    {
        var id = await AtSignAsync("pelaksanadag");
        using var kasubbag = await site.SignInAsync("kasubbag");
        var page = await Filled(await kasubbag.GoAsync($"/berkas/{id}/usulkan-penetapan"), "Menolak menandatangani", Today).PressAsync(Propose);
        Assert.Contains("dikirim untuk ditetapkan", page.Done, StringComparison.Ordinal);
        var last = (await DossierAsync(id)).LastDayToObject!.Value;

        using var asn = await site.SignInAsync("pelaksanadag");
        Assert.Contains($"ajukan keberatan paling lambat {Tanggal.Tampil(last)}", (await asn.GoAsync("/")).Text, StringComparison.Ordinal);
        page = await asn.GoAsync($"/berkas/{id}");
        Assert.Contains("Menolak di hadapan dua saksi", page.Text, StringComparison.Ordinal);
        Assert.Contains("masih dapat mengajukan keberatan", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await page.FollowAsync("Buka buktinya: penolakan.pdf")).Status);

        using var above = await site.SignInAsync("kadis");
        page = await above.GoAsync($"/berkas/{id}/penetapan");
        Assert.True(page.Text.Contains("Hasilnya dapat ditetapkan mulai", StringComparison.Ordinal), page.Text);
        Assert.Equal("SK002", await site.RefusedAsync(Line(id, "kadis", "AtasanPejabatPenilai", "Determined", 5, 6)));

        page = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan/keberatan"))
            .Fill("Alasan keberatan", "Saya tidak menolak; nilai kegiatan 2 menurut saya keliru.")
            .Attach("Bukti (boleh kosong)", "berita acara.pdf", Pdf).PressAsync("Kirim keberatan");
        Assert.True(page.Done is not null, $"{page.Status} {string.Join(' ', page.Errors)} {page.Text}");
        var dossier = await DossierAsync(id);
        Assert.Equal((Substep.Tanggapan, null), (dossier.Substep, dossier.PenetapanGround));

        // What was said of him stays on record with its paper, and an objection that is taken back keeps its own.
        Assert.Equal(PenetapanReason.Refused, Assert.Single(dossier.FallenGrounds!).Reason);
        page = await asn.GoAsync($"/berkas/{id}");
        Assert.Contains("Usul penetapan yang gugur", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await page.FollowAsync("penolakan.pdf")).Status);
        page = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan/tarik-keberatan")).Fill("Alasan penarikan", "Sudah dijelaskan atasan.")
            .PressAsync("Tarik kembali keberatan");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        page = await asn.GoAsync($"/berkas/{id}/tanda-tangan/keberatan");
        Assert.Contains("nilai kegiatan 2 menurut saya keliru", page.Value("Alasan keberatan"), StringComparison.Ordinal);
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        Assert.DoesNotContain(await new LedgerCheck(connection, _ => { }).RunAsync(CancellationToken.None),
            fault => fault.Contains("Bukti dukung", StringComparison.Ordinal));
        Assert.Equal("SK001", await site.RefusedAsync($"update dossiers set fallen_grounds = null where id = {id}"));
    }

    [Fact]
    public async Task Who_is_said_to_refuse_may_come_and_sign_until_the_last_day()
    {
        var (id, late) = (await AtSignAsync("bendahara"), await AtSignAsync("analisdag"));
        using var kasubbag = await site.SignInAsync("kasubbag");
        foreach (var each in new[] { id, late })
        {
            await Filled(await kasubbag.GoAsync($"/berkas/{each}/usulkan-penetapan"), "Menolak menandatangani", Today).PressAsync(Propose);
        }

        using (var other = await site.SignInAsync("kasubbag2"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GoAsync($"/berkas/{id}/tanda-tangan/bersedia")).Status);
        }

        using var asn = await site.SignInAsync("bendahara");
        Assert.Contains("pilih Bersedia menandatangani, paling lambat", (await asn.GoAsync("/")).Text, StringComparison.Ordinal);
        var page = await (await asn.GoAsync($"/berkas/{id}")).FollowAsync("Bersedia menandatangani");
        Assert.Contains("Menolak di hadapan dua saksi", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Bersedia menandatangani");
        Assert.True(page.Done is not null, page.Text);
        Assert.Contains("Anda bersedia menandatangani", page.Done, StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal((Substep.None, null, 1), (dossier.Substep, dossier.PenetapanGround, dossier.FallenGrounds!.Count));
        Assert.Contains("menyatakan bersedia menandatangani", dossier.History[^1].Sentence, StringComparison.Ordinal);
        // What he is said to have refused lies after that day.
        page = await Filled(await kasubbag.GoAsync($"/berkas/{id}/usulkan-penetapan"), "Menolak menandatangani", Today).PressAsync(Propose);
        Assert.Contains("harus antara", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan")).WithoutObjection().Fill("Kata sandi akun Anda", site.Password)
            .PressAsync("Nyatakan telah menerima hasil");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        Assert.Equal(Step.Duplicate, (await DossierAsync(id)).Step);

        var start = site.Clock.GetUtcNow();
        try
        {
            site.Clock.Move(TimeSpan.FromDays(15));
            using var tardy = await site.SignInAsync("analisdag");
            page = await tardy.GoAsync($"/berkas/{late}/tanda-tangan/bersedia");
            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.Contains("hanya dapat ditandatangani sampai", page.Text, StringComparison.Ordinal);
            Assert.Equal("SK002", await site.RefusedAsync(Line(late, "analisdag", "Asn", "Reconsidered", 5, 5)
                .Replace("now()", "now() + interval '15 days'", StringComparison.Ordinal)
                + $"; update dossiers set substep = 0, penetapan_ground = null, fallen_grounds = jsonb_build_array(penetapan_ground) where id = {late}"));
        }
        finally
        {
            site.Clock.Move(start - site.Clock.GetUtcNow());
        }

        Assert.Null(await site.RefusedAsync(Line(late, "analisdag", "Asn", "Reconsidered", 5, 5)
            + $"; update dossiers set substep = 0, penetapan_ground = null, fallen_grounds = jsonb_build_array(penetapan_ground) where id = {late}"));
    }

    [Fact]
    public async Task Nobody_with_an_account_is_said_to_be_without_one()
    {
        var id = await AtSignAsync("penyuluhind");
        using var kasubbag = await site.SignInAsync("kasubbag");
        var page = await Filled(
            await kasubbag.GoAsync($"/berkas/{id}/usulkan-penetapan"), "Tanpa akun: menerima hasil di atas kertas", Today).PressAsync(Propose);
        Assert.Contains("mempunyai akun yang aktif, jadi dapat menandatangani sendiri", Assert.Single(page.Errors), StringComparison.Ordinal);

        var propose = Line(id, "kasubbag2", "Kasubbag", "Proposed", 5, 5, 5).Replace("at)", "at, reason)", StringComparison.Ordinal)
            .Replace("now()", "now(), 'x'", StringComparison.Ordinal) + $$"""
            ; update dossiers set substep = 5, penetapan_ground = '{"Reason": "WithoutAccount", "Date": "{{Today:yyyy-MM-dd}}"}' where id = {{id}}
            """;
        Assert.Equal("SK002", await site.RefusedAsync(propose));
        await site.SetOpenAsync("penyuluhind", false);
        Assert.Null(await site.RefusedAsync(propose));
        page = await Filled(
            await kasubbag.GoAsync($"/berkas/{id}/usulkan-penetapan"), "Tanpa akun: menerima hasil di atas kertas", Today).PressAsync(Propose);
        Assert.NotNull(page.Done);
    }

    [Fact]
    public async Task An_ending_happened_while_he_was_measured_and_a_refusal_after_the_result_came()
    {
        var id = await AtSignAsync("penggerak");
        using var kasubbag = await site.SignInAsync("kasubbag");
        var page = await kasubbag.GoAsync($"/berkas/{id}/usulkan-penetapan");
        page = await Filled(page, "Pensiun", new(1990, 1, 1)).PressAsync(Propose);
        Assert.Equal("Tanggal kejadian untuk “Pensiun” harus antara 1 Januari 2026 dan hari ini.", Assert.Single(page.Errors));
        page = await Filled(page, "Pensiun", Today.AddDays(1)).PressAsync(Propose);
        Assert.Contains("dan hari ini", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await Filled(page, "Menolak menandatangani", Today.AddDays(-300)).PressAsync(Propose);
        Assert.Contains("Menolak menandatangani", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await Filled(page, "Meninggal dunia", Today).PressAsync(Propose);
        Assert.Contains("mempunyai akun yang masih terbuka. Minta administrator menutupnya", Assert.Single(page.Errors), StringComparison.Ordinal);
        await site.SetOpenAsync("penggerak", false);
        page = await Filled(page, "Meninggal dunia", Today).PressAsync(Propose);
        Assert.NotNull(page.Done);

        // The dead object no more, so nothing waits for the days.
        Assert.DoesNotContain("Batas keberatan", page.Text, StringComparison.Ordinal);
        using var above = await site.SignInAsync("kadis");
        Assert.DoesNotContain("Hasilnya dapat ditetapkan mulai", (await above.GoAsync($"/berkas/{id}/penetapan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_would_determine_the_result_leaves_the_proposal_to_another()
    {
        var id = await AtSignAsync("juru");
        var above = (await DossierAsync(id)).AtasanPejabatPenilaiId!.Value;
        var who = site.People.Single(p => p.Value.PegawaiId == above).Key;
        const string Ground = """
            ; update dossiers set substep = 5, penetapan_ground = '{"Reason": "Died", "Date": "2026-11-01"}' where id =
            """;
        Assert.Equal("SK004", await site.RefusedAsync(Line(id, who, "Sekretaris", "Proposed", 5, 5, 5) + Ground + id));
        Assert.Equal("SK004", await site.RefusedAsync(Line(id, who, "Kasubbag", "Delivered", 5, 5)));
        Assert.Equal("SK002", await site.RefusedAsync(
            Line(id, "kasubbag2", "Kasubbag", "Proposed", 5, 5, 5).Replace("at)", "at, reason)", StringComparison.Ordinal)
                .Replace("now()", "now(), 'x'", StringComparison.Ordinal) + Ground + id));
        await site.SetOpenAsync("juru", false);
        Assert.Null(await site.RefusedAsync(
            Line(id, "kasubbag2", "Kasubbag", "Proposed", 5, 5, 5).Replace("at)", "at, reason)", StringComparison.Ordinal)
                .Replace("now()", "now(), 'x'", StringComparison.Ordinal) + Ground + id));
    }

    private static Visit Filled(Visit page, string why, DateOnly day) => page.Tick(why).Fill("Tanggal kejadian", $"{day:yyyy-MM-dd}")
        .Fill("Penjelasan", "Menolak di hadapan dua saksi.").Attach("Bukti", "penolakan.pdf", Pdf);

    private string Line(long id, string who, string capacity, string move, int from, int to, int toSubstep = 0) =>
        "insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, \"from\", from_substep, \"to\", to_substep, at) select "
        + $"{id}, max(no) + 1, {site.People[who].PegawaiId}, 'x', '{capacity}', '{move}', {from}, "
        + $"(select substep from dossiers where id = {id}), {to}, {toSubstep}, now() from history where dossier_id = {id}";

    private DateOnly Today => Tanggal.DiWita(site.Clock.GetUtcNow());

    private async Task<long> AtSignAsync(string userName)
    {
        var id = await site.DossierAtAsync(Step.Sign, userName);
        using var asn = await site.SignInAsync(userName);
        await asn.GoAsync($"/berkas/{id}");
        return id;
    }

    private Task<Dossier> DossierAsync(long id) => site.AskAsync(
        db => db.Dossiers.AsNoTracking().Include(d => d.Period).Include(d => d.History).SingleAsync(d => d.Id == id));
}
