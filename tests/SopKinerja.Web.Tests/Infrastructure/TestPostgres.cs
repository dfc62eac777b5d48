using System.Globalization;
using Npgsql;
using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Schema;

namespace SopKinerja.Web.Tests.Infrastructure;

/// <summary>
/// One throw-away PostgreSQL for the test process, with a migrated template database; or the server of the connection string in
/// the environment variable SOP_TEST_PG, whose user must be allowed to create databases.
/// </summary>
public sealed class TestPostgres
{
    private const string FolderPrefix = "sopkinerja-uji-";

    private static readonly Lazy<Task<TestPostgres>> Shared = new(StartAsync);

    private readonly string _administrator;
    private readonly string _user;
    private readonly string _runtime;
    private readonly string _template = "sop_templat_" + Path.GetRandomFileName()[..8];

    private readonly Lazy<Task> _templateMade;

    // Held for its lock: once it is collected the lock is free, and the next run takes this server for an orphan and kills it.
    internal PrivateServer? Own { get; }

    private TestPostgres(string administrator, string user, string runtime, PrivateServer? own)
    {
        (_administrator, _user, _runtime, Own) = (administrator, user, runtime, own);
        _templateMade = new Lazy<Task>(MakeTemplateAsync);
    }

    /// <summary>The server of this process, started by the first test that asks.</summary>
    public static Task<TestPostgres> SharedAsync() => Shared.Value;

    private static async Task<TestPostgres> StartAsync() => Environment.GetEnvironmentVariable("SOP_TEST_PG") is { Length: > 0 } given
        ? new TestPostgres(given, given, given, own: null)
        : await StartOwnAsync();

    private static async Task<TestPostgres> StartOwnAsync()
    {
        await RemoveOrphansAsync();
        var folder = Directory.CreateTempSubdirectory(FolderPrefix).FullName;
        var own = await PrivateServer.StartAsync(folder, throwAway: true, _ => { }, CancellationToken.None);
        await EndWithThisProcessAsync(folder);
        return new TestPostgres(own.AdministratorConnectionString, own.ConnectionString, own.RuntimeConnectionString, own);
    }

    /// <summary>
    /// The test runner gives its process a tenth of a second to exit and then kills it, too little to stop a server: a small script
    /// outlives it, waits for its end however it comes, and clears up.
    /// </summary>
    internal static async Task EndWithThisProcessAsync(string folder)
    {
        const string script =
            """
            tail --pid="$1" -s 0.2 -f /dev/null
            pid_file="$2/postgres/postmaster.pid"
            [ -e "$pid_file" ] && socket=$(sed -n 5p "$pid_file") && read -r server < "$pid_file" &&
              kill -QUIT "$server" && timeout 5 tail --pid="$server" -s 0.1 -f /dev/null
            case $socket in */sopkinerja-soket-*) rm -rf "$socket" ;; esac
            rm -rf "$2"
            """;
        await PostgresPrograms.ShellAsync(
            "setsid sh -c \"$@\" > /dev/null 2>&1 < /dev/null &",
            [script, "sh", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), folder],
            CancellationToken.None);
    }

    /// <summary>When that script was killed as well: a run's lock is free once it is dead, and only then.</summary>
    private static async Task RemoveOrphansAsync()
    {
        var (_, mine, _) = await PostgresPrograms.ShellAsync(
            "find \"$1\" -maxdepth 1 -type d -user \"$(id -u)\" -name \"$2*\"", [Path.GetTempPath(), FolderPrefix], CancellationToken.None);
        foreach (var folder in mine.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await PostgresCluster.TryRemoveAsync(folder);
        }
    }

    private async Task MakeTemplateAsync()
    {
        await MakeDatabaseAsync(_template, from: null);
        await Migrator.PrepareAsync(ConnectionTo(_template, pooling: false), _runtime, _ => { }, CancellationToken.None);
        await GuardMutant.ApplyAsync(ConnectionTo(_template, pooling: false));
        await KeepAsTemplateAsync(_template);
    }

    /// <summary>No one connects to it any more, so that it can be copied; it stays until this process ends.</summary>
    internal async Task KeepAsTemplateAsync(string name)
    {
        if (_administrator == _user)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Task.Run(() => DropDatabaseAsync(name)).GetAwaiter().GetResult();
        }

        await ExecuteAsync($"alter database {name} with allow_connections false");
        // Pools keep connections open that no one uses.
        await ExecuteAsync($"select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = '{name}'");
    }

    internal async Task MakeMigratedDatabaseAsync(string name)
    {
        await _templateMade.Value;
        await MakeDatabaseAsync(name, _template);
    }

    internal Task MakeCopyAsync(string name, string template) => MakeDatabaseAsync(name, template);

    internal Task MakeEmptyDatabaseAsync(string name) => MakeDatabaseAsync(name, from: null);

    private Task MakeDatabaseAsync(string name, string? from)
    {
        var owner = new NpgsqlConnectionStringBuilder(_user).Username;
        return ExecuteAsync($"create database {name} owner \"{owner}\" template {from ?? "template1"}");
    }

    internal Task DropDatabaseAsync(string name) => ExecuteAsync($"drop database if exists {name} with (force)");

    /// <summary>Many classes run at once, so each may hold only a few connections.</summary>
    internal string ConnectionTo(string database, bool pooling = true) => ConnectionTo(_user, database, pooling);

    /// <summary>As the role as which the program serves.</summary>
    internal string RuntimeConnectionTo(string database) => ConnectionTo(_runtime, database, pooling: true);

    private static string ConnectionTo(string user, string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder(user)
        {
            Database = database,
            MaxPoolSize = 20,
            Pooling = pooling,
            IncludeErrorDetail = true
        }.ConnectionString;

    /// <summary>Not pooled: whoever takes what holds others up off leaves nothing behind.</summary>
    internal string SuperuserConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(_administrator) { Database = database, Pooling = false, IncludeErrorDetail = true }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        var administrator = new NpgsqlConnectionStringBuilder(_administrator) { Pooling = false };
        await using var connection = new NpgsqlConnection(administrator.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
