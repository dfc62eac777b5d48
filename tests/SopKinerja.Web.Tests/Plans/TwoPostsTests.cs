using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Schema;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

/// <summary>Two positions in one period: a plan and an evaluation for each, with its people and its days.</summary>
public sealed class TwoPostsTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Former = "Pengelola Sarana Perdagangan";

    private static readonly DateOnly Last = new(2026, 6, 30);

    [Fact]
    public async Task Each_position_is_planned_and_measured_by_itself_and_pp_46_averages_them()
    {
        var first = await LeftAsync("pelaksanadag", site.Period, "kabiddag", "kabidkop");
        var (earlier, present) = await BothAsync("pelaksanadag", site.Period, first);

        Assert.Equal(
            (1, Id("kabiddag"), Former, Last), (earlier.Post, earlier.AtasanLangsungId, earlier.Parties.Asn.Jabatan, earlier.Selesai));
        Assert.Equal("Bidang Perdagangan", earlier.Parties.Asn.UnitKerja);
        Assert.NotEqual(present.UnitKerjaId, earlier.UnitKerjaId);
        Assert.Equal((0, Id("kabidkop"), Last.AddDays(1)), (present.Post, present.AtasanLangsungId, present.Mulai));
        var (one, two) = (((Pp46Sheet)earlier.Sheet).Score(), ((Pp46Sheet)present.Sheet).Score());
        Assert.Equal(1, two.JumlahJabatanLain);
        Assert.Equal(Rounded((Rounded(one.NilaiSkp) + two.NilaiSkpJabatanIni) / 2), Rounded(two.NilaiSkp));
        using var tools = new PdfTools(present.LastDocument!.Content!.Bytes);
        Assert.Contains("RATA-RATA 2 JABATAN", tools.RawText.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Jabatan sebelumnya: " + Former, tools.RawText.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync());
        await site.AsOwnerAsync($"""
            alter table dossiers disable trigger user;
            update dossiers set outcome = jsonb_set(outcome, array['Sebutan'], '"Buruk"') where id = {earlier.Id};
            """);
        Assert.Contains(
            $"Berkas {present.Id}: hasil jabatan sebelumnya yang dihitungnya bukan hasil berkas {earlier.Id}.", await FaultsAsync());
        await site.AsOwnerAsync($"""
            update dossiers set outcome = jsonb_set(outcome, array['Sebutan'], to_jsonb('{earlier.Outcome!.Sebutan}'::text)) where id = {earlier.Id};
            alter table dossiers enable trigger user;
            """);
        Assert.Empty(await FaultsAsync());
        using var before = new PdfTools(earlier.LastDocument!.Content!.Bytes);
        Assert.Contains("1 Januari 2026 s.d. 30 Juni 2026", before.RawText.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PermenPANRB_shows_the_earlier_predikat_beside_the_last_and_counts_months_of_each()
    {
        var first = await LeftAsync("penera", site.Kinerja, "kabiddag", "kabidkop");
        var (earlier, present) = await BothAsync("penera", site.Kinerja, first);

        var known = Assert.Single(present.Sheet.JabatanSebelumnya!);
        Assert.Equal((earlier.Id, earlier.Outcome!.Sebutan, site.People["kabiddag"].Nama), (known.DossierId, known.Sebutan, known.PejabatPenilai));
        using var tools = new PdfTools(present.LastDocument!.Content!.Bytes);
        Assert.Contains($"{earlier.Outcome.Sebutan} menurut {site.People["kabiddag"].Nama}", tools.RawText.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
        // The TMT of April 2026 leaves three months of the first half, and all six of the second.
        Assert.Equal(
            (3, 6), (KonversiAngkaKredit.Of(earlier)!.Rows.Sum(r => r.Bulan.Count), KonversiAngkaKredit.Of(present)!.Rows.Sum(r => r.Bulan.Count)));
        using var kadis = await site.SignInAsync("kadis");
        var csv = (await kadis.GoAsync($"/kemajuan/hasil.csv?periode={site.Kinerja.Id}&bagian=0")).Bytes;
        Assert.Empty(await FaultsAsync());
        Assert.Contains("Jabatan sebelumnya", System.Text.Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field_and_by_the_database()
    {
        var plan = await AgreedAsync("juru", site.Period, months: 6);
        using var analis = await site.SignInAsync("analis");
        var page = await (await analis.GoAsync($"/skp/{plan}/akhiri")).Fill("Hari terakhir pada jabatan ini", "2026-12-31")
            .Fill("Pejabat penilai pada jabatan itu", "Supian Noor").PressAsync("Akhiri SKP");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Nomor surat pemindahan belum diisi", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Nomor surat pemindahan", "800/9").PressAsync("Akhiri SKP");
        Assert.Equal(2, page.Errors.Count);
        foreach (var words in new[] { "harus antara 1 Januari 2026 dan 30 Desember 2026", "orang lain" })
        {
            Assert.Contains(page.Errors, e => e.Contains(words, StringComparison.Ordinal));
        }

        using (var asn = await site.SignInAsync("juru"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await asn.GoAsync($"/skp/{plan}/akhiri")).Status);
        }

        const string Leaving = "post = 1, post_until = '2026-06-30', former_jabatan = 'x', former_unit_id = 1, former_unit = 'y'";
        string Line(string by) => "insert into plan_history (plan_id, no, actor_id, actor_nama, move, \"to\", at, reason) select "
            + $"{plan}, (select count(*) + 1 from plan_history where plan_id = {plan}), {by}, 'x', 'Left', 'Agreed', now(), '800/1'";
        string Update(string set) => $"update plans set {set}, lines = lines + 1 where id = {plan}";
        Assert.Null(await site.RefusedAsync($"{Update(Leaving)}; {Line($"{Id("analis")}")}"));
        Assert.Equal("SK003", await site.RefusedAsync(Update(Leaving)));
        Assert.Equal("SK004", await site.RefusedAsync($"{Update(Leaving)}; {Line($"{Id("juru")}")}"));
        Assert.Equal("SK001", await site.RefusedAsync($"{Update("post_from = '2026-02-01'")}; {Line($"{Id("analis")}")}"));
        Assert.Equal("SK001", await site.RefusedAsync($"{Update("post = 1")}; {Line($"{Id("analis")}")}"));

        // Once a dossier of the whole period was opened from it, that measures it as it is.
        var dossier = await site.PlayAsync(async play => (await play.OpenAsync(
            await site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.Pegawai).SingleAsync(p => p.Id == plan)))).Id);
        Assert.Equal("SK001", await site.RefusedAsync($"{Update(Leaving)}; {Line($"{Id("analis")}")}"));
        page = await (await analis.GoAsync($"/skp/{plan}/akhiri")).Fill("Hari terakhir pada jabatan ini", "2026-06-30")
            .Fill("Pejabat penilai pada jabatan itu", "H. Marzuki, S.E.").Fill("Nomor surat pemindahan", "800/9").PressAsync("Akhiri SKP");
        Assert.Contains("Kasubbag membatalkannya", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("SK001", await site.RefusedAsync($"update dossiers set post = 1, post_until = '2026-06-30' where id = {dossier}"));
        Assert.Equal("SK002", await site.RefusedAsync(
            "insert into dossiers (period_id, unit_kerja_id, asn_id, atasan_langsung_id, parties, method, sheet, step, step_since, post, "
            + "post_until) select period_id, unit_kerja_id, asn_id, atasan_langsung_id, parties, method, sheet, 1, step_since, 1, "
            + $"'2026-06-30' from dossiers where id = {dossier}"));
    }

    [Fact]
    public async Task A_position_does_not_end_before_a_part_that_was_measured_in_it()
    {
        var plan = await site.PlayAsync(async play =>
        {
            var agreed = await play.AgreedPlanAsync("pppkkop", site.Kinerja);
            await play.OpenAsync(agreed, 2);
            return agreed.Id;
        });
        using var analis = await site.SignInAsync("analis");
        var page = (await analis.GoAsync($"/skp/{plan}/akhiri")).Fill("Hari terakhir pada jabatan ini", "2026-05-15")
            .Fill("Pejabat penilai pada jabatan itu", site.People["kadis"].Nama).Fill("Nomor surat pemindahan", "800/9");
        page = await page.PressAsync("Akhiri SKP");
        Assert.Contains("sudah diukur dalam SKP ini, jadi hari terakhir pada jabatan ini paling awal", Assert.Single(page.Errors),
            StringComparison.Ordinal);
        Assert.NotNull((await page.Fill("Hari terakhir pada jabatan ini", "2026-11-30").PressAsync("Akhiri SKP")).Done);
    }

    [Fact]
    public async Task A_wrong_ending_is_corrected_or_taken_back_until_a_dossier_measures_it()
    {
        var plan = await AgreedAsync("kabidind", site.Period, months: 5);
        using var analis = await site.SignInAsync("analis");
        Visit Filled(Visit page, string last, string penilai) => page.Fill("Hari terakhir pada jabatan ini", last)
            .Fill("Pejabat penilai pada jabatan itu", penilai).Fill("Nomor surat pemindahan", "800/9");
        var below = site.People["penyuluhind"].Nama;
        var page = await Filled(await analis.GoAsync($"/skp/{plan}/akhiri"), "2026-05-31", below).PressAsync("Akhiri SKP");
        Assert.Contains($"{below} bawahan {site.People["kabidind"].Nama}", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Somebody below pengawas without a delegation is taken with a word.
        page = await Filled(page, "2026-05-31", site.People["pelaksanakop"].Nama).PressAsync("Akhiri SKP");
        Assert.Contains("menjabat di bawah pengawas", page.Done, StringComparison.Ordinal);
        var open = await analis.GoAsync($"/berkas/buka?periode={site.Period.Id}&bagian=0");
        Assert.Contains($"{site.People["pelaksanakop"].Nama}, atasan langsungnya, menjabat di bawah pengawas", open.Text,
            StringComparison.Ordinal);
        var next = await site.PlayAsync(async play => (await play.AgreedPlanAsync("kabidind", site.Period)).Id);
        Assert.NotEqual(plan, next);

        page = await Filled(await (await analis.GoAsync($"/skp/{plan}")).FollowAsync("Perbaiki pengakhiran"), "2026-06-30",
            site.People["kadis"].Nama).PressAsync("Simpan perbaikan");
        Assert.Contains("menjadi draf lagi dan harus diajukan kembali", page.Done, StringComparison.Ordinal);
        var both = await site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.History.OrderBy(h => h.No))
            .Where(p => p.Id == plan || p.Id == next).OrderBy(p => p.Id).ToListAsync());
        Assert.Equal((new DateOnly(2026, 6, 30), Id("kadis")), (both[0].PostUntil, both[0].AtasanId));
        // Who agreed to the next one did so for another time.
        Assert.Equal((new DateOnly(2026, 7, 1), PlanState.Draft), (both[1].PostFrom, both[1].State));
        Assert.Equal(
            "mengubah hari pertama pada jabatan ini: 1 Juli 2026, semula 1 Juni 2026; SKP menjadi draf", both[1].History[^1].Sentence);
        Assert.Contains("mengubah hari pertama pada jabatan ini. Sesuaikan targetnya", (await analis.GoAsync($"/skp/{next}")).Text,
            StringComparison.Ordinal);

        page = await analis.GoAsync($"/skp/{plan}/akhiri");
        page = await page.Fill("Alasan pembatalan", "Tidak jadi pindah.").PressAsync("Batalkan pengakhiran");
        Assert.Contains("sudah ada SKP lain", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Without another plan behind it, it is taken back; once it is measured, nothing changes.
        var other = await AgreedAsync("bendahara", site.Period, months: 3);
        await Filled(await analis.GoAsync($"/skp/{other}/akhiri"), "2026-03-31", site.People["kadis"].Nama).PressAsync("Akhiri SKP");
        page = await (await analis.GoAsync($"/skp/{other}/akhiri")).Fill("Alasan pembatalan", "Salah").PressAsync("Batalkan pengakhiran");
        Assert.Contains("terlalu singkat", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Alasan pembatalan", "Salah orang, ia tidak pindah.").PressAsync("Batalkan pengakhiran");
        Assert.Contains("dibatalkan", page.Done, StringComparison.Ordinal);
        var stayed = await site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.Pegawai).SingleAsync(p => p.Id == other));
        Assert.Equal((0, (DateOnly?)null, stayed.Pegawai.AtasanId), (stayed.Post, stayed.PostUntil, (int?)stayed.AtasanId));

        var button = open.Page.QuerySelectorAll("button").Select(b => string.Join(' ', b.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .First(words => words.Contains(site.People["kabidind"].Nama, StringComparison.Ordinal));
        Assert.NotNull((await (await analis.GoAsync($"/berkas/buka?periode={site.Period.Id}&bagian=0")).PressAsync(button)).Done);
        page = await analis.GoAsync($"/skp/{plan}/akhiri");
        Assert.Contains("Minta Kasubbag membatalkannya", page.Text, StringComparison.Ordinal);
        Assert.Equal("SK001", await site.RefusedAsync(
            $"update plans set former_jabatan = 'x', lines = lines + 1 where id = {plan}"));
        Assert.Equal("SK001", await site.RefusedAsync($"update plans set atasan_id = {Id("kadis")} + 1, lines = lines + 1 where id = {plan}"));
    }

    [Fact]
    public async Task A_transfer_that_was_called_off_is_undone_also_when_the_next_plan_was_begun()
    {
        var plan = await AgreedAsync("penyuluhind", site.Period, months: 12);
        using var analis = await site.SignInAsync("analis");
        Visit Filled(Visit page) => page.Fill("Hari terakhir pada jabatan ini", "2026-08-31")
            .Fill("Pejabat penilai pada jabatan itu", site.People["kabidind"].Nama).Fill("Nomor surat pemindahan", "800/9");
        var page = await Filled(await analis.GoAsync($"/skp/{plan}/akhiri")).PressAsync("Akhiri SKP");
        Assert.Contains("Target waktu 11 bulan", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains($"{site.People["kabidind"].Nama} membuka SKP ini untuk direvisi", Assert.Single(page.Errors), StringComparison.Ordinal);

        using (var penilai = await site.SignInAsync("kabidind"))
        {
            Assert.NotNull((await (await penilai.GoAsync($"/skp/{plan}")).Fill("Alasan revisi", "Pindah jabatan mulai September.")
                .PressAsync("Buka untuk direvisi")).Done);
            await ShortenAsync(plan, 8);
        }

        page = await Filled(await analis.GoAsync($"/skp/{plan}/akhiri")).PressAsync("Akhiri SKP");
        Assert.NotNull(page.Done);
        page = await (await analis.GoAsync($"/skp/baru?periode={site.Period.Id}&pegawai={Id("penyuluhind")}")).PressAsync("Buat SKP");
        var next = await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == Id("penyuluhind") && p.PeriodId == site.Period.Id && p.Post == 0)
            .Select(p => p.Id).SingleAsync());

        async Task<Visit> BackAsync() => await (await analis.GoAsync($"/skp/{plan}/akhiri")).Fill("Alasan pembatalan", "Tidak jadi pindah.")
            .PressAsync("Batalkan pengakhiran");
        page = await BackAsync();
        Assert.Contains("SKP lain (draf), yang mulai 1 September 2026. Batalkan dahulu SKP itu", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Short of a reason, by somebody else, or in the database without its line, it stays.
        page = await (await analis.GoAsync($"/skp/{next}")).Fill("Alasan pembatalan", "Batal").PressAsync("Batalkan SKP");
        Assert.Contains("paling sedikit 10 karakter", Assert.Single(page.Errors), StringComparison.Ordinal);
        using (var penilai = await site.SignInAsync("kabidind"))
        {
            Assert.DoesNotContain("Batalkan SKP", (await penilai.GoAsync($"/skp/{next}")).Text, StringComparison.Ordinal);
        }

        page = await page.Fill("Alasan pembatalan", "Mutasinya tidak jadi.").PressAsync("Batalkan SKP");
        Assert.Contains("SKP lain dapat disusun sebagai gantinya", page.Done, StringComparison.Ordinal);
        Assert.Contains("Dibatalkan", page.Text, StringComparison.Ordinal);
        Assert.Contains("membatalkan SKP ini, dengan alasan: Mutasinya tidak jadi.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(site.People["penyuluhind"].Nama, (await analis.GoAsync(
            $"/skp?periode={site.Period.Id}&keadaan=Draft")).Page.QuerySelector("main table:last-of-type")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains($"/skp/{next}", (await analis.GoAsync($"/skp?periode={site.Period.Id}&keadaan=Cancelled")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/skp/{next}\"", (await analis.GoAsync($"/skp?periode={site.Period.Id}")).Html, StringComparison.Ordinal);
        using (var tools = new PdfTools((await analis.GoAsync($"/skp/{next}/formulir")).Bytes))
        {
            Assert.Contains("DIBATALKAN: TIDAK BERLAKU", tools.RawText, StringComparison.Ordinal);
        }

        Assert.NotNull((await BackAsync()).Done);
        var now = await site.AskAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == plan));
        Assert.Equal((0, PlanState.Agreed, null), (now.Post, now.State, now.PostUntil));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task What_was_given_up_stays_so_and_nothing_else_is_given_up()
    {
        var (draft, agreed, measured) = await site.PlayAsync(async play => (
            (await play.DraftPlanAsync("penyuluh", site.Kinerja)).Id, (await play.AgreedPlanAsync("kabidkop", site.Kinerja)).Id,
            await play.OpenAsync(await play.AgreedPlanAsync("pelaksanakop", site.Kinerja), 1)));
        await site.PlayAsync(async play =>
        {
            var dossier = await play.FindAsync(measured.Id);
            await play.CapaianAsync(dossier);
            await play.BringToAsync(dossier, Step.Archive);
            await play.PerformAsync(dossier);
            return 0;
        });
        string Line(long plan, string by, string move, string to) => "insert into plan_history (plan_id, no, actor_id, actor_nama, move, "
            + $"\"to\", at, reason) select {plan}, (select count(*) + 1 from plan_history where plan_id = {plan}), {Id(by)}, 'x', '{move}', '{to}', "
            + "now(), 'Dibuat keliru.'";
        string Cancel(long plan, string also = "") =>
            $"update plans set state = 'Cancelled', agreed_at = null{also}, lines = lines + 1 where id = {plan}; ";
        Assert.Equal("SK002", await site.RefusedAsync(Cancel(agreed) + Line(agreed, "analis", "Cancelled", "Cancelled")));
        Assert.Equal("SK002", await site.RefusedAsync(Cancel(draft, ", atasan_id = " + Id("kadis")) + Line(draft, "analis", "Cancelled", "Cancelled")));
        Assert.Equal("SK003", await site.RefusedAsync(Cancel(draft)));
        Assert.Equal("SK004", await site.RefusedAsync(Cancel(draft) + Line(draft, "kasubbag", "Cancelled", "Cancelled")));
        Assert.Equal("SK002", await site.RefusedAsync(Cancel(draft) + Line(draft, "analis", "Written", "Cancelled")));
        Assert.Null(await site.RefusedAsync(Cancel(draft) + Line(draft, "analis", "Cancelled", "Cancelled")));

        // Of a part that was measured in it, a draft that it is again is not given up.
        var revised = (await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == measured.AsnId && p.PeriodId == site.Kinerja.Id)
            .Select(p => p.Id).SingleAsync()));
        var toDraft = $"update plans set state = 'Draft', agreed_at = null, lines = lines + 1 where id = {revised}; "
            + Line(revised, "kabidkop", "Revised", "Draft") + "; ";
        Assert.Equal("SK002", await site.RefusedAsync(toDraft + Cancel(revised) + Line(revised, "analis", "Cancelled", "Cancelled")));

        var given = await site.PlayAsync(async play => (await play.DraftPlanAsync("bendahara", site.Kinerja)).Id);
        await site.AskAsync(async db =>
        {
            var plan = await db.Plans.Include(p => p.Period).Include(p => p.History.OrderBy(h => h.No)).SingleAsync(p => p.Id == given);
            plan.Cancel("Dibuat keliru.", site.People["bendahara"], site.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        Assert.Equal("SK001", await site.RefusedAsync($"update plans set state = 'Draft', lines = lines + 1 where id = {given}; "
            + Line(given, "analis", "Written", "Draft")));
        var noted = await site.PlayAsync(async play =>
        {
            var plan = await play.DraftPlanAsync("penggerak", site.Period);
            await play.NoteAsync(plan, site.Period, site.Period.Mulai, "Tidak hadir tanpa keterangan.");
            return plan.Id;
        });
        Assert.Equal("SK002", await site.RefusedAsync(Cancel(noted) + Line(noted, "penggerak", "Cancelled", "Cancelled")));
        using var owner = await site.SignInAsync("penggerak");
        Assert.DoesNotContain("Batalkan SKP", (await owner.GoAsync($"/skp/{noted}")).Text, StringComparison.Ordinal);
        // Another begins in its place.
        Assert.True(await site.PlayAsync(async play => (await play.DraftPlanAsync("bendahara", site.Kinerja)).Id) > given);
    }

    [Fact]
    public async Task A_penilai_who_left_is_not_written_down_and_a_position_that_was_left_is_named_and_opened_as_one()
    {
        var plan = await AgreedAsync("keamanan", site.Kinerja, months: 6);
        await site.AsOwnerAsync($"""
            alter table pegawai disable trigger user;
            update pegawai set is_active = false where id = {Id("kauptd")};
            alter table pegawai enable trigger user;
            """);
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/skp/{plan}/akhiri");
        Assert.Equal("", page.Value("Pejabat penilai pada jabatan itu"));
        Assert.Contains($"{site.People["kauptd"].Nama}, yang menyetujui SKP ini, sudah tidak aktif", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Hari terakhir pada jabatan ini", "2026-06-30").Fill("Nomor surat pemindahan", "800/9")
            .Fill("Pejabat penilai pada jabatan itu", "H. Akhmad Fauzan, S.H.").PressAsync("Akhiri SKP");
        Assert.Contains("H. Akhmad Fauzan, S.H., atasan langsungnya, belum mempunyai akun", page.Done, StringComparison.Ordinal);
        await site.AsOwnerAsync($"""
            alter table pegawai disable trigger user;
            update pegawai set is_active = true where id = {Id("kauptd")};
            alter table pegawai enable trigger user;
            """);

        // Whatever part of the period is chosen, it is offered as one.
        page = await analis.GoAsync($"/berkas/buka?periode={site.Kinerja.Id}&bagian=2");
        Assert.Contains("(jabatan sebelumnya, sampai 30 Juni 2026)", page.Text, StringComparison.Ordinal);
        var button = page.Page.QuerySelectorAll("button").Select(b => string.Join(' ', b.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .First(words => words.Contains(site.People["keamanan"].Nama, StringComparison.Ordinal));
        page = await page.PressAsync(button);
        Assert.NotNull(page.Done);
        Assert.Contains($"{site.Kinerja.Nama} (jabatan sebelumnya)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Triwulan IV", page.Text, StringComparison.Ordinal);
        var opened = await site.AskAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.AsnId == Id("keamanan") && d.PeriodId == site.Kinerja.Id));
        Assert.Equal((0, 1), (opened.Bagian, opened.Post));
    }

    [Fact]
    public async Task Opening_and_ending_at_one_moment_are_not_both_taken()
    {
        var plan = await AgreedAsync("pelaksanaind", site.Period, months: 6);
        var found = await site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.Pegawai).Include(p => p.Period)
            .SingleAsync(p => p.Id == plan));
        await using var ending = await AtOnce.BeginAsync(
            site.ConnectionString,
            $"""
            update plans set post = 1, post_until = '2026-06-30', former_jabatan = 'x', former_unit_id = 1, former_unit = 'y',
                lines = lines + 1 where id = {plan};
            insert into plan_history (plan_id, no, actor_id, actor_nama, move, "to", at, reason)
            select {plan}, (select count(*) + 1 from plan_history where plan_id = {plan}), {Id("analis")}, 'x', 'Left', 'Agreed', now(), '800/1'
            """);
        var opening = site.PlayAsync(async play => (await play.OpenAsync(found)).Id);
        await ending.CommitOnceAwaitedAsync(opening);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => opening);
        Assert.Equal("SK002", Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    /// <summary>A plan whose targets take no longer than so many months.</summary>
    private Task<long> AgreedAsync(string who, Period period, int months) => site.PlayAsync(async play =>
    {
        var person = await site.AskAsync(db => db.Pegawai.AsNoTracking().SingleAsync(p => p.Id == Id(who)));
        var content = SampleWork.Content(period.Method, who, person, null) is SasaranKerja targets ? Shorter(targets, months) : null;
        return (await play.AgreedPlanAsync(who, period, content)).Id;
    });

    private Task<int> ShortenAsync(long id, int months) => site.AskAsync(async db =>
    {
        var plan = await db.Plans.Include(p => p.Period).Include(p => p.History.OrderBy(h => h.No)).SingleAsync(p => p.Id == id);
        var (owner, penilai, now) = (ById(plan.PegawaiId), ById(plan.AtasanId), site.Clock.GetUtcNow());
        plan.Write(Shorter((SasaranKerja)plan.Content, months), owner, now);
        plan.Propose(plan.AtasanId, penilai.Nama, owner, now);
        await db.SaveChangesAsync();
        plan.Agree(plan.Period, penilai, now);
        return await db.SaveChangesAsync();
    });

    private Actor ById(int id) => site.People.Values.Single(a => a.PegawaiId == id);

    private static SasaranKerja Shorter(SasaranKerja targets, int months) =>
        targets with { Kegiatan = [.. targets.Kegiatan.Select(k => k with { Waktu = Math.Min(k.Waktu, months) })] };

    /// <summary>A plan under the first superior, ended in the middle of the year; then the register names another.</summary>
    private async Task<long> LeftAsync(string who, Period period, string superior, string next)
    {
        var plan = await AgreedAsync(who, period, months: 6);
        using var admin = await site.SignInAsync("admin");
        var person = (await admin.GoAsync($"/pegawai/{Id(who)}")).Fill("Pejabat penilai (atasan langsung)", $"{Id(next)}");
        person.Fill("Unit kerja", $"{await UnitOfAsync(next)}");
        Assert.NotNull((await person.PressAsync("Simpan perubahan")).Done);
        using var analis = await site.SignInAsync("analis");
        var page = await (await analis.GoAsync($"/skp/{plan}")).FollowAsync("Akhiri karena pindah jabatan");
        Assert.Equal(site.People[superior].Nama, page.Value("Pejabat penilai pada jabatan itu"));
        page = await page.Fill("Hari terakhir pada jabatan ini", $"{Last:yyyy-MM-dd}").Fill("Jabatan yang ditinggalkan", Former)
            .Fill("Unit kerja pada jabatan itu", $"{await UnitOfAsync(superior)}")
            .Fill("Nomor surat pemindahan", "800.1.3.3/21").PressAsync("Akhiri SKP");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        Assert.Contains($"mengakhiri SKP karena pindah jabatan: {Former} sampai 30 Juni 2026, dinilai {site.People[superior].Nama} (800.1.3.3/21)", page.Text, StringComparison.Ordinal);
        return plan;
    }

    private async Task<(Dossier Earlier, Dossier Present)> BothAsync(string who, Period period, long first)
    {
        using var analis = await site.SignInAsync("analis");
        var choose = await analis.GoAsync($"/skp/baru?periode={period.Id}&pegawai={Id(who)}");
        Assert.Contains("1 Juli s.d. 31 Desember 2026, sesudah pindah jabatan", choose.Text, StringComparison.Ordinal);
        await site.PlayAsync(play => play.AgreedPlanAsync(who, period));
        Assert.Equal([0, 1], await site.AskAsync(db => db.Plans.Where(p => p.PeriodId == period.Id && p.PegawaiId == Id(who))
            .OrderBy(p => p.Post).Select(p => p.Post).ToListAsync()));

        for (var i = 0; i < 2; i++)
        {
            var list = await analis.GoAsync($"/berkas/buka?periode={period.Id}&bagian=0");
            Assert.True(list.Text.Contains(site.People[who].Nama, StringComparison.Ordinal), $"{i}: {list.Text}");
            var button = list.Page.QuerySelectorAll("button").Select(b => string.Join(' ', b.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .First(words => words.Contains(site.People[who].Nama, StringComparison.Ordinal));
            Assert.NotNull((await list.PressAsync(button)).Done);
        }

        var ids = await site.AskAsync(db => db.Dossiers.Where(d => d.PeriodId == period.Id && d.AsnId == Id(who) && d.Bagian == 0)
            .OrderByDescending(d => d.Post).Select(d => d.Id).ToListAsync());
        Assert.Equal(2, ids.Count);
        await site.PlayAsync(async play =>
        {
            await play.BringToAsync(await play.FindAsync(ids[1]), Step.Validate);
            await play.BringToAsync(await play.FindAsync(ids[0]), Step.Sign);
            return 0;
        });
        using var penilai = await site.SignInAsync("kabidkop");
        var rating = await penilai.GoAsync($"/berkas/{ids[1]}/validasi");
        Assert.Contains("belum selesai ditandatangani", rating.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await penilai.GoAsync($"/berkas/{ids[0]}")).Status);
        await site.PlayAsync(async play =>
        {
            await play.RateAsync(await play.FindAsync(ids[1]));
            await play.BringToAsync(await play.FindAsync(ids[0]), Step.Archive);
            if (period.Peraturan.HasPolaDistribusi)
            {
                await play.CapaianAsync(await play.FindAsync(ids[1]));
            }

            return 0;
        });
        rating = await penilai.GoAsync($"/berkas/{ids[1]}/validasi");
        Assert.Contains($"{Former}", rating.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("belum selesai ditandatangani", rating.Text, StringComparison.Ordinal);
        var approved = await (await penilai.GoAsync($"/berkas/{ids[1]}/validasi/setujui")).Fill("Kata sandi akun Anda", site.Password)
            .PressAsync("Setujui dan terbitkan dokumen");
        Assert.True(approved.Done is not null, string.Join(' ', approved.Errors));
        var both = await site.AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.Period).Include(d => d.History)
            .Include(d => d.Documents).ThenInclude(d => d.Content).Where(d => ids.Contains(d.Id)).AsSplitQuery().ToListAsync());
        return (both.Single(d => d.Post == 1), both.Single(d => d.Post == 0));
    }

    private Task<IReadOnlyList<string>> FaultsAsync() => site.AskAsync(
        async db => (await new Verification(db, _ => { }).RunAsync(CancellationToken.None)).Faults);

    private Task<int?> UnitOfAsync(string userName) => site.AskAsync(
        db => db.Pegawai.Where(p => p.Id == Id(userName)).Select(p => p.UnitKerjaId).SingleAsync());

    private int Id(string userName) => site.People[userName].PegawaiId!.Value;

    private static decimal Rounded(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
