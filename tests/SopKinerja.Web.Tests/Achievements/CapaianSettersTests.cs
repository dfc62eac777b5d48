using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Dossiers;
using SopKinerja.Web.Tests.Reports;
using SopKinerja.Web.Tests.Site;
using static SopKinerja.Domain.Scoring.PermenPanRb6.RatingKinerja;

namespace SopKinerja.Web.Tests.Achievements;

/// <summary>Who may set the capaian of a unit, by the pages and by the database alike; and what the database refuses of it besides.</summary>
public sealed class CapaianSettersTests(SopSite site) : IClassFixture<SopSite>
{
    private const string NotTheirs = "SK004";
    private const string OutOfOrder = "SK002";
    private const string Final = "SK001";

    // Told once more, from the register and not from the view.
    private static readonly Dictionary<string, string> Heads = new()
    {
        ["DINAS"] = "kadis",
        ["SEKRE"] = "sekretaris",
        ["PEP"] = "kasubbag",
        ["UMPEG"] = "kasubbag2",
        ["KOP"] = "kabidkop",
        ["IND"] = "kabidind",
        ["DAG"] = "kabiddag",
        ["PASAR"] = "kauptd",
    };

    /// <summary>Who rates somebody in the unit.</summary>
    private static readonly Dictionary<string, string[]> Raters = new()
    {
        ["DINAS"] = ["sekda"],
        ["SEKRE"] = ["kadis"],
        ["PEP"] = ["sekretaris", "kasubbag"],
        ["UMPEG"] = ["sekretaris", "kasubbag2"],
        ["KOP"] = ["kadis", "kabidkop"],
        ["IND"] = ["kadis", "kabidind"],
        ["DAG"] = ["kadis", "kabiddag"],
        ["PASAR"] = ["kadis", "kauptd"],
    };

    public static TheoryData<string> Everybody => [.. SopWorld.UserNames];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Only_the_head_of_a_unit_and_the_Kepala_Dinas_set_it_and_who_rates_there_reads_it(string who)
    {
        using var visitor = await site.SignInAsync(who);
        Assert.Equal(
            Heads.ContainsValue(who),
            (await visitor.GoAsync("/")).Text.Contains("Capaian organisasi unit kerja", StringComparison.Ordinal));
        var list = (await visitor.GoAsync($"/capaian?periode={site.Kinerja.Id}")).Page.QuerySelectorAll("tbody a")
            .Select(a => a.GetAttribute("href")!).ToList();
        foreach (var (kode, head) in Heads)
        {
            var unit = await UnitAsync(kode);
            var may = who == head || who == "kadis";
            // A Sekretaris and the auditor see every result.
            var reads = may || Raters[kode].Contains(who) || who is "sekretaris" or "kasubbag2" or "auditor";
            var address = $"/capaian/{unit}?periode={site.Kinerja.Id}&bagian=1";

            var page = await visitor.GoAsync(address);
            Assert.Equal((kode, reads ? HttpStatusCode.OK : HttpStatusCode.NotFound), (kode, page.Status));
            Assert.Equal((kode, may), (kode, page.HasButton("Tetapkan capaian")));
            Assert.Equal(reads, list.Contains($"/capaian/{unit}?periode={site.Kinerja.Id}&bagian=0"));
            if (!may)
            {
                var answer = await visitor.PostAsync(address, "/kata-sandi", ("Input.Capaian", "Baik"));
                Assert.Equal((kode, reads ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound), (kode, answer.Status));
            }

            if (site.People.TryGetValue(who, out var actor))
            {
                Assert.Equal((kode, may ? null : NotTheirs), (kode, await site.RefusedAsync(Line(unit, actor.PegawaiId, "Baik"))));
            }
        }

        Assert.Equal(NotTheirs, await site.RefusedAsync(Line(await UnitAsync("KOP"), null, "Baik")));
    }

    [Fact]
    public async Task Whoever_acts_for_the_head_sets_it_as_Plh_and_only_while_he_does()
    {
        var unit = await UnitAsync("DAG");
        var address = $"/capaian/{unit}?periode={site.Kinerja.Id}&bagian=2";
        await AppointAsync(JenisPenugasan.Plh, "kabiddag", "penera", days: 2);
        using var plh = await site.SignInAsync("penera");

        var page = await plh.GoAsync(address);
        Assert.Contains("Anda menetapkannya sebagai Plh. Kepala Bidang Perdagangan.", page.Text, StringComparison.Ordinal);
        page.Page.QuerySelector<IHtmlInputElement>("input[value=Kurang]")!.IsChecked = true;
        page = await page.Fill("Sumber", "LKjIP 2026").Fill("Tanggal sumber", "2026-11-20").PressAsync("Tetapkan capaian");
        Assert.Contains("sudah ditetapkan: Kurang.", page.Done, StringComparison.Ordinal);
        var line = await site.AskAsync(db => CapaianQueries.Last(db, site.Kinerja.Id, 2, unit));
        Assert.Equal(
            (site.People["penera"].PegawaiId, "Plh. Kepala Bidang Perdagangan", CapaianOrganisasi.Kurang),
            (line!.SetById, line.Sebagai, line.Capaian));

        var penera = site.People["penera"].PegawaiId;
        Assert.Null(await site.RefusedAsync(Line(unit, penera, "Baik", bagian: 1)));
        Assert.Equal(NotTheirs, await site.RefusedAsync(Line(unit, penera, "Baik", bagian: 1, daysLater: 9)));
        var start = site.Clock.GetUtcNow();
        try
        {
            site.Clock.Move(TimeSpan.FromDays(9));
            using var after = await site.SignInAsync("penera");
            Assert.Equal(HttpStatusCode.NotFound, (await after.GoAsync(address)).Status);
        }
        finally
        {
            site.Clock.Move(start - site.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task Nobody_whose_absence_could_last_keeps_a_value_from_being_set()
    {
        var unit = await UnitAsync("PASAR");
        var (head, kadis) = ("H. Marzuki, S.E. (Kepala UPTD Pengelolaan Pasar)", "Hj. Nurlaila Hasanah, S.P., M.P. (Kepala Dinas)");
        Task<IReadOnlyList<string>> SettersAsync() => site.AskAsync(db => db.CapaianSettersOfAsync(unit));
        Task<int> GoneAsync(string who, bool gone) => site.SetOpenAsync(who, !gone);

        Assert.Equal([head, kadis], await SettersAsync());
        await GoneAsync("kauptd", true);
        Assert.Equal([kadis], await SettersAsync());
        await GoneAsync("kauptd", false);
        await GoneAsync("kadis", true);
        Assert.Equal([head], await SettersAsync());
        await GoneAsync("kadis", false);
        // A unit without anybody in it is left to the Kepala Dinas.
        var empty = await site.AskAsync(async db =>
        {
            var added = new UnitKerja("KOSONG", "Unit tanpa kepala", null);
            db.UnitKerja.Add(added);
            await db.SaveChangesAsync();
            return added.Id;
        });
        Assert.Equal([site.People["kadis"].PegawaiId!.Value],
            await site.AskAsync(db => db.CapaianSetters.Where(s => s.UnitKerjaId == empty).Select(s => s.PegawaiId).ToListAsync()));
        Assert.Null(await site.RefusedAsync(Line(empty, site.People["kadis"].PegawaiId, "Baik")));
    }

    [Fact]
    public async Task A_subordinate_official_of_the_same_unit_is_not_its_head()
    {
        var (unit, kasubbag) = (await UnitAsync("SEKRE"), site.People["kasubbag"].PegawaiId);
        var line = Line(unit, kasubbag, "Baik");

        Assert.Equal(NotTheirs, await site.RefusedAsync($"update pegawai set unit_kerja_id = {unit} where id = {kasubbag}; {line}"));
        // Whoever is rated from outside the unit heads it; a pelaksana does not.
        Assert.Null(await site.RefusedAsync($"update pegawai set unit_kerja_id = {unit}, atasan_id = {site.People["kadis"].PegawaiId} "
            + $"where id = {kasubbag}; {line}"));
        Assert.Equal(NotTheirs, await site.RefusedAsync($"update pegawai set unit_kerja_id = {unit}, jenis_jabatan = 'Pelaksana', "
            + $"atasan_id = {site.People["kadis"].PegawaiId} where id = {kasubbag}; {line}"));
    }

    [Fact]
    public async Task The_kinds_of_official_who_head_a_unit_are_those_who_rate()
    {
        var (head, line) = (site.People["kauptd"].PegawaiId, Line(await UnitAsync("PASAR"), site.People["kauptd"].PegawaiId, "Baik"));
        foreach (var jenis in Enum.GetValues<JenisJabatan>())
        {
            var refused = await site.RefusedAsync($"update pegawai set jenis_jabatan = '{jenis}' where id = {head}; {line}");
            Assert.Equal((jenis, Pegawai.JenisJabatanPenilai.Contains(jenis)), (jenis, refused is null));
        }
    }

    [Fact]
    public async Task It_is_set_only_for_a_period_that_knows_it_and_for_a_part_of_it()
    {
        var (unit, kadis) = (await UnitAsync("KOP"), site.People["kadis"].PegawaiId);

        Assert.Equal(OutOfOrder, await site.RefusedAsync(Line(unit, kadis, "Baik", period: site.Period.Id, bagian: 0)));
        var whole = await site.AskAsync(async db =>
        {
            var period = new Period("Kinerja 2028", new(2028, 1, 1), new(2028, 12, 31), site.Kinerja.Method, null);
            db.Periods.Add(period);
            await db.SaveChangesAsync();
            return period.Id;
        });
        Assert.Equal(OutOfOrder, await site.RefusedAsync(Line(unit, kadis, "Baik", period: whole)));
        Assert.Null(await site.RefusedAsync(Line(unit, kadis, "Baik", period: whole, bagian: 0)));
        Assert.Equal("23514", await site.RefusedAsync(Line(unit, kadis, "Hebat")));
        using var visitor = await site.SignInAsync("kadis");
        var page = await visitor.GoAsync($"/capaian?periode={site.Period.Id}");
        Assert.DoesNotContain(page.Page.QuerySelectorAll("#periode option"), o => o.TextContent == site.Period.Nama);
        Assert.NotEqual(site.Period.Nama, page.Value("Periode"));
    }

    [Fact]
    public async Task A_period_whose_capaian_is_set_keeps_its_parts()
    {
        var unit = await UnitAsync("KOP");
        var period = await site.AskAsync(async db =>
        {
            var added = new Period("Kinerja 2029", new(2029, 1, 1), new(2029, 12, 31), site.Kinerja.Method, null);
            added.EvaluateEvery(KalaEvaluasi.Triwulanan);
            db.Periods.Add(added);
            await db.SaveChangesAsync();
            return added;
        });
        await site.PlayAsync(play => play.SetCapaianAsync(period, 1, unit, CapaianOrganisasi.Baik));
        using var admin = await site.SignInAsync("admin");

        var page = await (await admin.GoAsync($"/periode/{period.Id}")).Fill("Evaluasi periodik", "Bulanan").PressAsync("Simpan perubahan");

        Assert.Equal(
            "Sudah ada capaian organisasi pada periode ini, jadi isian ini tidak dapat diubah lagi. Kembalikan ke isian semula.",
            Assert.Single(page.Errors));
    }

    [Fact]
    public async Task Lines_follow_one_another_and_none_is_changed()
    {
        var (unit, kadis) = (await UnitAsync("SEKRE"), site.People["kadis"].PegawaiId);
        var first = Line(unit, kadis, "Baik", bagian: 3);
        var second = Line(unit, kadis, "Kurang", bagian: 3, no: 2, before: "Baik", reason: "Reviu.");

        Assert.Null(await site.RefusedAsync($"{first}; {second}"));
        Assert.Equal(OutOfOrder, await site.RefusedAsync($"{first}; {Line(unit, kadis, "Kurang", bagian: 3)}"));
        Assert.Equal(OutOfOrder, await site.RefusedAsync(
            $"{first}; {Line(unit, kadis, "Kurang", bagian: 3, no: 2, before: "Istimewa", reason: "Reviu.")}"));
        Assert.Equal(OutOfOrder, await site.RefusedAsync(second));
        Assert.Equal("23514", await site.RefusedAsync($"{first}; {Line(unit, kadis, "Kurang", bagian: 3, no: 2, before: "Baik")}"));
        Assert.Equal(Final, await site.RefusedAsync($"{first}; update capaian_unit set capaian = 'Kurang'"));
        Assert.Equal(Final, await site.RefusedAsync($"{first}; delete from capaian_unit"));
        Assert.Equal(Final, await site.RefusedAsync($"{first}; truncate capaian_unit"));
        Assert.Equal(Final, await site.RefusedAsync($"{first}; update periods set kala = 'Bulanan' where id = {site.Kinerja.Id}"));
    }

    [Fact]
    public async Task No_result_is_approved_with_another_value_than_that_of_its_unit()
    {
        var id = await site.KinerjaAsync(Step.Validate, "bendahara", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 1);
        var (unit, kadis) = (await UnitAsync("UMPEG"), site.People["kadis"].PegawaiId);
        string Approved(string capaian, string mode = "Account") =>
            $"update dossiers set step = 5, document_version = 1, signing_mode = '{mode}', verification_code = '0123456789AB', "
            + $"outcome = '{{\"Sebutan\": \"Baik\"}}', sheet = sheet || '{{\"CapaianOrganisasi\": \"{capaian}\"}}' where id = {id}";
        // That no line of the history says so is another matter.
        Task<string?> RefusedAsync(string sql) => site.RefusedAsync(sql, expected: "SK003");
        var first = Line(unit, kadis, "Baik");
        var second = Line(unit, kadis, "Kurang", no: 2, before: "Baik", reason: "Reviu.");

        Assert.Equal(OutOfOrder, await RefusedAsync(Approved("Baik")));
        Assert.Equal(OutOfOrder, await RefusedAsync($"{first}; {Approved("Kurang")}"));
        Assert.Equal(OutOfOrder, await RefusedAsync($"{first}; {second}; {Approved("Baik")}"));
        Assert.Equal(OutOfOrder, await RefusedAsync($"{first}; {Approved("Kurang", "Bsre")}"));
        Assert.Null(await RefusedAsync($"{first}; {Approved("Baik")}"));
        Assert.Null(await RefusedAsync($"{first}; {second}; {Approved("Kurang")}"));
        // What was sent to BSrE before the change says what held then.
        Assert.Null(await RefusedAsync($"{first}; {second}; {Approved("Baik", "Bsre")}"));
    }

    private string Line(
        int unit, int? by, string capaian, int bagian = 1, int no = 1, string? before = null, string? reason = null, int? period = null,
        int daysLater = 0)
    {
        static string Text(string? words) => words is null ? "null" : $"'{words}'";
        return "insert into capaian_unit (unit_kerja_id, period_id, bagian, no, sebelumnya, capaian, sumber, tanggal_sumber, alasan, "
            + "set_by_id, set_by_nama, sebagai, at) values "
            + $"({unit}, {period ?? site.Kinerja.Id}, {bagian}, {no}, {Text(before)}, '{capaian}', 'LKjIP', '2026-11-02', {Text(reason)}, "
            + $"{by?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}, 'x', 'x', '{site.Clock.GetUtcNow().AddDays(daysLater):O}')";
    }

    private Task<int> AppointAsync(JenisPenugasan jenis, string instead, string by, int days) => site.AskAsync(db =>
    {
        var today = Tanggal.DiWita(site.Clock.GetUtcNow());
        db.Penugasan.Add(new(jenis, site.People[instead].PegawaiId!.Value, site.People[by].PegawaiId!.Value, "800/12", today, today,
            today.AddDays(days), "Cuti tahunan"));
        return db.SaveChangesAsync();
    });

    private Task<int> UnitAsync(string kode) => site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == kode).Select(u => u.Id).SingleAsync());
}
