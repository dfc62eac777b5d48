using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

/// <summary>What the log says of a request, and what it must not.</summary>
public sealed class RequestLogTests(RequestLogTests.LoggedSite site) : IClassFixture<RequestLogTests.LoggedSite>
{
    [Fact]
    public async Task Each_request_is_one_line_that_names_its_route_and_account_and_nothing_of_what_was_asked()
    {
        using var admin = await site.SignInAsync("admin");
        using var stranger = site.Stranger();
        var account = await site.AskAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync());
        var person = site.People["bendahara"].PegawaiId!.Value;

        var lines = await site.LinesOfAsync(6, async () =>
        {
            await admin.GoAsync($"/pegawai/{person}?catatan=Rahasia");
            await admin.GoAsync("/Rahasia?nama=Rahasia");
            await stranger.GoAsync("/periksa/ABCD-EFGH-JKMN");
            await stranger.PostAsync("/masuk", "/masuk", ("Input.UserName", "Rahasia"), ("Input.Password", "Rahasia"));
            await stranger.GoAsync("/css/site.css");
        });

        Assert.Equal(
            [
                $"GET /pegawai/{{id:int}} {account} 200", $"GET (tanpa rute) {account} 404", "GET /periksa/{kode} - 404",
                "GET /masuk - 200", "POST /masuk - 422", "GET (tanpa rute) - 200",
            ],
            lines);
        Assert.All(site.Events, e =>
        {
            Assert.True(e.Level < LogEventLevel.Warning, e.RenderMessage(CultureInfo.InvariantCulture));
            var all = $"{e.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', e.Properties)}";
            Assert.All(["Rahasia", "ABCD", $"/pegawai/{person}", "css", site.People["bendahara"].Nama], secret => Assert.DoesNotContain(
                secret, all, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task What_a_note_tells_is_in_no_line_of_the_log_and_in_no_log_of_changes()
    {
        const string Secret = "Rahasia di antara dua orang";
        var id = await site.PlayAsync(async play => (await play.AgreedPlanAsync("penyuluh", site.Period)).Id);
        using var atasan = await site.SignInAsync("kabidkop");
        using var admin = await site.SignInAsync("admin");
        var form = await atasan.GoAsync($"/skp/{id}/catatan");

        var lines = await site.LinesOfAsync(2, async () => Assert.NotNull((await form.Fill("Uraian", Secret).PressAsync("Catat")).Done));

        Assert.All(lines, line => Assert.Contains("/skp/{id:long}/catatan", line, StringComparison.Ordinal));
        Assert.All(site.Events, e => Assert.DoesNotContain(
            Secret, $"{e.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', e.Properties)} {e.Exception}", StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, (await admin.GoAsync("/perubahan")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_race_is_one_line_of_information_without_a_stack_trace()
    {
        using var admin = await site.SignInAsync("admin");
        var address = $"/pegawai/{site.People["arsiparis"].PegawaiId}";
        var first = await admin.GoAsync(address);
        var second = await admin.GoAsync(address);
        await first.Fill("Jabatan", "Arsiparis Muda").PressAsync("Simpan perubahan");

        var lines = await site.LinesOfAsync(1, async () =>
            Assert.Equal(HttpStatusCode.Conflict, (await second.Fill("Jabatan", "Arsiparis Ahli").PressAsync("Simpan perubahan")).Status));

        Assert.EndsWith(" 409", Assert.Single(lines), StringComparison.Ordinal);
        AssertLost("Pegawai");
    }

    [Fact]
    public async Task What_somebody_else_has_taken_is_a_lost_race_too_and_any_other_failure_an_error()
    {
        await SaveAsync(new Holiday { Date = new(2026, 12, 24), Nama = "Cuti bersama" });
        site.Events.Clear();

        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(new Holiday { Date = new(2026, 12, 24), Nama = "Cuti bersama" }));

        AssertLost("holidays_pkey");
        site.Events.Clear();

        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(new Holiday { Date = new(2026, 12, 23), Nama = null! }));

        var failure = Assert.Single(site.Events);
        Assert.Equal(LogEventLevel.Error, failure.Level);
        Assert.IsType<DbUpdateException>(failure.Exception);
    }

    [Fact]
    public async Task A_fault_is_one_error_with_what_is_known_of_it_and_its_request_says_500()
    {
        using var admin = await site.SignInAsync("admin");
        var account = await site.AskAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync());
        await site.AsOwnerAsync("alter table holidays rename to holidays_gone");

        var lines = await site.LinesOfAsync(1, async () =>
            Assert.Equal(HttpStatusCode.InternalServerError, (await admin.GoAsync("/periode/libur?catatan=Rahasia")).Status));

        await site.AsOwnerAsync("alter table holidays_gone rename to holidays");
        Assert.Equal($"GET /periode/libur {account} 500", Assert.Single(lines));
        var fault = Assert.Single(site.Events, e => e.Exception is not null);
        Assert.Equal(LogEventLevel.Error, fault.Level);
        Assert.All(site.Events, e => Assert.DoesNotContain(
            "Rahasia", $"{e.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', e.Properties)}", StringComparison.Ordinal));
    }

    private void AssertLost(string what)
    {
        var told = Assert.Single(site.Events, e => !LoggedSite.IsRequest(e));
        Assert.Equal(LogEventLevel.Information, told.Level);
        Assert.Equal(what, Assert.IsType<ScalarValue>(told.Properties["What"]).Value);
        Assert.All(site.Events, e => Assert.Null(e.Exception));
    }

    private Task<int> SaveAsync(Holiday holiday) => site.AskAsync(db =>
    {
        db.Add(holiday);
        return db.SaveChangesAsync();
    });

    /// <summary>A site that keeps what it logs.</summary>
    public sealed class LoggedSite : SopSite, ILogEventSink
    {
        private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

        private readonly SemaphoreSlim _written = new(0);

        internal ConcurrentQueue<LogEvent> Events { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            Events.Enqueue(logEvent);
            _written.Release();
        }

        internal static bool IsRequest(LogEvent logEvent) => logEvent.Properties.ContainsKey("Route");

        /// <summary>Does something and says the lines of its requests; the last is written after its answer was sent.</summary>
        internal async Task<IReadOnlyList<string>> LinesOfAsync(int count, Func<Task> act)
        {
            // The lines of the requests before have been written once this one's is.
            Events.Clear();
            await WaitAsync(AskHealthAsync, () => Events.Where(IsRequest).Any(e => Text(e).Contains("/sehat", StringComparison.Ordinal)));
            Events.Clear();
            await WaitAsync(act, () => Events.Count(IsRequest) >= count);
            return [.. Events.Where(IsRequest).Select(Text)];
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            LogFrom(builder, "Information", "Warning");
            builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(this));
        }

        private async Task AskHealthAsync()
        {
            using var stranger = Stranger();
            await stranger.GoAsync("/sehat");
        }

        private static string Text(LogEvent line) =>
            string.Join(' ', new[] { "Method", "Route", "Account", "Status" }.Select(name => ((ScalarValue)line.Properties[name]).Value));

        private async Task WaitAsync(Func<Task> act, Func<bool> isDone)
        {
            await act();
            while (!isDone() && await _written.WaitAsync(LongEnough))
            {
                // One more line is there to be looked at.
            }
        }
    }
}
