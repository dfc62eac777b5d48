using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace SopKinerja.Benchmarks;

/// <summary>
/// What digests, one-time forms and rights at every post cost a step: step 2 is completed by its form, the commands that this sent are kept,
/// and are then sent again, prepared and by a plain driver, to two copies of the database as it was: to one all of them, to the other
/// without what a program without these three would not send, and with the triggers that write the ledger off.
/// </summary>
public static partial class Transitions
{
    private static string Waiting(int count) => $"""
        select d.id from dossiers d
        where step = 2 and closed_at is null and asn_id <> (select pegawai_id from accounts where user_name = 'kasubbag')
          and atasan_langsung_id <> (select pegawai_id from accounts where user_name = 'kasubbag')
        order by d.id desc limit {count}
        """;

    // By what a command of each of the three is known.
    private static readonly string[] OfForms = ["form_acts"];

    private static readonly string[] OfRights = ["session_seen", "accounts"];

    public static async Task RunAsync(BenchmarkSite site, int count)
    {
        const int Warm = 50;
        var keys = await site.KeysAsync(Waiting(count + Warm));
        using var handler = new SocketsHttpHandler { CookieContainer = await site.SignInAsync("kasubbag"), AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Address };
        foreach (var key in keys.Take(Warm))
        {
            await PostAsync(client, key, null);
        }

        await site.CopyAsync("as_it_was");
        using var recorder = new Recorder();
        List<double> posts = [];
        List<IReadOnlyList<Sent>> acts = [];
        foreach (var key in keys.Skip(Warm))
        {
            posts.Add(await PostAsync(client, key, recorder));
            acts.Add(recorder.Take());
        }

        Console.WriteLine($"{acts.Count} transitions of step 2, {acts[^1].Count} commands each, of which these are asked for forms and rights:");
        foreach (var text in acts[^1].SelectMany(s => s.Text.Split(";\n")).Where(IsGuard).Select(Squeezed))
        {
            Console.WriteLine($"  {text[..Math.Min(160, text.Length)]}");
        }

        Console.WriteLine("| | Median | p95 |");
        Console.WriteLine("| --- | ---: | ---: |");
        Row("Post of the form, over HTTP", posts);
        List<double> whole = [], bare = [];
        // In turns, so that what else the machine does costs both.
        await using (var all = await ReplayAsync(site, "with_all", isBare: false))
        await using (var few = await ReplayAsync(site, "without", isBare: true))
        {
            foreach (var (act, i) in acts.Select((a, i) => (a, i)))
            {
                if (i % 2 == 0)
                {
                    whole.Add(await SendAsync(all, act));
                    bare.Add(await SendAsync(few, Bare(act)));
                }
                else
                {
                    bare.Add(await SendAsync(few, Bare(act)));
                    whole.Add(await SendAsync(all, act));
                }
            }
        }

        foreach (var (text, spent) in Each.Where(e => e.Value.Count > acts.Count / 2).OrderByDescending(e => Median(e.Value)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Median(spent):0.00} ms  {text[..Math.Min(120, text.Length)]}"));
        }

        Row("Its commands alone", whole);
        Row("Without ledger, forms and rights", bare);
        var (post, commands, floor) = (Median(posts), Median(whole), Median(bare));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The three cost {commands - floor:0.00} ms: {(commands - floor) / post:0 %} of the post, {(commands / floor) - 1:0 %} on top of the bare commands."));
    }

    // Some are sent together with what a step cannot do without.
    private static List<Sent> Bare(IReadOnlyList<Sent> act) => [.. act.Select(sent => sent with
    {
        Text = string.Join(";\n", sent.Text.Split(";\n").Where(one => !IsGuard(one))),
    }).Where(sent => !string.IsNullOrWhiteSpace(sent.Text))];

    private static bool IsGuard(string text) =>
        OfForms.Any(table => text.Contains(table, StringComparison.Ordinal))
        || (OfRights.Any(table => text.Contains(table, StringComparison.Ordinal)) && !text.Contains("dossiers", StringComparison.Ordinal));

    private static async Task<double> PostAsync(HttpClient client, long key, Recorder? recorder)
    {
        var address = new Uri($"/berkas/{key}/periksa", UriKind.Relative);
        var page = await client.GetStringAsync(address);
        var start = page.IndexOf("<form method=\"post\" class=\"panel panel--utama", StringComparison.Ordinal);
        var form = page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        var button = Handler().Match(form);
        List<KeyValuePair<string, string>> fields =
        [
            // A tick comes before what stands for an empty box.
            .. Box().Matches(form).Select(m => KeyValuePair.Create(m.Groups["name"].Value, "true")),
            .. Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value))),
            new("Input.Catatan", ""),
        ];
        using var content = new FormUrlEncodedContent(fields);
        recorder?.Begin();
        var watch = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync(new Uri(new Uri(client.BaseAddress!, address), WebUtility.HtmlDecode(button.Groups[1].Value)), content);
        var spent = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        recorder?.End();
        return answer.StatusCode == HttpStatusCode.Redirect ? spent
            : throw new InvalidOperationException($"Dossier {key}: {(int)answer.StatusCode}. {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<NpgsqlConnection> ReplayAsync(BenchmarkSite site, string name, bool isBare)
    {
        var connection = new NpgsqlConnection(await site.CopyAsync(name, "as_it_was", isBare));
        await connection.OpenAsync();
        return connection;
    }

    private static readonly Dictionary<string, List<double>> Each = new(StringComparer.Ordinal);

    private static async Task<double> SendAsync(NpgsqlConnection connection, IReadOnlyList<Sent> act)
    {
        var watch = Stopwatch.GetTimestamp();
        var last = watch;
        NpgsqlTransaction? transaction = null;
        foreach (var sent in act)
        {
            if (sent.Text == Recorder.Began)
            {
                transaction = await connection.BeginTransactionAsync();
            }
            else if (sent.Text == Recorder.Committed)
            {
                await transaction!.CommitAsync();
                await transaction.DisposeAsync();
                transaction = null;
            }
            else
            {
                await using var command = new NpgsqlCommand(sent.Text, connection, transaction);
                command.Parameters.AddRange(sent.Parameters.Select(p => p.Clone()).ToArray());
                await using var reader = await command.ExecuteReaderAsync();
                do
                {
                    while (await reader.ReadAsync())
                    {
                    }
                }
                while (await reader.NextResultAsync());
            }

            (Each.TryGetValue($"{connection.Database} {Squeezed(sent.Text)}", out var spent)
                ? spent : Each[$"{connection.Database} {Squeezed(sent.Text)}"] = []).Add(Stopwatch.GetElapsedTime(last).TotalMilliseconds);
            last = Stopwatch.GetTimestamp();
        }

        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static void Row(string name, List<double> figures) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {Median(figures):0.00} ms | {figures.Order().ElementAt(figures.Count * 95 / 100):0.00} ms |"));

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static string Squeezed(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex("formaction=\"([^\"]+)\"")]
    private static partial Regex Handler();

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"(?<name>[^\"]+)\")(?=[^>]*value=\"(?<value>[^\"]*)\")[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("<input(?=[^>]*type=\"checkbox\")(?=[^>]*name=\"(?<name>[^\"]+)\")[^>]*>")]
    private static partial Regex Box();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private sealed record Sent(string Text, IReadOnlyList<NpgsqlParameter> Parameters);

    /// <summary>Keeps what Entity Framework sends between a beginning and an end.</summary>
    private sealed class Recorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        public const string Began = "begin";

        public const string Committed = "commit";

        private readonly ConcurrentQueue<Sent> _sent = new();
        private readonly List<IDisposable> _subscriptions = [];
        private volatile bool _isOn;

        public Recorder() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public void Begin() => _isOn = true;

        public void End() => _isOn = false;

        public List<Sent> Take()
        {
            List<Sent> taken = [.. _sent];
            _sent.Clear();
            return taken;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (!_isOn)
            {
                return;
            }

            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data)
            {
                _sent.Enqueue(new(data.Command.CommandText, [.. data.Command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
            }
            else if (value.Key == RelationalEventId.TransactionStarted.Name)
            {
                _sent.Enqueue(new(Began, []));
            }
            else if (value.Key == RelationalEventId.TransactionCommitted.Name)
            {
                _sent.Enqueue(new(Committed, []));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
    }
}
