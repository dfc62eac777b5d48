using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;
using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Setup;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Commands;

/// <summary>The program is really started, in ways in which it cannot run.</summary>
public sealed partial class StartTests(StartTests.PasswordServer server) : IClassFixture<StartTests.PasswordServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sopkinerja-awal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_version_is_said()
    {
        var end = await RunAsync(["--version"]);

        Assert.Equal((0, ""), (end.Code, end.Error));
        Assert.Matches(@"^SopKinerja \d+\.\d+\.\d+\n$", end.Output);
    }

    [Theory]
    [InlineData("Pilihan “--tidak-ada” tidak dikenal.", "--tidak-ada=1")]
    [InlineData("Pilihan “extra” tidak dikenal di belakang --version.", "--version", "extra")]
    [InlineData("Perintah “migrat” tidak dikenal.", "migrat")]
    [InlineData("Perintah “create-admin” ditulis begini: create-admin NAMA-PENGGUNA.", "create-admin")]
    [InlineData("Perintah “migrate” ditulis begini: migrate.", "migrate", "--paksa")]
    public async Task What_is_not_known_is_refused_with_the_list_of_what_there_is(string sentence, params string[] args)
    {
        var end = await RunAsync(args);

        Assert.Equal((2, ""), (end.Code, end.Output));
        Assert.StartsWith(sentence, end.Error, StringComparison.Ordinal);
        Assert.All(
            ["migrate", "score", "verify", "print-sop", "create-ca", "create-admin NAMA-PENGGUNA", "--version", "--urls", "--SOP_DATA"],
            known => Assert.Contains($"  {known} ", end.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "--urls", "http://127.0.0.1:0")]
    [InlineData(true, "--ConnectionStrings:Sop=Host=x;Password='a=b'", "--sop_data=/x")]
    [InlineData(true, "--Serilog:MinimumLevel:Default=Debug", "--environment=Development")]
    [InlineData(true)]
    [InlineData(false, "--Serilog:")]
    [InlineData(false, "--Dinas:Nmaa=x")]
    [InlineData(false, "-u", "x")]
    [InlineData(false, "--urls")]
    [InlineData(false, "--urls", "--SOP_DATA=/x")]
    [InlineData(false, "--urls=x", "migrate")]
    public void An_option_is_known_by_its_whole_name_and_has_a_value(bool isKnown, params string[] args) =>
        Assert.Equal(isKnown, StartOptions.WhyNot(args) is null);

    [Fact]
    public void Every_setting_of_the_documents_is_an_option()
    {
        var told = new[] { "README.md", "docs/operasi.md" }
            .SelectMany(f => Setting().Matches(File.ReadAllText(Path.Combine(LayoutTests.Root, f))).Select(m => m.Value))
            .Select(name => name.Replace("__", ":", StringComparison.Ordinal)).Distinct().ToList();

        Assert.True(told.Count > 20, string.Join(' ', told));
        Assert.DoesNotContain(told, name => StartOptions.WhyNot([$"--{name}=x"]) is not null);
    }

    [Fact]
    public async Task A_port_in_use_is_said_before_anything_is_made()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var data = Path.Combine(_folder, "data");
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        await RefusedAsync($"Alamat {url} sudah dipakai program lain", ("SOP_URLS", url), ("SOP_DATA", data));

        Assert.False(Path.Exists(data));
    }

    [Theory]
    [InlineData("port paling besar 65535", "SOP_URLS", "http://127.0.0.1:99999")]
    [InlineData("https memerlukan sertifikat server", "SOP_URLS", "https://127.0.0.1:0")]
    [InlineData("awalnya harus http:// atau https://", "SOP_URLS", "ftp://127.0.0.1:5199")]
    [InlineData("“tidakada.invalid” bukan alamat IP", "SOP_URLS", "http://tidakada.invalid:5199")]
    [InlineData("“999.1.1.1” bukan alamat IP", "SOP_URLS", "http://999.1.1.1:5199")]
    [InlineData("TandaTangan:Cara berisi “Salah”. Yang dikenal: Akun", "TandaTangan__Cara", "Salah")]
    [InlineData("TandaTangan:ServerWaktu berisi “bukan-url”", "TandaTangan__ServerWaktu", "bukan-url")]
    [InlineData("Gambar kop", "Dinas__GambarKop", "/tidak/ada.png")]
    public async Task A_setting_that_cannot_be_kept_is_said_before_anything_is_made(string sentence, string name, string value)
    {
        var data = Path.Combine(_folder, "data");

        await RefusedAsync(sentence, (name, value), ("SOP_DATA", data));

        Assert.False(Path.Exists(Path.Combine(data, "postgres")));
    }

    [Theory]
    [InlineData("Serilog__MinimumLevel__Default", "Ngawur")]
    [InlineData("Kestrel__Endpoints__Lain__Url", "ngawur")]
    public Task What_the_framework_does_not_take_is_one_line_too(string name, string value) =>
        RefusedAsync(
        "SopKinerja tidak dapat mulai. Periksa setelannya", (name, value), ("ConnectionStrings__Sop", server.RuntimeConnectionString),
        ("ConnectionStrings__SopPemilik", server.OwnerConnectionString));

    [Fact]
    public Task Who_may_make_no_tables_is_said() =>
        RefusedAsync("Pengguna “sandi_uji” tidak boleh mengubah skema basis data", Connection(_ => { }),
            ("ConnectionStrings__SopPemilik", server.ConnectionString));

    [Fact]
    public Task Without_its_owner_a_schema_that_is_not_there_is_not_made() =>
        RefusedAsync("Skema basis data belum yang terbaru", Connection(_ => { }));

    [Fact]
    public Task Who_owns_the_tables_does_not_serve() => RefusedAsync(
        "Pengguna basis data “sopkinerja” memiliki tabel atau superuser",
        ("ConnectionStrings__Sop", server.OwnerConnectionString), ("ConnectionStrings__SopPemilik", server.OwnerConnectionString));

    [Fact]
    public async Task A_file_in_the_place_of_the_database_is_named()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "postgres"), "");

        await RefusedAsync($"{data}/postgres bukan folder. Pindahkan berkas itu", ("SOP_DATA", data));
    }

    [Fact]
    public async Task A_command_that_is_stopped_while_it_waits_says_so()
    {
        using var program = Begin(["migrate"], ("ConnectionStrings__Sop", $"Host={_folder}/soket;Database=x;Username=x"));
        Assert.StartsWith("Menunggu server", await program.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        Process.Start("kill", ["-TERM", $"{program.Id}"]).Dispose();
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("Dihentikan sebelum selesai.", (await program.StandardError.ReadToEndAsync()).Trim());
        Assert.NotEqual(0, program.ExitCode);
    }

    [Fact]
    public Task An_address_that_is_none_is_said() => RefusedAsync("Alamat “ngawur” di SOP_URLS tidak dapat dibaca", ("SOP_URLS", "ngawur"));

    [Fact]
    public async Task The_folder_that_cannot_be_written_is_named_and_not_the_one_that_was_wanted()
    {
        var file = Path.Combine(_folder, "berkas");
        await File.WriteAllTextAsync(file, "");

        await RefusedAsync($"{file} bukan folder, jadi {file}/data/log tidak dapat dibuat.", ("SOP_DATA", $"{file}/data"));

        Assert.StartsWith(
            "Folder /proc tidak dapat ditulis oleh akun ini, jadi /proc/sopkinerja/data tidak dapat dibuat.",
            WritableFolder.WhyNot("/proc/sopkinerja/data"), StringComparison.Ordinal);
        Assert.Null(WritableFolder.WhyNot(Path.Combine(_folder, "baru", "data")));
    }

    [Theory]
    [InlineData("salah-sekali")]
    [InlineData("")]
    public Task A_wrong_password_is_said_and_not_repeated(string password) => RefusedAsync(
        "menolak pengguna “sandi_uji”: kata sandi atau nama penggunanya keliru", password, Connection(b => b.Password = password));

    [Fact]
    public Task A_database_that_is_not_there_is_named() => RefusedAsync(
        "Basis data “tidak_ada” tidak ada di server", Connection(b => b.Database = "tidak_ada"));

    [Theory]
    [InlineData("Host=127.0.0.1;Ngawur=1")]
    [InlineData("ini bukan apa-apa")]
    [InlineData("Host=127.0.0.1;Port=lima")]
    public Task A_malformed_connection_string_is_said(string text) => RefusedAsync(
        "ConnectionStrings__Sop tidak dapat dibaca. Bentuknya: Host=…", text, ("ConnectionStrings__Sop", text));

    [Fact]
    public async Task A_server_that_is_not_there_yet_is_waited_for()
    {
        var told = new List<string>();
        var late = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Host = Path.Combine(_folder, "soket"), Pooling = false };
        void Tell(string sentence)
        {
            told.Add(sentence);
            Directory.CreateSymbolicLink(late.Host!, server.Socket);
        }

        await FirstConnection.MakeAsync(late.ConnectionString, "Sop", Tell, TimeSpan.FromSeconds(50), CancellationToken.None);

        Assert.Equal($"Menunggu server basis data {late.Host}:5432 menjawab, paling lama 50 detik.", Assert.Single(told));
    }

    [Fact]
    public async Task A_server_that_does_not_come_is_not_waited_for_for_ever()
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => FirstConnection.MakeAsync(
            $"Host={_folder};Database=x;Username=x", "Sop", _ => { }, TimeSpan.Zero, CancellationToken.None));

        Assert.StartsWith($"Server basis data {_folder}:5432 tidak menjawab selama 0 detik.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(60, FirstConnection.LongestWait.TotalSeconds);
    }

    private (string, string) Connection(Action<NpgsqlConnectionStringBuilder> change)
    {
        var changed = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        change(changed);
        return ("ConnectionStrings__Sop", changed.ConnectionString);
    }

    private Task RefusedAsync(string sentence, params (string, string)[] settings) => RefusedAsync(sentence, "", settings);

    private async Task RefusedAsync(string sentence, string secret, params (string, string)[] settings)
    {
        var end = await RunAsync([], settings);

        Assert.Equal(1, end.Code);
        Assert.Contains(sentence, end.Error, StringComparison.Ordinal);
        Assert.Single(end.Error.Trim().Split('\n'));
        Assert.True(secret.Length == 0 || !end.Error.Contains(secret, StringComparison.Ordinal), end.Error);
    }

    private Process Begin(string[] args, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SopCommands).Assembly.Location, .. args])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Name, string Value)[] usual = [("SOP_URLS", "http://127.0.0.1:0"), ("SOP_DATA", Path.Combine(_folder, "data"))];
        foreach (var (name, value) in usual.Concat(settings))
        {
            start.Environment[name] = value;
        }

        var program = Process.Start(start)!;
        program.StandardInput.Close();
        return program;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] args, params (string Name, string Value)[] settings)
    {
        using var program = Begin(args, settings);
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        try
        {
            await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
        }
        catch (TimeoutException)
        {
            program.Kill(entireProcessTree: true);
            throw;
        }

        return (program.ExitCode, await output, await error);
    }

    [GeneratedRegex(
        @"\b(?:Dinas|TandaTangan|Bsre|Periksa|ConnectionStrings)__\w+|\bSOP_(?:URLS|DATA|FONTS)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Setting();

    /// <summary>A server that asks one of its users for a password.</summary>
    public sealed class PasswordServer : IAsyncLifetime
    {
        private readonly string _data = Directory.CreateTempSubdirectory("sopkinerja-sandi-").FullName;
        private PrivateServer _server = null!;

        public string Socket => new NpgsqlConnectionStringBuilder(_server.ConnectionString).Host!;

        public string ConnectionString { get; private set; } = "";

        public string OwnerConnectionString => _server.ConnectionString;

        public string RuntimeConnectionString => _server.RuntimeConnectionString;

        public async Task InitializeAsync()
        {
            await TestPostgres.EndWithThisProcessAsync(_data);
            _server = await PrivateServer.StartAsync(_data, throwAway: true, _ => { }, CancellationToken.None);
            var rules = Path.Combine(_data, "postgres", "pg_hba.conf");
            await File.WriteAllTextAsync(rules, "local all sandi_uji scram-sha-256\n" + await File.ReadAllTextAsync(rules));
            await using var administrator = new NpgsqlConnection(_server.AdministratorConnectionString);
            await administrator.OpenAsync();
            await using var command = new NpgsqlCommand("create role sandi_uji login password 'benar-sekali'", administrator);
            await command.ExecuteNonQueryAsync();
            command.CommandText = "select pg_reload_conf()";
            await command.ExecuteNonQueryAsync();
            ConnectionString = new NpgsqlConnectionStringBuilder(_server.ConnectionString)
            {
                Username = "sandi_uji",
                Password = "benar-sekali",
            }.ConnectionString;
        }

        public async Task DisposeAsync()
        {
            await _server.DisposeAsync();
            Directory.Delete(_data, recursive: true);
        }
    }
}
