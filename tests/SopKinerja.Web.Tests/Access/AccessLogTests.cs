using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>Who looked and who tried is written down, by whom, of whom, from where and when.</summary>
public sealed class AccessLogTests(AccessLogTests.ReadSite site) : IClassFixture<AccessLogTests.ReadSite>
{
    [Fact]
    public async Task Coming_in_and_failing_to_is_one_line_each_and_what_was_typed_is_kept_nowhere()
    {
        var before = await LastAsync();
        using var stranger = site.Stranger();
        foreach (var (name, password) in ((string, string)[])
            [("arsiparis", "bukan ini"), ("RahasiaSayaTertulisDiSini", "x"), ("JugaRahasiaTertulisDiSini", "x")])
        {
            await (await stranger.GoAsync("/masuk")).Fill("Nama pengguna", name).Fill("Kata sandi", password).PressAsync("Masuk");
        }

        using var known = await site.SignInAsync("arsiparis");
        var account = await AccountAsync("arsiparis");

        // Of names that are no account's one line an hour is enough.
        Assert.Equal(
            [(AccessKind.PasswordWrong, account), (AccessKind.PasswordWrong, null), (AccessKind.SignedIn, account)],
            (await SinceAsync(before)).Select(e => (e.Kind, e.AccountId)));
        var came = (await SinceAsync(before))[^1];
        Assert.Equal((site.People["arsiparis"].Nama, "-", site.Clock.GetUtcNow()), (came.ActorNama, came.Network, came.At));
        Assert.True(await site.AskAsync(db => db.Sessions.AnyAsync(s => s.Id == came.SessionId && s.AccountId == account)));
        Assert.Equal(0, await CountEverywhereAsync("TertulisDiSini"));
    }

    [Fact]
    public async Task Who_must_wait_is_one_line_however_often_he_asks_meanwhile()
    {
        var before = await LastAsync();
        using var stranger = site.Stranger();
        for (var i = 0; i < 7; i++)
        {
            await (await stranger.GoAsync("/masuk")).Fill("Nama pengguna", "keamanan").Fill("Kata sandi", "bukan ini").PressAsync("Masuk");
        }

        var kinds = (await SinceAsync(before)).Where(e => e.AccountId is not null).CountBy(e => e.Kind).ToDictionary();
        Assert.Equal((4, 1), (kinds[AccessKind.PasswordWrong], kinds[AccessKind.Waited]));
    }

    [Fact]
    public async Task A_refusal_is_written_with_the_pattern_of_its_route_and_its_dossier_and_nothing_of_the_address()
    {
        var id = site.Keys["approved"];
        using var kasubbag = await site.SignInAsync("kasubbag");
        using var admin = await site.SignInAsync("admin");
        var before = await LastAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await kasubbag.GoAsync($"/berkas/{id}/hasil?kode=ABCD-EFGH")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await kasubbag.GoAsync($"/berkas/{id}/hasil")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await kasubbag.GoAsync("/kemajuan?cari=rahasia")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync($"/berkas/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync("/tidak-ada")).Status);

        var person = site.People["pelaksanaind"].PegawaiId;
        Assert.Equal(
            [
                (await AccountAsync("kasubbag"), "/berkas/{id:long}/hasil", id, person, "Kasubbag"),
                (await AccountAsync("kasubbag"), "/kemajuan", null, null, "Kasubbag"),
                (await AccountAsync("admin"), "/berkas/{id:long}", id, person, "Administrator"),
            ],
            (await SinceAsync(before)).Where(e => e.Kind == AccessKind.Refused)
                .Select(e => (e.AccountId, e.What, e.DossierId, e.PegawaiId, e.Sebagai)));
    }

    [Fact]
    public async Task What_a_program_fetches_ahead_shows_nothing_is_no_reading_and_lets_no_time_begin()
    {
        var id = site.Keys["approved"];
        using var asn = await site.SignInAsync("pelaksanaind");
        var received = await ReceiptAsync();
        using var kadis = await site.SignInAsync("kadis");
        site.Clock.Move(TimeSpan.FromHours(2));
        var before = await LastAsync();
        foreach (var visitor in (Visitor[])[asn, kadis])
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, new Uri($"/berkas/{id}", UriKind.Relative));
            using var ahead = new HttpRequestMessage(HttpMethod.Get, new Uri($"/berkas/{id}", UriKind.Relative));
            ahead.Headers.Add("Sec-Purpose", "prefetch;prerender");
            foreach (var (request, status) in ((HttpRequestMessage, HttpStatusCode)[])
                [(head, HttpStatusCode.MethodNotAllowed), (ahead, HttpStatusCode.ServiceUnavailable)])
            {
                using var answer = await visitor.Client.SendAsync(request);
                Assert.Equal(status, answer.StatusCode);
                Assert.DoesNotContain("Nilai prestasi kerja", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }

        Assert.Empty(await OpenedAsync(before));
        Assert.Equal(received, await ReceiptAsync());
        using var health = new HttpRequestMessage(HttpMethod.Head, new Uri("/sehat", UriKind.Relative));
        using var healthy = await asn.Client.SendAsync(health);
        Assert.Equal(HttpStatusCode.OK, healthy.StatusCode);

        Task<ResultReceipt?> ReceiptAsync() =>
            site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.ResultReceipt).SingleAsync());
    }

    [Fact]
    public async Task The_same_account_from_another_address_within_the_hour_is_another_line()
    {
        var (id, account) = (site.Keys["archived"], await AccountAsync("kadis"));
        var written = new List<int>();
        foreach (var network in (string[])["192.0.2.1", "192.0.2.1", "192.0.2.7", "192.0.2.7"])
        {
            written.Add(await site.AskAsync(db => db.Database.SqlQuery<int>($"""
                select note_access({site.Clock.GetUtcNow()}, 'ResultPage', {account}, {network}, null, true,
                    array[(select asn_id from dossiers where id = {id})], array[{id}], array[null]::text[], array['Kepala Dinas']) as "Value"
                """).SingleAsync()));
        }

        Assert.Equal([1, 0, 1, 0], written);
    }

    /// <summary>It may be somebody else, who was given the password meanwhile.</summary>
    [Fact]
    public async Task The_same_account_in_another_session_within_the_hour_is_another_line()
    {
        var id = site.Keys["approved"];
        using var first = await site.SignInAsync("kadis");
        using var second = await site.SignInAsync("kadis");
        site.Clock.Move(TimeSpan.FromHours(2));
        var before = await LastAsync();
        await first.GoAsync($"/berkas/{id}");
        await first.GoAsync($"/berkas/{id}");
        await second.GoAsync($"/berkas/{id}");
        Assert.Equal(2, (await OpenedAsync(before)).Count);
    }

    /// <summary>Whoever set its password would read all results with it.</summary>
    [Fact]
    public async Task An_office_that_reads_results_is_not_held_until_its_owner_is_confirmed()
    {
        using var kadis = await site.SignInAsync("kadis");
        Assert.Equal(HttpStatusCode.OK, (await kadis.GoAsync("/kemajuan/hasil")).Status);
        await site.AsOwnerAsync(
            "update accounts set reset_at = now(), reset_by = 'a', confirm_code = '0123456789AB', confirmed_at = null, confirmed_by = null where user_name = 'kadis'");
        try
        {
            using var again = await site.SignInAsync("kadis");
            Assert.Equal(HttpStatusCode.Forbidden, (await again.GoAsync("/kemajuan/hasil")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await again.GoAsync("/kemajuan/hasil.csv")).Status);
            Assert.Equal(HttpStatusCode.OK, (await again.GoAsync("/konfirmasi-akun")).Status);
        }
        finally
        {
            await site.AsOwnerAsync("update accounts set confirmed_at = now(), confirmed_by = 'a' where user_name = 'kadis'");
        }
    }

    [Fact]
    public async Task A_reader_whose_password_somebody_else_has_set_is_written_down_as_such()
    {
        var id = site.Keys["approved"];
        await site.AskAsync(db => db.Database.ExecuteSqlAsync(
            $"update accounts set reset_at = {site.Clock.GetUtcNow()}, reset_by = 'Administrator', confirm_code = '0123456789AB', confirmed_at = null where user_name = 'kabidind'"));
        using var reader = await site.SignInAsync("kabidind");
        var before = await LastAsync();
        await reader.GoAsync($"/berkas/{id}");
        Assert.EndsWith("atasan langsung, akun belum dikonfirmasi", Assert.Single(await OpenedAsync(before)).Sebagai, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_a_result_twice_or_eight_times_at_one_moment_within_the_hour_is_one_line()
    {
        var id = site.Keys["approved"];
        using var kadis = await site.SignInAsync("kadis");
        var before = await LastAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => kadis.GoAsync($"/berkas/{id}")));
        await kadis.GoAsync($"/berkas/{id}/hasil");
        await kadis.GoAsync($"/berkas/{id}/riwayat");
        var first = Assert.Single(await OpenedAsync(before));
        Assert.Equal(
            (AccessKind.ResultPage, id, site.People["pelaksanaind"].PegawaiId, site.People["kadis"].Nama),
            (first.Kind, first.DossierId, first.PegawaiId, first.ActorNama));
        Assert.Contains("Kepala Dinas", first.Sebagai, StringComparison.Ordinal);

        site.Clock.Move(TimeSpan.FromMinutes(59));
        await kadis.GoAsync($"/berkas/{id}");
        Assert.Single(await OpenedAsync(before));
        site.Clock.Move(TimeSpan.FromMinutes(2));
        await kadis.GoAsync($"/berkas/{id}");
        Assert.Equal(2, (await OpenedAsync(before)).Count);
    }

    [Fact]
    public async Task A_file_is_a_line_of_its_own_with_its_name_and_one_s_own_is_none()
    {
        var id = site.Keys["archived"];
        using var kadis = await site.SignInAsync("kadis");
        using var juru = await site.SignInAsync("juru");
        var before = await LastAsync();

        foreach (var visitor in (Visitor[])[kadis, juru])
        {
            foreach (var file in (string[])["dokumen/akhir", "dokumen/akhir/1", "salinan/1", "buku-catatan"])
            {
                Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync($"/berkas/{id}/{file}")).Status);
            }
        }

        Assert.Equal(
            [
                (AccessKind.Document, "dokumen akhir"), (AccessKind.Document, "dokumen akhir, versi 1"), (AccessKind.Copy, "nomor 1"),
                (AccessKind.Document, "buku catatan perilaku"),
            ],
            (await OpenedAsync(before)).Select(e => (e.Kind, e.What)));
    }

    [Fact]
    public async Task A_list_and_its_export_are_a_line_for_each_person_in_them()
    {
        using var kadis = await site.SignInAsync("kadis");
        site.Clock.Move(TimeSpan.FromHours(2));
        var before = await LastAsync();

        await kadis.GoAsync($"/kemajuan/hasil?periode={site.Period.Id}");
        await kadis.GoAsync($"/kemajuan/hasil.csv?periode={site.Period.Id}");

        var opened = await OpenedAsync(before);
        int?[] people = [.. ((string[])["juru", "pelaksanaind"]).Select(p => site.People[p].PegawaiId).Order()];
        Assert.Equal(people, opened.Where(e => e.Kind == AccessKind.List).Select(e => e.PegawaiId).Order());
        Assert.Equal(people, opened.Where(e => e.Kind == AccessKind.Export).Select(e => e.PegawaiId).Order());
        Assert.Equal(4, opened.Count);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown()
    {
        var id = site.Keys["approved"];
        using var sekda = await site.SignInAsync("kabidind");
        var page = await sekda.GoAsync($"/berkas/{id}");
        var figure = Angka(page.Text);
        site.Clock.Move(TimeSpan.FromHours(2));
        await site.AsOwnerAsync("alter table access_events add constraint none_more check (false) not valid");
        try
        {
            foreach (var address in (string[])[$"/berkas/{id}", $"/berkas/{id}/dokumen/persetujuan", $"/berkas/{id}/hasil"])
            {
                var refused = await sekda.GoAsync(address);
                Assert.Equal(HttpStatusCode.InternalServerError, refused.Status);
                Assert.DoesNotContain(figure, refused.Html, StringComparison.Ordinal);
            }
        }
        finally
        {
            await site.AsOwnerAsync("alter table access_events drop constraint none_more");
        }
    }

    [Fact]
    public async Task A_page_that_notes_something_costs_one_command_and_any_other_none()
    {
        using var kadis = await site.SignInAsync("kadis");
        var id = site.Keys["archived"];
        foreach (var (address, many) in ((string, int)[])
            [($"/berkas/{id}", 1), ($"/berkas/{id}/hasil", 1), ($"/berkas/{id}/dokumen/akhir", 1), ("/kemajuan/hasil", 1), ("/kemajuan", 1),
                ("/kemajuan/hasil.csv", 1), ("/", 0), ("/berkas", 0), ("/skp", 0), ("/sop", 0), ("/kata-sandi", 0), ("/segel", 0)])
        {
            site.Counter.Notes = 0;
            Assert.Equal(HttpStatusCode.OK, (await kadis.GoAsync(address)).Status);
            Assert.True(many == site.Counter.Notes, $"{address}: {site.Counter.Notes}");
        }
    }

    [Fact]
    public async Task A_line_of_the_log_names_the_kind_and_the_account_and_no_person()
    {
        using var kadis = await site.SignInAsync("kadis");
        site.Clock.Move(TimeSpan.FromHours(2));
        var (account, before) = (await AccountAsync("kadis"), site.Lines.Count);
        await kadis.GoAsync($"/berkas/{site.Keys["archived"]}/hasil");
        var line = Assert.Single(site.Lines.Skip(before), l => l.Contains($"akun {account}", StringComparison.Ordinal));
        Assert.Equal($"Akses ResultPage oleh akun {account}, 1 orang", line);
    }

    [Theory]
    [InlineData("update access_events set network = 'x'", "SK001")]
    [InlineData("delete from access_events", "SK001")]
    [InlineData("truncate access_events", "SK001")]
    [InlineData("select forget_access(5, 10)", "SK001")]
    [InlineData("select forget_access(null, 10)", "SK001")]
    public async Task Nobody_changes_a_line_not_even_the_owner_of_the_table(string sql, string code)
    {
        using var somebody = await site.SignInAsync("juru");
        Assert.Equal(code, await site.RefusedAsync(sql));
    }

    [Fact]
    public async Task Every_kind_has_its_row_and_its_words()
    {
        Assert.Equal(Enum.GetValues<AccessKind>().Order(), AccessKinds.Rows.Select(r => r.Kind).Order());
        Assert.Equal(AccessKinds.Rows.Count, AccessKinds.Rows.Select(r => r.Nama).Distinct().Count());
        await Task.CompletedTask;
    }

    private static string Angka(string text) =>
        text.Split(' ').First(w => decimal.TryParse(w, NumberStyles.Number, CultureInfo.GetCultureInfo("id-ID"), out var d) && d > 50 && w.Contains(','));

    private Task<int?> AccountAsync(string userName) =>
        site.AskAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => (int?)u.Id).SingleAsync());

    private Task<long> LastAsync() => site.AskAsync(db => db.AccessEvents.MaxAsync(e => (long?)e.Id).ContinueWith(t => t.Result ?? 0));

    private Task<List<AccessEvent>> SinceAsync(long before) =>
        site.AskAsync(db => db.AccessEvents.AsNoTracking().Where(e => e.Id > before).OrderBy(e => e.Id).ToListAsync());

    private async Task<List<AccessEvent>> OpenedAsync(long before) =>
        [.. (await SinceAsync(before)).Where(e => e.PegawaiId is not null && e.Kind != AccessKind.Refused)];

    /// <summary>In how many rows of the whole database a text stands.</summary>
    private async Task<long> CountEverywhereAsync(string text)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        var tables = await site.AskAsync(db => db.Database.SqlQuery<string>(
            $"select relname::text as \"Value\" from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'").ToListAsync());
        await using var command = new NpgsqlCommand(string.Join(
            " + ", tables.Select(t => $"(select count(*) from \"{t}\" t where t::text ilike '%{text}%')").Prepend("select 0")), connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public sealed class ReadSite : SopSite
    {
        /// <summary>Dossiers of the open period: one approved and not signed, one in the archive.</summary>
        public Dictionary<string, long> Keys { get; private set; } = [];

        public NoteCounter Counter { get; } = new();

        /// <summary>What the service that notes has told the log.</summary>
        public ConcurrentQueue<string> Lines { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services
                .ConfigureDbContext<SopDbContext>(options => options.AddInterceptors(Counter))
                .AddSingleton<ILogger<AccessLog>>(new HeardLog(Lines)));
        }

        protected override async Task FoundAsync()
        {
            await base.FoundAsync();
            await PlayAsync(async play =>
            {
                Keys["approved"] = (await play.DossierAtAsync(Step.Sign, "pelaksanaind", Period)).Id;
                var archived = await play.DossierAtAsync(Step.Archive, "juru", Period);
                await play.PerformAsync(archived);
                Keys["archived"] = archived.Id;
                return 0;
            });
        }

        protected override void Recall(SopSite founder)
        {
            base.Recall(founder);
            Keys = ((ReadSite)founder).Keys;
        }
    }

    /// <summary>Counts the commands that note something.</summary>
    public sealed class NoteCounter : DbCommandInterceptor
    {
        public int Notes { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Notes += command.CommandText.Contains("note_access", StringComparison.Ordinal) ? 1 : 0;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }

    private sealed class HeardLog(ConcurrentQueue<string> lines) : ILogger<AccessLog>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));
    }
}
