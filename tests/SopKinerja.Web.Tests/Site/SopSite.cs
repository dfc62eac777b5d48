using System.Net;
using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Site;

/// <summary>
/// The whole application over a database of its own, with the fictional dinas founded and nothing else: two periods, no plan, no dossier.
/// One per test class, as a class fixture; every user has the same <see cref="Password"/>. The dinas is founded once in a run: each site
/// works on a copy of that database.
/// </summary>
public class SopSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly string PasswordOfThisRun = "uji " + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private static readonly ConcurrentDictionary<Type, Lazy<Task<SopSite>>> Founders = new();

    private readonly string _data = Directory.CreateTempSubdirectory("sopkinerja-situs-").FullName;
    private TestDatabase _database = null!;

    /// <summary>Drawn anew for every run.</summary>
    public string Password => PasswordOfThisRun;

    /// <summary>The clock of the application; it stands still at a Monday morning in office hours until a test moves it.</summary>
    public TestClock Clock { get; } = new(new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    /// <summary>Everybody of the dinas by user name.</summary>
    public IReadOnlyDictionary<string, Actor> People { get; private set; } = null!;

    /// <summary>The open period: Tahun 2026.</summary>
    public Period Period { get; private set; } = null!;

    /// <summary>The open period of the same year under PermenPANRB 6/2022: Kinerja 2026.</summary>
    public Period Kinerja { get; private set; } = null!;

    /// <summary>The period before: Tahun 2025.</summary>
    public Period LastPeriod { get; private set; } = null!;

    /// <summary>Connects as the owner of the tables.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>Connects as the role as which the program serves.</summary>
    public string RuntimeConnectionString => _database.RuntimeConnectionString;

    /// <summary>Connects as a superuser of the database.</summary>
    public string SuperuserConnectionString => _database.SuperuserConnectionString;

    public virtual async Task InitializeAsync()
    {
        var founder = await Founders.GetOrAdd(Founded, world => new(() => FoundOnceAsync(world))).Value;
        _database = await TestDatabase.CopyAsync(founder._database);
        Recall(founder);
        await ReadPeriodsAsync();
    }

    // The class that says what is there at the beginning; sites that only differ in their settings share it.
    private Type Founded =>
        GetType().GetMethod(nameof(FoundAsync), BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType!;

    private static async Task<SopSite> FoundOnceAsync(Type world)
    {
        var founder = (SopSite)Activator.CreateInstance(world)!;
        founder._database = await TestDatabase.CreateAsync();
        await founder.FoundAsync();
        await founder.DisposeAsync();
        Directory.Delete(founder._data, recursive: true);
        await founder._database.BecomeTemplateAsync();
        return founder;
    }

    /// <summary>What is there at the beginning. Done once in a run, by a site that no test sees.</summary>
    protected virtual async Task FoundAsync()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();
            People = await ActivatorUtilities.CreateInstance<Founding>(scope.ServiceProvider).FoundAsync(_ => Password);
        }

        await ReadPeriodsAsync();
    }

    /// <summary>Takes over what the founder knows of the database.</summary>
    protected virtual void Recall(SopSite founder)
    {
        People = founder.People;
        Clock.Move(founder.Clock.GetUtcNow() - Clock.GetUtcNow());
    }

    protected virtual async Task ReadPeriodsAsync()
    {
        var periods = await AskAsync(db => db.Periods.AsNoTracking().ToDictionaryAsync(p => p.Nama));
        (LastPeriod, Period, Kinerja) = (periods["Tahun 2025"], periods["Tahun 2026"], periods["Kinerja 2026"]);
    }

    /// <summary>Someone at a browser, signed in through the form.</summary>
    /// <param name="follows">False for one who sees where an answer leads and does not go there.</param>
    public async Task<Visitor> SignInAsync(string userName, bool follows = true)
    {
        var visitor = Stranger(follows);
        var page = await visitor.GoAsync("/masuk");
        page = await page.Fill("Nama pengguna", userName).Fill("Kata sandi", Password).PressAsync("Masuk");
        Assert.True(
            follows ? page.Url.AbsolutePath != "/masuk" : page.Status == HttpStatusCode.Redirect, $"{userName} could not sign in: {page.Text}");
        return visitor;
    }

    /// <summary>How many wrong passwords are counted for a user, wherever he is.</summary>
    public Task<int> FailuresAsync(string userName)
    {
        var name = TryBudget.NameOf(userName);
        return AskAsync(db => db.Tries.Where(t => t.Name == name && t.Network != "").SumAsync(t => t.Failures));
    }

    /// <summary>Someone at a browser who is not signed in.</summary>
    public Visitor Stranger(bool follows = true) =>
        new(CreateClient(new() { BaseAddress = new("http://localhost"), AllowAutoRedirect = follows, HandleCookies = true }));

    /// <summary>Plays the SOP up to somewhere; the play's clock begins at the site's.</summary>
    public async Task<T> PlayAsync<T>(Func<Performance, Task<T>> play)
    {
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await play(new(
            services.GetRequiredService<SopDbContext>(), services.GetRequiredService<DocumentPress>(),
            services.GetRequiredService<DocumentProofs>(), People, WorkingCalendar.WithoutHolidays)
        {
            Now = Clock.GetUtcNow(),
        });
    }

    /// <summary>A dossier of the open period at a step; its key.</summary>
    public Task<long> DossierAtAsync(Step step, string userName) =>
        PlayAsync(async play => (await play.DossierAtAsync(step, userName, Period)).Id);

    /// <summary>The code with which the database refuses a statement, constraints that wait for the commit included; null where it takes it.
    /// Nothing is kept.</summary>
    /// <param name="expected">A code that is no refusal here.</param>
    public async Task<string?> RefusedAsync(string sql, string? expected = null)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        try
        {
            await using var command = new NpgsqlCommand(sql + "; set constraints all immediate", connection, transaction);
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState == expected ? null : refused.SqlState;
        }
    }

    /// <summary>Closes or opens an account as a release could that did not ask what waits for its owner.</summary>
    public Task<int> SetOpenAsync(string userName, bool isOpen) => AsOwnerAsync($"""
        alter table accounts disable trigger handed_over;
        update accounts set is_active = {isOpen} where user_name = '{userName}';
        alter table accounts enable trigger handed_over;
        """);

    /// <summary>Does what only the owner of the tables may.</summary>
    public async Task<int> AsOwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks the database.</summary>
    public async Task<T> AskAsync<T>(Func<SopDbContext, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<SopDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Sop", _database.RuntimeConnectionString);
        builder.UseSetting("SOP_DATA", _data);
        builder.UseSetting("Dinas:AlamatAplikasi", "http://localhost");
        // Everybody comes from one address here.
        builder.UseSetting(PublicLimits.CodesSetting, "0");
        builder.UseSetting(PublicLimits.FilesSetting, "0");
        // Here clocks jump by hours while people go on working.
        builder.UseSetting(SettingTable.MenitDiam.Name, $"{SessionLimits.Longest.TotalMinutes}");
        LogFrom(builder, "Fatal", "Fatal");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // Hashing slowly is the point of hashing, but not of these tests.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            services.Replace(ServiceDescriptor.Singleton(new KeyEnvelope(iterations: 1000)));
        });
    }

    /// <summary>What of the program's own and of the framework's lines is worth writing.</summary>
    protected static void LogFrom(IWebHostBuilder builder, string own, string framework)
    {
        builder.UseSetting("Serilog:MinimumLevel:Default", own);
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft", framework);
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore", framework);
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.AspNetCore.DataProtection", framework);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}

/// <summary>A clock that moves only when it is told to.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves it on (or back).</summary>
    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
