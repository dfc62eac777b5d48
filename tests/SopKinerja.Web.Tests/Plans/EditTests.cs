using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

public sealed class EditTests(SopSite site) : IClassFixture<SopSite>
{
    private static readonly KegiatanTugasJabatan Laporan = new("Menyusun laporan", null, 12, "laporan", 100, 12, SatuanWaktu.Bulan, null);

    /// <summary>Column, what is typed, a part of the sentence.</summary>
    public static TheoryData<string, string, string> BadCells
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var column in new[] { "Angka kredit", "Kuantitas", "Kualitas", "Waktu", "Biaya" })
            {
                data.Add(column, "1.5.5", "tidak terbaca");
                data.Add(column, "750.000.00", "tidak terbaca");
                data.Add(column, "٨٥", "bukan angka");
                data.Add(column, "1,98507E+17", "Excel memendekkan angka ini");
                data.Add(column, "-1", column == "Kualitas" ? "paling sedikit 1" : "lebih dari 0");
                data.Add(column, "dua belas", "bukan angka");
                data.Add(column, "😀", "bukan angka");
                data.Add(column, new string('9', 10_000), "bukan angka");
                data.Add(column, "9999999999999999999999999999999", "terlalu besar");
                data.Add(column, "999999999999999", "paling banyak");
                data.Add(column, "1,23456", "di belakang koma");
                data.Add(column, "<script>alert(1)</script>", "bukan angka");
            }

            foreach (var column in new[] { "Angka kredit", "Kuantitas", "Kualitas", "Waktu" })
            {
                data.Add(column, "1.234", "dapat berarti dua hal");
                data.Add(column, "1,234", "dapat berarti dua hal");
                data.Add(column, "12,345", "dapat berarti dua hal");
            }

            data.Add("Biaya", "0,750", "paling banyak dua angka di belakang koma");
            data.Add("Kuantitas", "0,0000000001", "di belakang koma");
            data.Add("Kuantitas", "Nihil", "bukan angka");
            data.Add("Kuantitas", "0", "lebih dari 0");
            data.Add("Waktu", "0", "lebih dari 0");
            data.Add("Kualitas", "0", "paling sedikit 1");
            data.Add("Kualitas", "100,5", "paling banyak 100");
            data.Add("Kualitas", "1.234,56", "paling banyak 100");
            data.Add("Waktu", "13", "paling banyak 12 bulan");
            data.Add("Angka kredit", "1.234,56", "paling banyak 1.000");
            data.Add("Kuantitas", "", "belum diisi");
            data.Add("Kualitas", "", "belum diisi");
            data.Add("Waktu", "", "belum diisi");
            data.Add("Satuan", "", "belum diisi");
            data.Add("Satuan", new string('s', 10_000), "terlalu panjang (10000 karakter)");
            data.Add("Satuan", "lap\u0001oran", "tidak dapat dicetak");
            data.Add("Uraian kegiatan", "", "belum diisi");
            data.Add("Uraian kegiatan", new string('u', 10_000), "terlalu panjang (10000 karakter)");
            data.Add("Uraian kegiatan", "a\u001bb", "tidak dapat dicetak");
            data.Add("Uraian kegiatan", "\uf0b7 laporan", "butir atau simbol dari Word (U+F0B7)");
            data.Add("Uraian kegiatan", "laporan 😀", "“😀” (U+1F600)");
            data.Add("Satuan", "✓", "“✓” (U+2713)");
            return data;
        }
    }

    [Fact]
    public async Task What_cannot_stay_in_a_cell_is_a_sentence_and_stays_typed_and_nothing_is_saved()
    {
        var id = await DraftAsync("penyuluh", Laporan);
        using var asn = await site.SignInAsync("penyuluh");
        foreach (var row in BadCells)
        {
            var (column, typed, sentence) = ((string)row[0], (string)row[1], (string)row[2]);
            var label = column == "Uraian kegiatan" ? "Uraian kegiatan 1" : $"{column} kegiatan 1";

            var page = await (await asn.GoAsync($"/skp/{id}/susun")).Fill(label, typed).PressAsync("Simpan draf");

            Assert.True(
                HttpStatusCode.UnprocessableEntity == page.Status, $"{column} = {typed[..Math.Min(40, typed.Length)]}: {page.Status}");
            Assert.True(page.Errors is [var error] && error.Contains(sentence, StringComparison.Ordinal),
                $"{label}, {sentence}: {string.Join(" | ", page.Errors)} {page.Text}");
            Assert.Equal(typed, page.Value(label));
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        }

        Assert.Equal([Laporan], (await PlanAsync(id)).Kegiatan());
    }

    [Fact]
    public async Task A_form_with_a_null_character_which_no_browser_sends_is_refused_with_a_sentence()
    {
        var id = await DraftAsync("kauptd", Laporan);
        using var asn = await site.SignInAsync("kauptd");

        var page = await asn.PostAsync($"/skp/{id}/susun?handler=Save", $"/skp/{id}/susun", ("Input.Rows[0].Uraian", "a\0b"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Formulir tidak dapat diterima", page.Text, StringComparison.Ordinal);
        Assert.Equal([Laporan], (await PlanAsync(id)).Kegiatan());
    }

    [Fact]
    public async Task Figures_are_read_as_people_here_write_them()
    {
        var id = await DraftAsync("pelaksanakop");
        using var asn = await site.SignInAsync("pelaksanakop");
        var page = await asn.GoAsync($"/skp/{id}/susun");
        Row(page, 1, "<script>alert(1)</script> ½", "1.234,56", "berkas", "12,5");
        page.Fill("Angka kredit kegiatan 1", "2,5").Fill("Satuan waktu kegiatan 1", "minggu").Fill("Biaya kegiatan 1", "Rp170.395.000");
        Row(page, 3, "Menata\r\n arsip  aktif", "2", "kali", "53");
        page.Fill("Satuan waktu kegiatan 3", "hari").Fill("Biaya kegiatan 3", "-").Fill("Angka kredit kegiatan 3", "0");

        page = await page.PressAsync("Simpan draf");

        Assert.Contains("2 kegiatan", page.Done, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        var plan = await PlanAsync(id);
        Assert.Equal(
            [
                new("<script>alert(1)</script> ½", 2.5m, 1234.56m, "berkas", 100, 12.5m, SatuanWaktu.Minggu, 170_395_000),
                new("Menata arsip aktif", null, 2, "kali", 100, 53, SatuanWaktu.Hari, null),
            ],
            plan.Kegiatan());
        Assert.Equal(PlanState.Draft, plan.State);
        page = await asn.GoAsync($"/skp/{id}");
        Assert.Contains("<script>alert(1)</script> ½", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("170.395.000", page.Text, StringComparison.Ordinal);
    }

    /// <summary>Column, what is typed, what is kept.</summary>
    public static TheoryData<string, string, string?> Amounts => new()
    {
        { "Biaya", "750,000", "750000" }, { "Biaya", "750.000", "750000" }, { "Biaya", "Rp750.000,-", "750000" },
        { "Biaya", "750.000,-", "750000" }, { "Biaya", "750\u200b.000", "750000" }, { "Biaya", "Rp\u00a0750\u202f000", "750000" },
        { "Biaya", "1,234.56", "1234.56" }, { "Biaya", "Rp 0", null }, { "Biaya", "Nihil", null }, { "Biaya", "-", null },
        { "Biaya", "–", null }, { "Biaya", "0", null }, { "Biaya", "", null }, { "Angka kredit", "0,003", "0.003" },
        { "Angka kredit", "12,3450", "12.345" }, { "Angka kredit", "Nihil", null }, { "Angka kredit", "-", null },
        { "Angka kredit", "'0.125", "0.125" },
    };

    [Fact]
    public async Task Everyday_ways_to_write_an_amount_and_none_are_kept_as_what_they_mean_and_read_again()
    {
        var id = await DraftAsync("kabiddag", Laporan);
        using var asn = await site.SignInAsync("kabiddag");
        foreach (var row in Amounts)
        {
            var (column, typed, kept) = ((string)row[0], (string)row[1], (string?)row[2]);

            var page = await (await asn.GoAsync($"/skp/{id}/susun")).Fill($"{column} kegiatan 1", typed).PressAsync("Simpan draf");
            // What the page shows of it is read as the same amount.
            page = await page.PressAsync("Simpan draf");

            Assert.True(page.Done is not null, $"{typed}: {string.Join(" | ", page.Errors)}");
            var kegiatan = Assert.Single((await PlanAsync(id)).Kegiatan());
            var stored = column == "Biaya" ? kegiatan.Biaya : kegiatan.Ak;
            Assert.Equal((typed, kept), (typed, stored?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task Sixty_rows_are_saved_and_a_sixty_first_is_refused_with_everything_still_typed()
    {
        var id = await DraftAsync("penggerak");
        using var asn = await site.SignInAsync("penggerak");
        var page = await asn.GoAsync($"/skp/{id}/susun");
        while (page.HasButton("Tambah 5 baris"))
        {
            page = await page.PressAsync("Tambah 5 baris");
        }

        for (var i = 1; i <= 60; i++)
        {
            Row(page, i, $"Kegiatan ke-{i}", "1", "kali", "12");
        }

        Assert.NotNull((await page.PressAsync("Simpan draf")).Done);
        Assert.Equal(60, (await PlanAsync(id)).Kegiatan().Count);

        var version = (await asn.GoAsync($"/skp/{id}/susun")).Page.QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        var fields = Enumerable.Range(0, 61).SelectMany(i => new[]
        {
            ($"Input.Rows[{i}].Uraian", $"Lain {i + 1}"), ($"Input.Rows[{i}].Kuantitas", "1"), ($"Input.Rows[{i}].Satuan", "kali"),
            ($"Input.Rows[{i}].Kualitas", "100"), ($"Input.Rows[{i}].Waktu", "1"), ($"Input.Rows[{i}].SatuanWaktu", "Hari"),
        });
        page = await asn.PostAsync($"/skp/{id}/susun?handler=Save", $"/skp/{id}/susun", [("Version", version), .. fields]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("di sini ada 61. Hapus 1 kegiatan", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Lain 61", page.Value("Uraian kegiatan 61"));
        page = await page.Tick("Hapus kegiatan 61").PressAsync("Simpan draf");
        Assert.Equal("Lain 60", (await PlanAsync(id)).Kegiatan()[^1].Uraian);
    }

    [Fact]
    public async Task A_fault_in_every_cell_of_sixty_rows_is_still_a_page_with_sentences()
    {
        var id = await DraftAsync("penera");
        using var asn = await site.SignInAsync("penera");
        var fields = Enumerable.Range(0, 60)
            .SelectMany(i => new[] { "Uraian", "Ak", "Kuantitas", "Satuan", "Kualitas", "Waktu", "SatuanWaktu", "Biaya" }
            .Select(cell => ($"Input.Rows[{i}].{cell}", cell is "Uraian" or "Satuan" ? new string('x', 600) : "x")));

        var page = await asn.PostAsync($"/skp/{id}/susun?handler=Save", $"/skp/{id}/susun", [.. fields]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(60 * 8, page.Errors.Count);
        Assert.All(page.Errors, sentence => Assert.StartsWith("Baris ", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_rows_keep_what_was_typed_and_save_nothing()
    {
        var id = await DraftAsync("analisdag");
        using var asn = await site.SignInAsync("analisdag");
        var page = await asn.GoAsync($"/skp/{id}/susun");
        var rows = page.Page.QuerySelectorAll("tbody tr").Length;

        page = await page.Fill("Uraian kegiatan 2", "Setengah jadi")
            .Fill("Kuantitas kegiatan 2", "belum tahu").Tick("Hapus kegiatan 1").PressAsync("Tambah 5 baris");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Errors);
        Assert.Equal(rows + 5, page.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("belum tahu", page.Value("Kuantitas kegiatan 2"));
        Assert.Equal("true", page.Value("Hapus kegiatan 1"));
        Assert.Empty((await PlanAsync(id)).Kegiatan());
    }

    [Fact]
    public async Task A_ticked_row_goes_whatever_stands_in_it_and_a_cleared_one_too()
    {
        var id = await DraftAsync("kabidkop", Laporan, Laporan with { Uraian = "Kedua" }, Laporan with { Uraian = "Ketiga" });
        using var asn = await site.SignInAsync("kabidkop");
        var page = await asn.GoAsync($"/skp/{id}/susun");
        page.Fill("Kuantitas kegiatan 1", "bukan angka").Tick("Hapus kegiatan 1");
        Row(page, 2, "", "", "", "");

        page = await page.PressAsync("Simpan draf");

        Assert.NotNull(page.Done);
        Assert.Equal("Ketiga", Assert.Single((await PlanAsync(id)).Kegiatan()).Uraian);
    }

    [Fact]
    public async Task Who_saves_second_sees_it_and_keeps_what_was_typed()
    {
        var id = await DraftAsync("kabidind", Laporan);
        using var asn = await site.SignInAsync("kabidind");
        using var analis = await site.SignInAsync("analis");
        var mine = await asn.GoAsync($"/skp/{id}/susun");
        await (await analis.GoAsync($"/skp/{id}/susun")).Fill("Uraian kegiatan 1", "Tulisan analis").PressAsync("Simpan draf");

        mine = await mine.Fill("Uraian kegiatan 1", "Tulisan saya").PressAsync("Simpan draf");

        Assert.Equal(HttpStatusCode.Conflict, mine.Status);
        Assert.Contains("Dewi Safitri, S.Kom. mengubah rencana (1 kegiatan)", Assert.Single(mine.Errors), StringComparison.Ordinal);
        Assert.Equal("Tulisan saya", mine.Value("Uraian kegiatan 1"));
        Assert.Equal("Tulisan analis", Assert.Single((await PlanAsync(id)).Kegiatan()).Uraian);
        await mine.PressAsync("Simpan draf");
        Assert.Equal("Tulisan saya", Assert.Single((await PlanAsync(id)).Kegiatan()).Uraian);
    }

    [Fact]
    public async Task Who_saves_after_it_was_proposed_keeps_what_was_typed_but_cannot_save_it()
    {
        var id = await DraftAsync("penyuluhind", Laporan);
        using var asn = await site.SignInAsync("penyuluhind");
        using var analis = await site.SignInAsync("analis2");
        var mine = await asn.GoAsync($"/skp/{id}/susun");
        await (await analis.GoAsync($"/skp/{id}/susun")).PressAsync("Ajukan ke atasan langsung");

        mine = await mine.Fill("Uraian kegiatan 1", "Terlambat").PressAsync("Simpan draf");

        Assert.Equal(HttpStatusCode.Conflict, mine.Status);
        Assert.Contains("menunggu persetujuan atasan langsung", Assert.Single(mine.Errors), StringComparison.Ordinal);
        Assert.Equal("Terlambat", mine.Value("Uraian kegiatan 1"));
        Assert.True(mine.Button("Ajukan ke atasan langsung").IsDisabled);
        Assert.Equal(Laporan, Assert.Single((await PlanAsync(id)).Kegiatan()));
        Assert.Equal(HttpStatusCode.Conflict, (await asn.GoAsync($"/skp/{id}/susun")).Status);
    }

    [Fact]
    public async Task Fields_that_no_page_offers_change_nothing()
    {
        var id = await DraftAsync("pelaksanadag", Laporan);
        using var asn = await site.SignInAsync("pelaksanadag");
        var version = (await asn.GoAsync($"/skp/{id}/susun")).Page.QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        var before = await PlanAsync(id);

        var page = await asn.PostAsync($"/skp/{id}/susun?handler=Save", $"/skp/{id}/susun",
            ("Version", version), ("State", "Agreed"), ("Plan.State", "Agreed"), ("Input.State", "Agreed"), ("AtasanId", "1"), ("Plan.AtasanId", "1"),
            ("PegawaiId", "2"), ("Plan.PegawaiId", "2"), ("Plan.Id", "1"), ("id", "1"),
            ("Input.Rows[0].Uraian", "Baru"), ("Input.Rows[0].Kuantitas", "1"), ("Input.Rows[0].Satuan", "kali"),
            ("Input.Rows[0].Waktu", "1"));

        Assert.NotNull(page.Done);
        var after = await PlanAsync(id);
        Assert.Equal("Baru", Assert.Single(after.Kegiatan()).Uraian);
        Assert.Equal((before.State, before.AtasanId, before.PegawaiId, before.PeriodId), (
            after.State, after.AtasanId, after.PegawaiId, after.PeriodId));
    }

    [Fact]
    public async Task An_empty_plan_is_not_proposed()
    {
        var id = await DraftAsync("juru");
        using var asn = await site.SignInAsync("juru");

        var page = await (await asn.GoAsync($"/skp/{id}/susun")).PressAsync("Ajukan ke atasan langsung");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("paling sedikit satu kegiatan", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(PlanState.Draft, (await PlanAsync(id)).State);
    }

    [Fact]
    public async Task Without_an_atasan_the_draft_is_kept_and_the_page_says_whom_to_ask()
    {
        var id = await DraftAsync("keamanan", Laporan);
        var person = site.People["keamanan"].PegawaiId;
        await site.AskAsync(
            db => db.Pegawai.Where(p => p.Id == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.AtasanId, (int?)null)));
        using var asn = await site.SignInAsync("keamanan");

        var page = await (await asn.GoAsync($"/skp/{id}/susun")).PressAsync("Ajukan ke atasan langsung");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Minta administrator", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotNull((await page.PressAsync("Simpan draf")).Done);
    }

    [Fact]
    public async Task Proposing_goes_to_whoever_is_the_atasan_now()
    {
        var id = await DraftAsync("bendahara", Laporan);
        var (person, sekretaris) = (site.People["bendahara"].PegawaiId, site.People["sekretaris"].PegawaiId);
        await site.AskAsync(
            db => db.Pegawai.Where(p => p.Id == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.AtasanId, sekretaris)));
        using var asn = await site.SignInAsync("bendahara");

        var page = await (await asn.GoAsync($"/skp/{id}/susun")).PressAsync("Ajukan ke atasan langsung");

        Assert.Contains("Gusti Rahmadi", page.Done, StringComparison.Ordinal);
        Assert.Equal(sekretaris, (await PlanAsync(id)).AtasanId);
    }

    [Theory]
    [InlineData("kabiddag", HttpStatusCode.NotFound)]
    [InlineData("sekretaris", HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound)]
    [InlineData("kasubbag", HttpStatusCode.Forbidden)]
    [InlineData("kadis", HttpStatusCode.Forbidden)]
    [InlineData("kabidind", HttpStatusCode.Forbidden)]
    [InlineData("analis", HttpStatusCode.OK)]
    public async Task Only_the_owner_and_an_analis_may_write(string userName, HttpStatusCode expected)
    {
        var person = site.People["pelaksanaind"].PegawaiId;
        var id = await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == person).Select(p => p.Id).SingleOrDefaultAsync());
        id = id > 0 ? id : await DraftAsync("pelaksanaind", Laporan);
        using var visitor = await site.SignInAsync(userName);

        Assert.Equal(expected, (await visitor.GoAsync($"/skp/{id}/susun")).Status);
        if (expected != HttpStatusCode.OK)
        {
            foreach (var handler in new[] { "Save", "Propose", "More" })
            {
                Assert.Equal(expected, (await visitor.PostAsync($"/skp/{id}/susun?handler={handler}", "/kata-sandi")).Status);
            }
        }

        Assert.Equal([Laporan], (await PlanAsync(id)).Kegiatan());
    }

    private static void Row(Visit page, int no, string uraian, string kuantitas, string satuan, string waktu) => page
        .Fill($"Uraian kegiatan {no}", uraian).Fill($"Kuantitas kegiatan {no}", kuantitas)
        .Fill($"Satuan kegiatan {no}", satuan).Fill($"Waktu kegiatan {no}", waktu);

    private Task<long> DraftAsync(string userName, params KegiatanTugasJabatan[] kegiatan) =>
        site.PlayAsync(async play => (await play.DraftPlanAsync(userName, site.Period, new SasaranKerja(kegiatan))).Id);

    private Task<Plan> PlanAsync(long id) => site.AskAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == id));
}
