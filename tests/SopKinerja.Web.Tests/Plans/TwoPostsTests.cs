using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Tests.Documents;
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
        var plan = await site.PlayAsync(async play => (await play.AgreedPlanAsync("juru", site.Period)).Id);
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
        var plan = await site.PlayAsync(async play => (await play.AgreedPlanAsync("kabidind", site.Period)).Id);
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
        Assert.NotNull(page.Done);
        var both = await site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.History.OrderBy(h => h.No))
            .Where(p => p.Id == plan || p.Id == next).OrderBy(p => p.Id).ToListAsync());
        Assert.Equal((new DateOnly(2026, 6, 30), Id("kadis")), (both[0].PostUntil, both[0].AtasanId));
        Assert.Equal(new DateOnly(2026, 7, 1), both[1].PostFrom);
        Assert.Equal("mengubah hari pertama pada jabatan ini: 1 Juli 2026, semula 1 Juni 2026", both[1].History[^1].Sentence);

        page = await analis.GoAsync($"/skp/{plan}/akhiri");
        page = await page.Fill("Alasan pembatalan", "Tidak jadi pindah.").PressAsync("Batalkan pengakhiran");
        Assert.Contains("sudah ada SKP lain", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Without another plan behind it, it is taken back; once it is measured, nothing changes.
        var other = await site.PlayAsync(async play => (await play.AgreedPlanAsync("bendahara", site.Period)).Id);
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

    /// <summary>A plan under the first superior, ended in the middle of the year; then the register names another.</summary>
    private async Task<long> LeftAsync(string who, Period period, string superior, string next)
    {
        var plan = await site.PlayAsync(async play => (await play.AgreedPlanAsync(who, period)).Id);
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
