using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Persistence;

/// <summary>The configured server, asked at the start: waited for while it is not there, and a sentence when it says no.</summary>
internal static class FirstConnection
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <param name="setting">The name of the connection string.</param>
    /// <exception cref="StartRefusedException">It cannot be used; the message never holds the password.</exception>
    public static async Task MakeAsync(
        string connectionString, string setting, Action<string> log, TimeSpan longest, CancellationToken cancel)
    {
        var name = $"ConnectionStrings__{setting}";
        var server = Read(connectionString, name);
        var waited = Stopwatch.StartNew();
        for (var isTold = false; await WhyNotYetAsync(server, name, cancel) is { } cause; isTold = true)
        {
            if (waited.Elapsed >= longest)
            {
                throw new StartRefusedException(
                    $"Server basis data {Place(server)} tidak menjawab selama {longest.TotalSeconds:0} detik. "
                    + $"Nyalakan server itu, atau perbaiki Host dan Port di {name}.", cause);
            }

            if (!isTold)
            {
                log($"Menunggu server basis data {Place(server)} menjawab, paling lama {longest.TotalSeconds:0} detik.");
            }

            await Task.Delay(Between, cancel);
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString, string name)
    {
        const string Form = "Bentuknya: Host=…;Database=…;Username=…;Password='…'.";
        try
        {
            var read = new NpgsqlConnectionStringBuilder(connectionString);
            return read.Host is { Length: > 0 } ? read : throw new StartRefusedException($"{name} tidak menyebut Host. {Form}");
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StartRefusedException($"{name} tidak dapat dibaca. {Form}", malformed);
        }
    }

    private static async Task<Exception?> WhyNotYetAsync(
        NpgsqlConnectionStringBuilder server, string name, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(server.ConnectionString);
            await connection.OpenAsync(cancel);
            return null;
        }
        catch (NpgsqlException failed)
        {
            return WhyRefused(failed, server, name) is { } sentence ? throw new StartRefusedException(sentence, failed) : failed;
        }
    }

    /// <summary>Null for what may be over in a moment.</summary>
    private static string? WhyRefused(NpgsqlException failed, NpgsqlConnectionStringBuilder server, string name) => failed switch
    {
        { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => Stranger(server, name),
        { SqlState: null, InnerException: null } when string.IsNullOrEmpty(server.Password) => Stranger(server, name),
        { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"Basis data “{server.Database ?? server.Username}” tidak ada di server {Place(server)}. Buat dahulu dengan createdb "
            + $"(docs/operasi.md), atau perbaiki Database di {name}.",
        {
            SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.TooManyConnections
        } => null,
        { InnerException: SocketException or IOException or TimeoutException } => null,
        _ => $"Server basis data {Place(server)} menolak hubungan: {failed.Message.ReplaceLineEndings(" ")}",
    };

    private static string Stranger(NpgsqlConnectionStringBuilder server, string name) =>
        $"Server basis data {Place(server)} menolak pengguna “{server.Username}”: kata sandi atau nama penggunanya keliru. "
        + $"Perbaiki Username dan Password di {name}.";

    private static string Place(NpgsqlConnectionStringBuilder server) => $"{server.Host}:{server.Port}";
}
