using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using SopKinerja.Web.Setup;
using SopKinerja.Web.Tests.Infrastructure;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Ui;
using Xunit.Abstractions;

namespace SopKinerja.Web.Tests.Authenticity;

/// <summary>The program really serves, and anybody hands in what is made to cost it much: its memory and its answers to others are
/// measured from outside.</summary>
public sealed partial class ServedBombsTests(ServedBombsTests.Server server, ITestOutputHelper output) : IClassFixture<ServedBombsTests.Server>
{
    private const int AtOnce = 10;

    // In megabytes, over what it was before.
    private const int MostMore = 200;

    private static readonly byte[] LargeForm =
        Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 6).Select(i => $"a{i}={new string('x', 4_000_000)}")));

    // More than a second server on this machine takes at the same moment, to which nobody hands in anything.
    private static readonly TimeSpan LongestOfOthers = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Ten_bombs_at_once_take_little_memory_and_nobody_else_waits(bool areOfOneAddress) => MeasureAsync(
        PdfBombs.All.Values.Select(make => make()).Select(pdf => (Func<Stranger, Task<HttpResponseMessage>>)(who => who.HandInAsync(pdf))),
        areOfOneAddress,
        [HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]);

    [Fact]
    public Task Forms_of_hundreds_of_parts_take_no_more_than_they_bring() => MeasureAsync(
        Enumerable.Range(0, 60).Select(i => (Func<Stranger, Task<HttpResponseMessage>>)(who => who.SendAsync(
            i % 2 == 0 ? "/masuk" : "/periksa", Parts(i % 3 == 0 ? 400 : 550)))),
        areOfOneAddress: false,
        [HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound]);

    [Fact]
    public Task Forms_sent_to_the_page_of_errors_are_not_read() => MeasureAsync(
        Enumerable.Range(0, 40).Select(_ => (Func<Stranger, Task<HttpResponseMessage>>)(who => who.SendAsync(
            "/galat/404", new ByteArrayContent(LargeForm) { Headers = { ContentType = new("application/x-www-form-urlencoded") } }))),
        areOfOneAddress: false,
        [HttpStatusCode.NotFound]);

    [Fact]
    public async Task Who_sends_a_file_too_slowly_is_told_so_and_holds_no_place()
    {
        using var slow = new TcpClient();
        await slow.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        await using var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /periksa?handler=File HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + "Content-Length: 1000000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"unggahan.Berkas\"; filename=\"x\"\r\n\r\n%PDF-"));
        using var reader = new StreamReader(stream);

        var answer = reader.ReadLineAsync();
        // Fast enough for the server itself, which gives up only who nearly stops.
        for (var i = 0; i < 40 && !answer.IsCompleted; i++)
        {
            await stream.WriteAsync(new byte[2048]);
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        Assert.Equal("HTTP/1.1 408 Request Timeout", await answer.WaitAsync(TimeSpan.FromSeconds(1)));
    }

    private async Task MeasureAsync(
        IEnumerable<Func<Stranger, Task<HttpResponseMessage>>> sendings, bool areOfOneAddress, HttpStatusCode[] expected)
    {
        var all = sendings.ToList();
        var strangers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => server.StrangerAsync(areOfOneAddress ? "192.0.2.1" : $"192.0.2.{i + 10}")));
        await server.StayAsync(strangers[0]);
        var before = server.Megabytes("VmRSS");
        server.ForgetPeak();
        using var over = new CancellationTokenSource();
        var watching = WatchAsync(over.Token);
        var answers = new Dictionary<int, int>();
        foreach (var round in all.Chunk(AtOnce))
        {
            foreach (var (status, time) in await Task.WhenAll(round.Index().Select(s => TimedAsync(strangers[s.Index], s.Item))))
            {
                Assert.Contains(status, expected);
                Assert.True(time < Longest, $"{time}");
                answers[(int)status] = answers.GetValueOrDefault((int)status) + 1;
            }
        }

        await over.CancelAsync();
        var slowest = await watching;
        var more = server.Megabytes("VmHWM") - before;
        output.WriteLine($"{string.Join(", ", answers)}; {before} MB, at most {more} MB more; /sehat at most {slowest.TotalMilliseconds:0} ms longer");
        Assert.True(more <= MostMore, $"{before} MB and {more} MB more");
        Assert.True(slowest <= LongestOfOthers, $"/sehat took {slowest} longer");
        // Those who are one too many are told so; but some are judged.
        Assert.True(answers.Keys.Any(status => status != 503), string.Join(", ", answers));
    }

    private static async Task<(HttpStatusCode Status, TimeSpan Time)> TimedAsync(Stranger who, Func<Stranger, Task<HttpResponseMessage>> send)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await send(who);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1", html, StringComparison.Ordinal);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.Contains("Sedang banyak dokumen yang diperiksa", html, StringComparison.Ordinal);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }

        return (answer.StatusCode, clock.Elapsed);
    }

    private async Task<TimeSpan> WatchAsync(CancellationToken over)
    {
        var slowest = TimeSpan.Zero;
        while (!over.IsCancellationRequested)
        {
            var times = await Task.WhenAll(HealthAsync(server.Client), HealthAsync(server.Idle));
            slowest = times[0] - times[1] > slowest ? times[0] - times[1] : slowest;
            await Task.Delay(20, CancellationToken.None);
        }

        return slowest;
    }

    private static async Task<TimeSpan> HealthAsync(HttpClient client)
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/sehat", UriKind.Relative)));
        return clock.Elapsed;
    }

    private static MultipartFormDataContent Parts(int count)
    {
        var content = new MultipartFormDataContent("b");
        for (var i = 0; i < count; i++)
        {
            content.Add(new ByteArrayContent([1]), $"f{i}", "x");
        }

        return content;
    }

    /// <summary>Somebody at an address, with the token of the page's form.</summary>
    internal sealed class Stranger(HttpClient client, string address, string cookie, string token)
    {
        public async Task<HttpResponseMessage> SendAsync(string path, HttpContent content)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
            request.Headers.Add("X-Forwarded-For", address);
            request.Headers.Add("Cookie", cookie);
            return await client.SendAsync(request);
        }

        public async Task<HttpResponseMessage> HandInAsync(byte[] pdf)
        {
            using var file = new ByteArrayContent(pdf) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
            using var content = new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" },
                { new StringContent("00112233445566778899aabbccddeeff"), FormMark.FieldName },
                { file, "unggahan.Berkas", "x.pdf" },
            };
            return await SendAsync("/periksa?handler=File", content);
        }
    }

    public sealed partial class Server : IAsyncLifetime
    {
        private readonly string _data = Directory.CreateTempSubdirectory("sopkinerja-bom-").FullName;

        private TestDatabase? _database;

        private Process? _program;

        private Process? _idle;

        public HttpClient Client { get; private set; } = null!;

        public HttpClient Idle { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            _database = await TestDatabase.CreateAsync();
            (_program, Client) = await StartAsync(Path.Combine(_data, "a"));
            (_idle, Idle) = await StartAsync(Path.Combine(_data, "b"));
        }

        private async Task<(Process, HttpClient)> StartAsync(string data)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(SopCommands).Assembly.Location])
            {
                WorkingDirectory = _data,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            foreach (var (name, value) in new[]
            {
                ("SOP_URLS", "http://127.0.0.1:0"), ("SOP_DATA", data), ("ConnectionStrings__Sop", _database!.RuntimeConnectionString),
                ("Dinas__AlamatAplikasi", "http://127.0.0.1"), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"),
                ("DOTNET_GCHeapHardLimit", HeapLimit().Match(File.ReadAllText(Path.Combine(LayoutTests.Root, "docker-compose.yml"))).Value),
                // As many as there are bombs.
                ("Periksa__BerkasPerMenit", "0"),
            })
            {
                start.Environment[name] = value;
            }

            var program = Process.Start(start)!;
            string? line;
            while ((line = await program.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(90))) is not null
                && !line.StartsWith("Siap: ", StringComparison.Ordinal))
            {
            }

            _ = program.StandardOutput.ReadToEndAsync();
            return (program, new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
            {
                BaseAddress = new(line!["Siap: ".Length..]),
                Timeout = TimeSpan.FromMinutes(2),
            });
        }

        internal async Task<Stranger> StrangerAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/periksa", UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", address);
            using var page = await Client.SendAsync(request);
            var html = await page.Content.ReadAsStringAsync();
            var cookies = page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]);
            return new(Client, address, string.Join("; ", cookies), Token().Match(html).Groups["token"].Value);
        }

        /// <summary>As one that has served for a while: every page, and a genuine document.</summary>
        internal async Task StayAsync(Stranger stranger)
        {
            for (var i = 0; i < 3; i++)
            {
                using var answer = await stranger.HandInAsync(SampleSignatures.Drawn());
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                await Client.GetStringAsync(new Uri("/masuk", UriKind.Relative));
            }
        }

        public int Megabytes(string what) => int.Parse(
            File.ReadLines($"/proc/{_program!.Id}/status").Single(l => l.StartsWith($"{what}:", StringComparison.Ordinal))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

        /// <summary>The most memory it ever took is from now on what it takes now (proc(5), clear_refs).</summary>
        public void ForgetPeak() => File.WriteAllText($"/proc/{_program!.Id}/clear_refs", "5");

        public async Task DisposeAsync()
        {
            Client.Dispose();
            Idle.Dispose();
            foreach (var program in new[] { _program!, _idle! })
            {
                program.Kill(entireProcessTree: true);
                await program.WaitForExitAsync();
                program.Dispose();
            }

            await _database!.DisposeAsync();
            Directory.Delete(_data, recursive: true);
        }

        [GeneratedRegex("(?<=DOTNET_GCHeapHardLimit: \")0x[0-9A-F]+", RegexOptions.None, 1000)]
        private static partial Regex HeapLimit();

        [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Token();
    }
}
