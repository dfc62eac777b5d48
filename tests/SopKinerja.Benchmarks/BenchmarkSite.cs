using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Setup;
using SopKinerja.Web.Ui;

namespace SopKinerja.Benchmarks;

/// <summary>The real application on Kestrel over a private, durable PostgreSQL with 100,000 dossiers, and beside it the floor.</summary>
public sealed partial class BenchmarkSite : IAsyncDisposable
{
    private readonly PrivateServer _server;
    private readonly WebApplication _app;
    private readonly NpgsqlDataSource _floor;
    private readonly string? _thrownAway;

    private BenchmarkSite(PrivateServer server, WebApplication app, NpgsqlDataSource floor, string password, string? thrownAway)
    {
        (_server, _app, _floor, _thrownAway, Password) = (server, app, floor, thrownAway, password);
        Address = new(app.Urls.First());
    }

    public Uri Address { get; }

    /// <summary>Of every account; drawn anew for every run.</summary>
    public string Password { get; }

    public string ConnectionString => _server.ConnectionString;

    public string RuntimeConnectionString => _server.RuntimeConnectionString;

    /// <summary>Folder of the web project, from which it serves its style sheet.</summary>
    public static string WebFolder { get; } = Path.Combine(RepositoryRoot(), "src", "SopKinerja.Web");

    /// <summary>Starts the server, makes what is not there yet, and serves.</summary>
    public static async Task<BenchmarkSite> StartAsync(Settings settings)
    {
        var data = settings.Data ?? Directory.CreateTempSubdirectory("sopkinerja-ukur-").FullName;
        var server = await PrivateServer.StartAsync(data, Console.WriteLine, CancellationToken.None);
        await Migrator.PrepareAsync(server.ConnectionString, server.RuntimeConnectionString, Console.WriteLine, CancellationToken.None);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Pages are looked for in the assembly of this name.
            ApplicationName = typeof(WebServer).Assembly.GetName().Name,
            ContentRootPath = WebFolder,
            EnvironmentName = "Production",
            Args = [$"--ConnectionStrings:Sop={server.RuntimeConnectionString};{settings.Npgsql}", $"--SOP_DATA={data}",
                "--SOP_URLS=http://127.0.0.1:0"],
        });
        var database = await Database.OpenAsync(builder.Configuration, Console.WriteLine, CancellationToken.None);
        // A line for each request would bury the table, and the floor writes one too.
        builder.Configuration["Serilog:MinimumLevel:Default"] = "Warning";
        var app = WebServer.Build(builder, database);
        var floor = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 });
        MapFloor(app, floor);
        var password = await FillAsync(app, settings.Names ? null : server.ConnectionString);
        await app.StartAsync();
        return new(server, app, floor, password, settings.Data is null ? data : null);
    }

    /// <summary>Signs in through the form; the cookies that came of it.</summary>
    public async Task<CookieContainer> SignInAsync(string userName, Uri? elsewhere = null)
    {
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler) { BaseAddress = elsewhere ?? Address };
        var form = await client.GetStringAsync(new Uri("/masuk", UriKind.Relative));
        using var content = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Token().Match(form).Groups[1].Value), new("Input.NamaPengguna", userName),
            new("Input.KataSandi", Password), new(FormMark.FieldName, "1"),
        ]);
        using var answer = await client.PostAsync(new Uri("/masuk", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        return handler.CookieContainer.GetCookies(client.BaseAddress)["sopkinerja"] is null
            ? throw new InvalidOperationException($"{userName} could not sign in.")
            : handler.CookieContainer;
    }

    /// <summary>Asks the database for a column of keys.</summary>
    public async Task<IReadOnlyList<long>> KeysAsync(string sql)
    {
        await using var command = _floor.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<long> keys = [];
        while (await reader.ReadAsync())
        {
            keys.Add(reader.GetInt64(0));
        }

        return keys;
    }

    public async ValueTask DisposeAsync()
    {
        // Jobs end before the server that they wait in.
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _floor.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
        if (_thrownAway is not null)
        {
            Directory.Delete(_thrownAway, recursive: true);
        }
    }

    /// <summary>One indexed query, prepared, and as many bytes as asked: what this server and this machine can do at best.</summary>
    private static void MapFloor(WebApplication app, NpgsqlDataSource source) =>
        app.MapGet("/lantai/{bytes:int}/{id:long}", async (int bytes, long id, HttpResponse response) =>
        {
            await using var command = source.CreateCommand("select asn_nama from dossiers where id = $1");
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
            _ = (string?)await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"There is no dossier {id}.");
            response.ContentType = "text/html; charset=utf-8";
            await response.Body.WriteAsync(Filler.AsMemory(0, bytes));
        }).AllowAnonymous();

    private static byte[] Filler { get; } = [.. Enumerable.Repeat((byte)'x', 1_000_000)];

    private static async Task<string> FillAsync(WebApplication app, string? crowdFor)
    {
        var password = "ukur " + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (!db.Periods.Any())
        {
            var watch = Stopwatch.StartNew();
            await ActivatorUtilities.CreateInstance<Founding>(scope.ServiceProvider).FoundAsync(_ => password);
            if (crowdFor is null)
            {
                return password;
            }

            await MakeAsync(crowdFor, "Crowd.sql");
            Console.WriteLine($"{db.Dossiers.Count():N0} dossiers and {db.History.Count():N0} lines of history made in "
                + $"{watch.Elapsed.TotalSeconds:0} s.");
            return password;
        }

        foreach (var user in users.Users.ToList())
        {
            user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        }

        await db.SaveChangesAsync();
        return password;
    }

    /// <summary>Copies the database as it stands, from a copy where one is named; the connection string of the copy, for one
    /// connection with prepared commands.</summary>
    /// <param name="isUnrecorded">Whether the triggers that write the ledger are off in it.</param>
    public async Task<string> CopyAsync(string name, string? from = null, bool isUnrecorded = false)
    {
        var of = new NpgsqlConnectionStringBuilder(ConnectionString);
        NpgsqlConnection.ClearAllPools();
        await using (var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(of.ConnectionString) { Username = "postgres", Database = "postgres", Pooling = false, CommandTimeout = 0 }
                .ConnectionString))
        {
            await connection.OpenAsync();
            foreach (var sql in new[]
            {
                // Jobs keep connections of their own.
                $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{from ?? of.Database}' and pid <> pg_backend_pid()",
                $"drop database if exists {name}", $"create database {name} template {from ?? of.Database}",
            })
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync();
            }
        }

        var copy = new NpgsqlConnectionStringBuilder(of.ConnectionString)
        {
            Username = "postgres",
            Database = name,
            Pooling = false,
            CommandTimeout = 0,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
        }.ConnectionString;
        if (isUnrecorded)
        {
            await using var connection = new NpgsqlConnection(copy);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                """
                do $$ declare t text; begin
                    for t in select tgrelid::regclass from pg_trigger where tgname = 'recorded' loop
                        execute 'alter table ' || t || ' disable trigger recorded';
                    end loop;
                end $$
                """, connection);
            await command.ExecuteNonQueryAsync();
        }

        return copy;
    }

    /// <summary>Makes people and dossiers by a file of SQL, in which {0}, {1} … are these.</summary>
    public Task MakeAsync(string file, params object[] values) => MakeAsync(ConnectionString, file, values);

    private static async Task MakeAsync(string connectionString, string file, params object[] values)
    {
        using var resource = new StreamReader(typeof(BenchmarkSite).Assembly.GetManifestResourceStream(file)!);
        var sql = values.Index().Aggregate(await resource.ReadToEndAsync(), (text, value) =>
            text.Replace($"{{{value.Index}}}", value.Item.ToString(), StringComparison.Ordinal));
        // Only the superuser may leave the triggers out.
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                Username = "postgres",
                Pooling = false,
                CommandTimeout = 0
            }.ConnectionString);
        await connection.OpenAsync();
        foreach (var text in new[] { sql, "vacuum analyze", "checkpoint" })
        {
            await using var command = new NpgsqlCommand(text, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SopKinerja.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The repository was not found above the program.");
        }

        return folder;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
