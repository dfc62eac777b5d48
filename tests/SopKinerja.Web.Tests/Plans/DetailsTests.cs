using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

public sealed class DetailsTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Tick = "Saya sudah membaca semua target di atas dan menyetujuinya";

    [Fact]
    public async Task The_atasan_agrees_after_ticking_and_the_plan_is_locked_for_everybody()
    {
        var id = await ProposedAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");
        var page = await (await atasan.GoAsync($"/skp/{id}")).Tick(Tick).PressAsync("Setujui SKP");
        Assert.Equal(
            ["SKP periode ini seharusnya disetujui paling lambat 31 Januari 2026. Menyetujuinya sesudah itu diperbolehkan bila ada alasannya, "
                + "misalnya pegawai baru menduduki jabatannya. Tulis alasannya, paling sedikit 10 karakter."], page.Errors);
        page = await (await atasan.GoAsync($"/skp/{id}")).PressAsync("Setujui SKP");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Centang", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await page.Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.").Tick(Tick)
            .PressAsync("Setujui SKP");

        Assert.Contains("disetujui dan terkunci", page.Done, StringComparison.Ordinal);
        Assert.Contains("Ir. Bambang Suryadi, M.M. menyetujui SKP", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Setujui SKP"));
        var plan = await PlanAsync(id);
        Assert.Equal((PlanState.Agreed, site.Clock.GetUtcNow()), (plan.State, plan.AgreedAt));

        using var asn = await site.SignInAsync("penyuluh");
        Assert.Equal(HttpStatusCode.Conflict, (await asn.GoAsync($"/skp/{id}/susun")).Status);
        page = await asn.GoAsync($"/skp/{id}");
        Assert.True(page.Button("Susun dan ajukan SKP").IsDisabled);
        Assert.Contains("SKP ini sudah disetujui dan terkunci.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update plans set content = content || '{\"Kegiatan\": []}' where id = @id", "SK001")]
    [InlineData("update plans set atasan_id = 1 where id = @id", "SK003")]
    [InlineData("update plans set atasan_id = 1, agreed_at = null, state = 'Draft', lines = lines + 1 where id = @id", "SK001")]
    [InlineData("delete from plans where id = @id", "SK001")]
    public async Task The_database_refuses_to_change_an_agreed_plan(string sql, string state)
    {
        var person = site.People["pelaksanakop"].PegawaiId;
        var id = await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == person).Select(p => p.Id).SingleOrDefaultAsync());
        id = id > 0 ? id : await site.PlayAsync(async play => (await play.AgreedPlanAsync("pelaksanakop", site.Period)).Id);
        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("id", id);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(state, refusal.SqlState);
    }

    [Fact]
    public async Task An_agreed_plan_is_opened_again_for_leave_and_what_was_agreed_is_kept_aside()
    {
        var plan = await site.PlayAsync(play => play.AgreedPlanAsync("kasubbag2", site.Kinerja));
        await site.AskAsync(async db =>
        {
            db.Keadaan.Add(new(
                site.Kinerja.Id, plan.PegawaiId, Domain.People.JenisKeadaan.Cuti, new(2026, 3, 1), new(2026, 5, 31), "Cuti besar", null));
            return await db.SaveChangesAsync();
        });
        using var atasan = await site.SignInAsync("sekretaris");
        using var asn = await site.SignInAsync("kasubbag2");
        Assert.Contains(
            "Cuti 1 Maret s.d. 31 Mei 2026, Cuti besar.", (await asn.GoAsync($"/skp/{plan.Id}")).Text, StringComparison.Ordinal);
        Assert.False((await asn.GoAsync($"/skp/{plan.Id}")).HasButton("Buka untuk direvisi"));

        var page = await (await atasan.GoAsync($"/skp/{plan.Id}")).Fill("Alasan revisi", "cuti").PressAsync("Buka untuk direvisi");
        Assert.Contains("paling sedikit 10 karakter", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Alasan revisi", "Target disesuaikan dengan cuti besar.").PressAsync("Buka untuk direvisi");

        Assert.Contains("dibuka untuk direvisi", page.Done, StringComparison.Ordinal);
        Assert.Equal((PlanState.Draft, "Target disesuaikan dengan cuti besar."), (
            (await PlanAsync(plan.Id)).State, (await PlanAsync(plan.Id)).CameBack?.Reason));
        page = await asn.GoAsync($"/skp/{plan.Id}/rencana");
        Assert.Contains("Dibuka untuk direvisi oleh", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Ajukan ke atasan langsung");
        Assert.NotNull(page.Done);
        Assert.Null((await PlanAsync(plan.Id)).CameBack);
        Assert.Equal(1, await site.AskAsync(db => db.Database.SqlQuery<int>(
            $"""
            select count(*)::int as "Value" from plan_versions
            where plan_id = {plan.Id} and content ->> 'method' = 'PERMENPANRB_6_2022'
            """).SingleAsync()));
    }

    [Fact]
    public async Task While_a_dossier_of_it_runs_an_agreed_plan_stays_as_it_is()
    {
        var plan = await site.PlayAsync(async play =>
        {
            var agreed = await play.AgreedPlanAsync("penyuluh", site.Kinerja);
            await play.OpenAsync(agreed, 1);
            return agreed;
        });
        using var atasan = await site.SignInAsync("kabidkop");
        var page = await atasan.GoAsync($"/skp/{plan.Id}");
        Assert.Contains("sedang berjalan, jadi SKP belum dapat direvisi", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Buka untuk direvisi"));

        page = await atasan.PostAsync($"/skp/{plan.Id}?handler=Revise", "/kata-sandi", ("Alasan", "Tetap ingin merevisinya."), (
            "Version", $"{(await PlanAsync(plan.Id)).Version}"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(PlanState.Agreed, (await PlanAsync(plan.Id)).State);
    }

    [Fact]
    public async Task Somebody_who_studies_for_the_whole_period_needs_no_plan()
    {
        var person = site.People["keamanan"].PegawaiId!.Value;
        await site.AskAsync(async db =>
        {
            db.Keadaan.Add(new(
                site.Period.Id, person, Domain.People.JenisKeadaan.TugasBelajar, new(2025, 9, 1), new(2027, 8, 31),
                "Universitas Lambung Mangkurat", "SK 800/3"));
            db.Keadaan.Add(new(
                site.Kinerja.Id, person, Domain.People.JenisKeadaan.TugasBelajar, new(2026, 2, 1), new(2027, 8, 31),
                "Universitas Lambung Mangkurat", "SK 800/3"));
            return await db.SaveChangesAsync();
        });
        using var asn = await site.SignInAsync("keamanan");
        using var analis = await site.SignInAsync("analis");

        var page = await asn.GoAsync($"/skp/baru?periode={site.Period.Id}");
        Assert.Contains("tercatat tugas belajar sepanjang periode ini, jadi SKP dibuat tanpa kegiatan", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Buat SKP"));
        Assert.True(page.HasButton("Buat SKP tanpa kegiatan"));
        Assert.DoesNotContain(site.People["keamanan"].Nama, (await analis.GoAsync($"/skp?periode={site.Period.Id}&keadaan=Belum")).Text,
            StringComparison.Ordinal);
        Assert.True((await asn.GoAsync($"/skp/baru?periode={site.Kinerja.Id}")).HasButton("Buat SKP"));
    }

    [Fact]
    public async Task Giving_back_needs_a_reason_and_the_writer_reads_it()
    {
        var id = await ProposedAsync("penyuluhind");
        using var atasan = await site.SignInAsync("kabidind");
        foreach (var (typed, sentence) in new[]
        {
            ("", "paling sedikit 10 karakter"), ("   kurang   ", "paling sedikit 10 karakter"), (new string('a', 1001), "1001 karakter"),
            ("Target nomor\u0001 satu keliru", "tidak dapat dicetak"),
        })
        {
            var refused = await (await atasan.GoAsync($"/skp/{id}")).Fill("Alasan pengembalian", typed).PressAsync("Kembalikan SKP");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
            Assert.Equal(typed, refused.Value("Alasan pengembalian"));
        }

        Assert.Equal(PlanState.Proposed, (await PlanAsync(id)).State);
        var page = await (await atasan.GoAsync($"/skp/{id}"))
            .Fill("Alasan pengembalian", "Target nomor 1 <b>terlalu</b> rendah.").PressAsync("Kembalikan SKP");

        Assert.NotNull(page.Done);
        using var asn = await site.SignInAsync("penyuluhind");
        page = await (await asn.GoAsync("/skp")).FollowAsync("Perbaiki SKP Tahun 2026");
        Assert.Contains("Target nomor 1 <b>terlalu</b> rendah.", page.Text, StringComparison.Ordinal);
        await page.PressAsync("Ajukan ke atasan langsung");
        Assert.Null((await PlanAsync(id)).CameBack);
        Assert.Contains("mengembalikan SKP dengan alasan: Target nomor 1 <b>terlalu</b> rendah.", (await asn.GoAsync($"/skp/{id}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposed_plan_is_taken_back_with_a_reason_and_waits_for_a_new_superior_by_itself()
    {
        var id = await ProposedAsync("penggerak");
        var (person, present) = (site.People["penggerak"].PegawaiId, site.People["kabidind"].PegawaiId);
        using var admin = await site.SignInAsync("admin");
        Assert.NotNull((await (await admin.GoAsync($"/pegawai/{person}")).Fill("Pejabat penilai (atasan langsung)", $"{present}")
            .PressAsync("Simpan perubahan")).Done);
        var plan = await PlanAsync(id);
        Assert.Equal((PlanState.Proposed, present, PlanMove.Followed), (plan.State, (int?)plan.AtasanId, plan.History[^1].Move));
        using var left = await site.SignInAsync("kabidkop");
        Assert.Equal(HttpStatusCode.NotFound, (await left.GoAsync($"/skp/{id}")).Status);

        using var asn = await site.SignInAsync("penggerak");
        var page = await asn.GoAsync($"/skp/{id}");
        Assert.Contains("SopKinerja mengikuti data pegawai: atasan langsung dari", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Alasan penarikan", "pindah").PressAsync("Tarik kembali SKP");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("paling sedikit 10 karakter", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("pindah", page.Value("Alasan penarikan"));
        Assert.Equal(PlanState.Proposed, (await PlanAsync(id)).State);

        page = await page.Fill("Alasan penarikan", "Target harus disesuaikan dahulu.").PressAsync("Tarik kembali SKP");
        Assert.Contains("ditarik kembali", page.Done, StringComparison.Ordinal);
        Assert.Contains("menarik kembali SKP dengan alasan: Target harus disesuaikan dahulu.", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Tarik kembali SKP"));
        page = await (await page.FollowAsync("Susun dan ajukan SKP")).PressAsync("Ajukan ke atasan langsung");
        Assert.NotNull(page.Done);
        plan = await PlanAsync(id);
        Assert.Equal((PlanState.Proposed, present, null), (plan.State, (int?)plan.AtasanId, plan.CameBack));
        Assert.Matches("mengajukan SKP .* kepada .*menarik kembali SKP", (await asn.GoAsync($"/skp/{id}")).Text);
        using var atasan = await site.SignInAsync("kabidind");
        Assert.NotNull((await (await atasan.GoAsync($"/skp/{id}")).Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.").Tick(Tick)
            .PressAsync("Setujui SKP")).Done);
    }

    [Fact]
    public async Task A_plan_that_was_agreed_meanwhile_is_not_taken_back()
    {
        var id = await ProposedAsync("pelaksanaind");
        using var asn = await site.SignInAsync("pelaksanaind");
        using var atasan = await site.SignInAsync("kabidind");
        var read = await asn.GoAsync($"/skp/{id}");
        await (await atasan.GoAsync($"/skp/{id}")).Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.").Tick(Tick)
            .PressAsync("Setujui SKP");

        read = await read.Fill("Alasan penarikan", "Ada target yang ingin saya ubah.").PressAsync("Tarik kembali SKP");

        Assert.Equal(HttpStatusCode.Conflict, read.Status);
        Assert.Contains("sudah disetujui dan terkunci", Assert.Single(read.Errors), StringComparison.Ordinal);
        Assert.Equal(PlanState.Agreed, (await PlanAsync(id)).State);
    }

    [Fact]
    public async Task Nobody_agrees_to_targets_that_changed_since_they_were_read()
    {
        var id = await ProposedAsync("penera");
        using var atasan = await site.SignInAsync("kabiddag");
        using var asn = await site.SignInAsync("penera");
        var read = await atasan.GoAsync($"/skp/{id}");
        await (await atasan.GoAsync($"/skp/{id}"))
            .Fill("Alasan pengembalian", "Tambahkan satu kegiatan lagi.").PressAsync("Kembalikan SKP");
        await (await asn.GoAsync($"/skp/{id}/susun")).Fill("Uraian kegiatan 1", "Uraian yang baru").PressAsync("Ajukan ke atasan langsung");

        read = await read.Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.").Tick(Tick)
            .PressAsync("Setujui SKP");

        Assert.Equal(HttpStatusCode.Conflict, read.Status);
        Assert.Contains("sudah berubah", Assert.Single(read.Errors), StringComparison.Ordinal);
        Assert.Contains("Uraian yang baru", read.Text, StringComparison.Ordinal);
        Assert.Equal(PlanState.Proposed, (await PlanAsync(id)).State);
        Assert.NotNull((await read.Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.").Tick(Tick)
            .PressAsync("Setujui SKP")).Done);
    }

    [Theory]
    [InlineData("kabidkop", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("sekretaris", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("juru", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("analis", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("kasubbag", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("kadis", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    public async Task Only_the_atasan_agrees_and_outsiders_see_nothing(string userName, HttpStatusCode view, HttpStatusCode agree)
    {
        var person = site.People["juru"].PegawaiId;
        var id = await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == person).Select(p => p.Id).SingleOrDefaultAsync());
        id = id > 0 ? id : await ProposedAsync("juru");
        using var visitor = await site.SignInAsync(userName);

        var page = await visitor.GoAsync($"/skp/{id}");

        Assert.Equal(view, page.Status);
        Assert.Equal(view, (await visitor.GoAsync($"/skp/{id}/formulir")).Status);
        Assert.False(page.HasButton("Setujui SKP"));
        Assert.Equal(agree, (await visitor.PostAsync($"/skp/{id}?handler=Agree", "/kata-sandi", ("Setuju", "true"))).Status);
        Assert.Equal(
            agree, (await visitor.PostAsync($"/skp/{id}?handler=Return", "/kata-sandi", ("Alasan", "Alasan yang panjang"))).Status);
        Assert.Equal(PlanState.Proposed, (await PlanAsync(id)).State);
    }

    [Fact]
    public async Task A_draft_is_not_agreed_to_and_a_plan_that_is_not_there_is_not_found()
    {
        var id = await site.PlayAsync(async play => (await play.DraftPlanAsync("pelaksanadag", site.Period, SasaranKerja.Empty)).Id);
        using var atasan = await site.SignInAsync("kabiddag");

        var page = await atasan.GoAsync($"/skp/{id}");

        Assert.True(page.Button("Setujui SKP").IsDisabled);
        Assert.Equal(
            HttpStatusCode.Conflict, (await atasan.PostAsync($"/skp/{id}?handler=Agree", "/kata-sandi", ("Setuju", "true"))).Status);
        Assert.Equal(PlanState.Draft, (await PlanAsync(id)).State);
        Assert.Equal(HttpStatusCode.NotFound, (await atasan.GoAsync("/skp/999999999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await atasan.GoAsync("/skp/99999999999999999999999")).Status);
    }

    [Fact]
    public async Task The_formulir_is_opened_from_the_page_and_says_draft_until_the_plan_is_agreed()
    {
        var ids = await site.PlayAsync(async play => new[]
        {
            ("bendahara", "kasubbag2", (await play.DraftPlanAsync("bendahara", site.Period, null)).Id, "DRAF: BELUM DISETUJUI, MASIH DISUSUN"),
            ("arsiparis", "kasubbag2", (await play.ProposedPlanAsync("arsiparis", site.Period)).Id, "DRAF: BELUM DISETUJUI, SEDANG MENUNGGU PEJABAT PENILAI"),
            ("kadis", "sekda", (await play.AgreedPlanAsync("kadis", site.Period)).Id, "Disetujui secara elektronik oleh Drs. H. Sutikno Wardana, M.Si."),
        });
        foreach (var (userName, atasan, id, mark) in ids)
        {
            using var asn = await site.SignInAsync(userName);
            var pdf = await (await asn.GoAsync($"/skp/{id}")).FollowAsync("Buka formulir SKP untuk dicetak (PDF)");

            Assert.Equal("application/pdf", pdf.Response.Content.Headers.ContentType!.ToString());
            Assert.Equal($"inline; filename=formulir-skp-{id}.pdf", pdf.Response.Content.Headers.ContentDisposition!.ToString()
                .Replace("\"", "", StringComparison.Ordinal));
            Assert.Equal("nosniff", Assert.Single(pdf.Response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal($"/skp/{id}/formulir", pdf.Url.PathAndQuery);
            using var tools = new PdfTools(pdf.Bytes);
            Assert.Equal("", tools.Faults());
            var text = PdfEngineTests.Squeezed(tools.RawText);
            var plan = await site.AskAsync(
                db => db.Plans.AsNoTracking().Include(p => p.Pegawai).Include(p => p.Atasan).SingleAsync(p => p.Id == id));
            Assert.Equal(site.People[atasan].PegawaiId, plan.AtasanId);
            var expected = plan.Kegiatan().SelectMany(
                k => new[] { k.Uraian, $"{Angka.Ringkas(k.Kuantitas)} {k.Satuan}", k.Biaya is { } biaya ? Angka.Ringkas(biaya) : "-" })
                .Append(mark).Append("1 Januari 2026 s.d. 31 Desember 2026")
                .Concat(new[] { plan.Pegawai, plan.Atasan }.SelectMany(
                    p => new[] { p.Nama, p.Jabatan, $"{Nip.LabelOf(p.Jenis)} {Nip.Stored(p.Nip!)}", Golongan.Tampil(p.Golongan!) }));
            Assert.All(expected, words => Assert.Contains(PdfEngineTests.Squeezed(words), text, StringComparison.Ordinal));
            Assert.Equal(!plan.IsAgreed, text.Contains("DRAF", StringComparison.Ordinal));
            Assert.Equal(plan.Atasan.UnitKerjaId is null, text.Contains("PemerintahKabupatenBalangan", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_formulir_that_is_not_there_is_not_found_and_a_stranger_signs_in_first()
    {
        using var analis = await site.SignInAsync("analis");
        var missing = await analis.GoAsync("/skp/999999999999/formulir");
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Contains("SKP ini tidak ditemukan", missing.Text, StringComparison.Ordinal);

        using var stranger = site.Stranger();
        Assert.Equal("/masuk", (await stranger.GoAsync("/skp/1/formulir")).Url.AbsolutePath);
    }

    private Task<long> ProposedAsync(string userName) =>
        site.PlayAsync(async play => (await play.ProposedPlanAsync(userName, site.Period)).Id);

    private Task<Plan> PlanAsync(long id) =>
        site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.History.OrderBy(h => h.No)).SingleAsync(p => p.Id == id));
}
