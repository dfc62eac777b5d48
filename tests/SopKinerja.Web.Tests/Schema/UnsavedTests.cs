using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>What the database refuses is one name, one status and one sentence, whichever page asked.</summary>
public sealed class UnsavedTests(SopSite site) : IClassFixture<SopSite>
{
    public static TheoryData<string, string, int> Refusals
    {
        get
        {
            var all = new TheoryData<string, string, int>();
            foreach (var page in Pages.Keys)
            {
                foreach (var state in Unsaved.Rows.SelectMany(r => r.SqlStates.Select(s => (State: s, r.Status))))
                {
                    all.Add(page, state.State, state.Status);
                }
            }

            return all;
        }
    }

    // Each of the ways in which a page saves, with the table that it writes.
    private static readonly Dictionary<string, (string Table, Func<SopSite, Task<(Visitor, Visit)>> Open, string Button)> Pages = new()
    {
        ["step"] = ("dossiers", async site =>
        {
            var id = await site.AskAsync(db => db.Dossiers.Where(d => d.Step == Step.Check).Select(d => d.Id).FirstOrDefaultAsync());
            id = id > 0 ? id : await site.DossierAtAsync(Step.Check, "kabidkop");
            var visitor = await site.SignInAsync("kasubbag");
            return (
                visitor, (await visitor.GoAsync($"/berkas/{id}/periksa")).Fill("Catatan (boleh kosong)", Guid.CreateVersion7().ToString()));
        }, "Simpan"),
        ["plan"] = ("plans", async site =>
        {
            var person = site.People["penyuluh"].PegawaiId;
            var id = await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == person).Select(p => p.Id).FirstOrDefaultAsync());
            id = id > 0 ? id : await site.PlayAsync(async play => (await play.ProposedPlanAsync("penyuluh", site.Period)).Id);
            var visitor = await site.SignInAsync("kabidkop");
            return (visitor, (await visitor.GoAsync($"/skp/{id}")).Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.")
            .Tick("Saya sudah membaca semua target di atas dan menyetujuinya"));
        }, "Setujui SKP"),
        ["administrator"] = ("pegawai", async site =>
        {
            var visitor = await site.SignInAsync("admin");
            var page = await visitor.GoAsync($"/pegawai/{site.People["bendahara"].PegawaiId}");
            return (visitor, page.Fill("Jabatan", $"Bendahara {Guid.CreateVersion7()}"));
        }, "Simpan perubahan"),
        ["plain"] = ("keadaan_pegawai", async site =>
        {
            var visitor = await site.SignInAsync("admin");
            var page = await visitor.GoAsync($"/periode/keadaan?Periode={site.Period.Id}&Pegawai={site.People["penyuluh"].PegawaiId}");
            return (visitor, page.Fill("Keadaan", "Cuti")
                .Fill("Mulai", "2026-03-01").Fill("Sampai dengan", "2026-05-31").Fill("Uraian", "Cuti besar"));
        }, "Catat keadaan"),
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_is_a_sentence_and_its_status_on_every_kind_of_page(string page, string state, int status)
    {
        var (table, open, button) = Pages[page];
        var (visitor, visit) = await open(site);
        using var _ = visitor;
        await using var refusing = await Refusing.BeginAsync(
            site.ConnectionString, table, $"raise exception 'refused' using errcode = '{state}'");

        visit = await visit.PressAsync(button);

        // The administrator's forms have a field for these.
        var isAtField = (page, state) is ("administrator", PostgresErrorCodes.UniqueViolation or "SK006" or "SK010" or "SK011");
        Assert.Equal(isAtField ? HttpStatusCode.UnprocessableEntity : (HttpStatusCode)status, visit.Status);
        Assert.True(isAtField || visit.Text.Contains("simpan", StringComparison.Ordinal), visit.Text);
        Assert.Equal(
            !isAtField && Unsaved.Rows.Single(r => r.SqlStates.Contains(state)).IsFault,
            visit.Text.Contains("Sampaikan kepada administrator kapan", StringComparison.Ordinal)
                || visit.Text.Contains("Hubungan ke basis data terputus", StringComparison.Ordinal));
        Assert.Null(visit.Done);
    }

    [Theory]
    [InlineData("step")]
    [InlineData("plain")]
    public async Task A_connection_that_breaks_is_said_to_have_broken(string page)
    {
        var (table, open, button) = Pages[page];
        var (visitor, visit) = await open(site);
        using var _ = visitor;
        await using var refusing = await Refusing.BeginAsync(
            site.ConnectionString, table, "perform pg_terminate_backend(pg_backend_pid())");

        visit = await visit.PressAsync(button);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visit.Status);
        Assert.Contains("Hubungan ke basis data terputus", visit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_takes_no_connection_a_page_says_so_below_its_head_and_later_comes_back()
    {
        using var visitor = await site.SignInAsync("analis");
        await using var keeper = new NpgsqlConnection(site.SuperuserConnectionString);
        await keeper.OpenAsync();
        await RunAsync(keeper, $"alter database \"{keeper.Database}\" connection limit 0");
        await RunAsync(
            keeper,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        var visit = await visitor.GoAsync("/berkas");

        await RunAsync(keeper, $"alter database \"{keeper.Database}\" connection limit -1");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, visit.Status);
        Assert.Contains("Basis data tidak menjawab", visit.Text, StringComparison.Ordinal);
        Assert.Contains(site.People["analis"].Nama, visit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tersimpan", visit.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync("/berkas")).Status);
    }

    [Fact]
    public async Task Of_two_who_wait_for_each_other_one_gets_the_name_of_a_deadlock_and_the_other_saves()
    {
        var ids = site.People.Values.Where(p => p.PegawaiId is not null).Select(p => p.PegawaiId!.Value).Order().Take(2).ToArray();

        var ends = await site.AskAsync(one => site.AskAsync(async other =>
        {
            await using var first = await one.Database.BeginTransactionAsync();
            await using var second = await other.Database.BeginTransactionAsync();
            await TouchAsync(one, ids[0]);
            await TouchAsync(other, ids[1]);
            return await Task.WhenAll(
                one.WhyNotSavedAsync(() => TouchAsync(one, ids[1])), other.WhyNotSavedAsync(() => TouchAsync(other, ids[0])));
        }));

        Assert.Equal(UnsavedReason.Deadlock, Assert.Single(ends.OfType<Unsaved>()).Reason);
    }

    [Fact]
    public void Every_reason_has_one_row_and_no_code_two()
    {
        Assert.Equal(Enum.GetValues<UnsavedReason>(), Unsaved.Rows.Select(r => r.Reason));
        Assert.Distinct(Unsaved.Rows.SelectMany(r => r.SqlStates));
    }

    [Fact]
    public void A_fault_of_the_program_is_none_of_them()
    {
        Assert.Null(Unsaved.Of(new InvalidOperationException()));
        Assert.Null(Unsaved.Of(
            new DbUpdateException("not saved", new PostgresException("null", "ERROR", "ERROR", PostgresErrorCodes.NotNullViolation))));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<int> TouchAsync(SopDbContext db, int id) =>
        db.Pegawai.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Jabatan, p => p.Jabatan + " x"));
}
