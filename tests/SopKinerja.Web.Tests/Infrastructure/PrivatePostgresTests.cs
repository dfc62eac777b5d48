using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SopKinerja.PrivatePostgres;

namespace SopKinerja.Web.Tests.Infrastructure;

/// <summary>Starts real servers; a folder that root alone may enter stands for Debian's /root.</summary>
public sealed class PrivatePostgresTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("sopkinerja-server-").FullName;

    public Task InitializeAsync() => TestPostgres.EndWithThisProcessAsync(_data);

    public Task DisposeAsync()
    {
        Directory.Delete(_data, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await using (var first = await StartDurableAsync())
        {
            await AskAsync(first, "create table notes as select 42 as id; select 1");
        }

        await using var second = await StartDurableAsync();
        Assert.Equal(42, await AskAsync(second, "select id from notes"));
    }

    [Fact]
    public async Task The_server_is_safe_and_private()
    {
        await using var server = await StartDurableAsync();

        Assert.Equal(
            "on on|off||UTF8",
            await AskAsync(server, "select current_setting('fsync') || ' ' || current_setting('data_checksums') || '|' || "
                + "current_setting('is_superuser')"
                + " || '|' || current_setting('listen_addresses') || '|' || current_setting('server_encoding')"));
        var socketFolder = new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;
        var (_, mode, _) = await PostgresPrograms.ShellAsync("stat -c %a $1", [socketFolder], CancellationToken.None);
        Assert.Equal("700", mode);
    }

    [Fact]
    public async Task Stopping_leaves_no_process_and_no_socket()
    {
        var server = await StartAsync();
        var socketFolder = new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;
        Assert.NotEmpty(await PostgresPrograms.ProcessesInAsync(Cluster, CancellationToken.None));

        await server.DisposeAsync();

        Assert.Empty(await PostgresPrograms.ProcessesInAsync(Cluster, CancellationToken.None));
        Assert.False(Directory.Exists(socketFolder));
    }

    [Fact]
    public async Task A_second_program_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        await using var first = await StartAsync();

        var refusal = await Assert.ThrowsAsync<ServerRefusedException>(StartAsync);

        Assert.Contains("sedang dipakai", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(first, "select 1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_left_behind_is_healed_with_what_was_committed(bool itWasKilledToo)
    {
        var left = await LeaveBehindAsync();
        if (itWasKilledToo)
        {
            await SignalAsync("KILL", left);
        }

        await using var server = await StartDurableAsync();
        Assert.Equal(7, await AskAsync(server, "select id from kept"));
        Assert.DoesNotContain(left, await PostgresPrograms.ProcessesInAsync(Cluster, CancellationToken.None));
    }

    [Fact]
    public async Task A_pid_file_whose_number_belongs_to_another_program_is_no_obstacle_and_that_program_lives()
    {
        var left = await LeaveBehindAsync();
        var pidFile = Path.Combine(Cluster, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile);
        await SignalAsync("INT", left);
        await Process.GetProcessById(left).WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        using var stranger = Process.Start("sleep", "300");
        try
        {
            lines[0] = stranger.Id.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllLinesAsync(pidFile, lines);

            await using var server = await StartAsync();

            Assert.Equal(7, await AskAsync(server, "select id from kept"));
            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public async Task A_folder_half_made_by_a_killed_program_is_made_anew()
    {
        Directory.CreateDirectory(Cluster + ".baru/base");

        await using var server = await StartAsync();

        Assert.Equal(1, await AskAsync(server, "select 1"));
        Assert.False(Directory.Exists(Cluster + ".baru"));
    }

    [Fact]
    public async Task A_folder_that_is_no_cluster_is_left_alone_and_named()
    {
        await File.WriteAllTextAsync(Directory.CreateDirectory(Cluster).FullName + "/letter.txt", "mine");
        await ChangeOwnerAsync();

        var refusal = await Assert.ThrowsAsync<ServerRefusedException>(StartAsync);

        Assert.Contains(Cluster, refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Cluster + "/letter.txt"));
    }

    [Fact]
    public async Task A_server_that_was_killed_is_started_again_where_it_was_with_what_was_committed()
    {
        var lines = new Lines(1);
        await using var server = await PrivateServer.StartAsync(_data, lines.Add, CancellationToken.None);
        await AskAsync(server, "create table kept as select 7 as id; select 1");
        ClearPool(server);
        lines.Clear();

        await SignalAsync("KILL", Postmaster());
        await lines.ThereAsync();

        Assert.Equal("Server basis data berhenti sendiri dan sudah dinyalakan lagi (percobaan 1 dari 5).", Assert.Single(lines.All));
        Assert.Equal(7, await AskAsync(server, "select id from kept"));
    }

    [Fact]
    public async Task A_server_that_cannot_be_started_again_is_tried_a_few_times_and_each_try_is_a_line()
    {
        var lines = new Lines(PrivateServer.MostRestarts + 1);
        await using var server = await PrivateServer.StartAsync(_data, throwAway: true, lines.Add, CancellationToken.None);
        server.Pause = TimeSpan.Zero;
        lines.Clear();
        await File.AppendAllTextAsync(Path.Combine(Cluster, "postgresql.conf"), "\nngawur = sekali\n");

        await SignalAsync("KILL", Postmaster());
        await lines.ThereAsync();

        Assert.Equal(
            [1, 2, 3, 4, 5],
            lines.All.Take(5).Select(l => int.Parse(l.Split("percobaan ")[1].Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.All(lines.All.Take(5), l => Assert.Contains("belum dapat dinyalakan lagi", l, StringComparison.Ordinal));
        Assert.Contains("tidak dinyalakan lagi", lines.All[5], StringComparison.Ordinal);
        Assert.All(lines.All, l => Assert.DoesNotContain('\n', l));
    }

    [Fact]
    public async Task A_server_that_is_stopped_with_its_program_stays_stopped()
    {
        var lines = new Lines(1);
        var server = await PrivateServer.StartAsync(_data, throwAway: true, lines.Add, CancellationToken.None);
        lines.Clear();

        await server.DisposeAsync();

        Assert.Empty(lines.All);
        Assert.Empty(await PostgresPrograms.ProcessesInAsync(Cluster, CancellationToken.None));
    }

    private int Postmaster() =>
        int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string Cluster => Path.Combine(_data, "postgres");

    private Task<PrivateServer> StartAsync() => PrivateServer.StartAsync(_data, throwAway: true, _ => { }, CancellationToken.None);

    private Task<PrivateServer> StartDurableAsync() => PrivateServer.StartAsync(_data, _ => { }, CancellationToken.None);

    /// <summary>
    /// What a program killed with SIGKILL leaves: a free lock and a server that runs on. The server of a disposed program is started
    /// again as it was, since this process cannot be killed itself.
    /// </summary>
    private async Task<int> LeaveBehindAsync()
    {
        await using (var server = await StartDurableAsync())
        {
            await AskAsync(server, "create table kept as select 7 as id; select 1");
        }

        var owner = await PostgresPrograms.OwnerAsync(Cluster, CancellationToken.None);
        var programs = new PostgresPrograms(PostgresPrograms.Find(null), Cluster, owner);
        string[] options = ["-o", $"-c listen_addresses='' -c unix_socket_directories='{programs.DataPath}'", "-l", "/dev/null"];
        var (code, _, error) = await programs.RunAsync(
            "pg_ctl", ["start", "-w", "-D", programs.DataPath, .. options], CancellationToken.None);
        Assert.True(code == 0, error);
        return Postmaster();
    }

    private static async Task SignalAsync(string signal, int pid) =>
        await PostgresPrograms.ShellAsync("kill -$1 $2", [signal, pid.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);

    private async Task ChangeOwnerAsync()
    {
        if (await PostgresPrograms.NewOwnerAsync(CancellationToken.None) is { } owner)
        {
            await PostgresPrograms.ShellAsync("chown -R $1 $2", [owner, Cluster], CancellationToken.None);
        }
    }

    private static void ClearPool(PrivateServer server)
    {
        using var connection = new NpgsqlConnection(server.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<object?> AskAsync(PrivateServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>What the server says, until so many lines are there.</summary>
    private sealed class Lines(int count)
    {
        private readonly TaskCompletionSource _there = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<string> _all = [];
        private bool _counts;

        public List<string> All => _all;

        public void Add(string line)
        {
            _all.Add(line);
            if (_counts && _all.Count == count)
            {
                _there.SetResult();
            }
        }

        public void Clear()
        {
            _all.Clear();
            _counts = true;
        }

        public Task ThereAsync() => _there.Task.WaitAsync(TimeSpan.FromSeconds(120));
    }
}
