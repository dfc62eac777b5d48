using Npgsql;

namespace SopKinerja.Web.Tests.Infrastructure;

/// <summary>A database of its own for one test class, dropped when it is disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestPostgres _server;
    private readonly string _name;

    private TestDatabase(TestPostgres server, string name)
    {
        (_server, _name) = (server, name);
        ConnectionString = server.ConnectionTo(name);
    }

    /// <summary>Connects to this database as a superuser, whom nothing holds up.</summary>
    public string SuperuserConnectionString => _server.SuperuserConnectionTo(_name);

    /// <summary>Connects as the role as which the program serves.</summary>
    public string RuntimeConnectionString => _server.RuntimeConnectionTo(_name);

    /// <summary>Connects to this database as its owner.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a database with the newest schema and no rows.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase(await TestPostgres.SharedAsync(), NewName());
        await database._server.MakeMigratedDatabaseAsync(database._name);
        return database;
    }

    /// <summary>Makes a database with everything that is in this one, which has become a template.</summary>
    public static async Task<TestDatabase> CopyAsync(TestDatabase template)
    {
        var database = new TestDatabase(template._server, NewName());
        await database._server.MakeCopyAsync(database._name, template._name);
        return database;
    }

    /// <summary>Makes a database without any schema.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync()
    {
        var database = new TestDatabase(await TestPostgres.SharedAsync(), NewName());
        await database._server.MakeEmptyDatabaseAsync(database._name);
        return database;
    }

    /// <summary>From now on no one can connect to it, and it can be copied.</summary>
    public Task BecomeTemplateAsync() => _server.KeepAsTemplateAsync(_name);

    private static string NewName() => "sop_uji_" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await using (var connection = new NpgsqlConnection(RuntimeConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await _server.DropDatabaseAsync(_name);
    }
}
