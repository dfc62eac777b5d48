using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using SopKinerja.Web.Tests.Site;
using SopKinerja.Web.Ui;
using Xunit.Abstractions;

namespace SopKinerja.Web.Tests.Errors;

/// <summary>Forms of the program's own pages, sent with the right token by those they are for, and with their fields spoilt.</summary>
public sealed class FuzzTests(FuzzTests.FuzzWorld world, ITestOutputHelper output) : IClassFixture<FuzzTests.FuzzWorld>
{
    private const int Posts = 3000;
    private const int Seed = 20261126;
    private const int MostOfAKind = 2;

    private static readonly string[] Who =
    [
        "analis", "kasubbag", "sekretaris", "kadis", "admin", "kabidkop", "kabidind", "kabiddag", "penyuluh", "juru", "pelaksanaind",
        "bendahara", "kauptd", "stranger",
    ];

    private readonly Dictionary<string, Visitor> _visitors = [];

    [Fact]
    public async Task No_form_that_is_spoilt_is_answered_with_a_fault()
    {
        var asked = Environment.GetEnvironmentVariable("SOP_FUZZ_SEED");
        var seed = int.TryParse(asked, CultureInfo.InvariantCulture, out var given) ? given : Seed;
        output.WriteLine($"SOP_FUZZ_SEED={seed}");
        var spoiler = new Spoiler(new Random(seed));
        var pages = await OpenAsync();
        var (faults, answers) = (new List<string>(), new Dictionary<int, int>());
        for (var i = 0; i < Posts; i++)
        {
            var at = spoiler.Next(pages.Count);
            var form = pages[at].Forms[spoiler.Next(pages[at].Forms.Count)];
            var sent = spoiler.Spoil(form);
            using var content = sent.Content();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sent.Address, UriKind.Relative)) { Content = content };
            using var answer = await _visitors[pages[at].Who].Client.SendAsync(request);
            var status = (int)answer.StatusCode;
            answers[status] = answers.GetValueOrDefault(status) + 1;
            if (status >= 500)
            {
                faults.Add($"{i}: {pages[at].Who} {sent.Address} {status}: {string.Join("; ", sent.How)}");
            }

            // What was done changes what the page offers.
            if (status is 302 or 409 && await ReadAsync(pages[at].Who, pages[at].Address) is { } anew)
            {
                pages[at] = anew;
            }
        }

        output.WriteLine(string.Join(", ", answers.OrderBy(a => a.Key).Select(a => $"{a.Key}: {a.Value}")));
        Assert.True(faults.Count == 0, $"SOP_FUZZ_SEED={seed}, {faults.Count} faults\n{string.Join('\n', faults.Take(30))}\n"
            + string.Join('\n', world.Faults.Take(10)));
        Assert.Empty(world.Faults);
        // Otherwise most of them never came as far as a page.
        Assert.True(pages.Count > 40, $"{pages.Count} pages");
        Assert.True(answers.GetValueOrDefault(422) > Posts / 5, string.Join(", ", answers));
    }

    private async Task<List<FuzzPage>> OpenAsync()
    {
        var pages = new List<FuzzPage>();
        foreach (var who in Who)
        {
            _visitors[who] = who == "stranger" ? world.Stranger(follows: false) : await world.SignInAsync(who, follows: false);
            // Whoever signs out sends no more.
            foreach (var address in world.Routes.Where(r => r.Posts.Count > 0 && r.Template != "keluar")
                .SelectMany(r => Addresses(who, r.Template)))
            {
                if (await ReadAsync(who, address) is { } page)
                {
                    pages.Add(page);
                }
            }
        }

        return pages;
    }

    private IEnumerable<string> Addresses(string who, string template)
    {
        if (MatrixTests.Others.TryGetValue(template, out var forWhom))
        {
            return (who == "stranger") == (forWhom == "anonymous") ? ["/" + MatrixTests.OfRecord(template)] : [];
        }

        return who == "stranger" ? []
            : template.StartsWith("skp/", StringComparison.Ordinal)
                ? world.Plans.Where(p => MatrixTests.ExpectedOfPlan(template, who, p) == HttpStatusCode.OK).Take(MostOfAKind)
                    .Select(p => "/" + MatrixTests.Address(template, p.Id))
                : world.Dossiers.Where(d => MatrixTests.ExpectedOfReading(template, who, d) == HttpStatusCode.OK).Take(MostOfAKind)
                    .Select(d => "/" + MatrixTests.Address(template, d));
    }

    private async Task<FuzzPage?> ReadAsync(string who, string address)
    {
        var page = await _visitors[who].GoAsync(address);
        if (page.Status != HttpStatusCode.OK)
        {
            return null;
        }

        var forms = page.Page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(f => f.Method == "post")
            .SelectMany(f => FuzzForm.Of(f, page.Url)).ToList();
        return forms.Count == 0 ? null : new(who, address, forms);
    }

    private sealed record FuzzPage(string Who, string Address, IReadOnlyList<FuzzForm> Forms);

    /// <summary>The dinas of the matrix, which keeps what it logs of faults.</summary>
    public sealed class FuzzWorld : MatrixTests.World, ILogEventSink
    {
        internal ConcurrentQueue<string> Faults { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Level >= LogEventLevel.Error)
            {
                Faults.Enqueue($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception}");
            }
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            LogFrom(builder, "Error", "Error");
            builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(this));
        }
    }
}

/// <summary>A form with one of its buttons, as a browser would send it.</summary>
internal sealed record FuzzForm(string Address, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<string> Files)
{
    public static IEnumerable<FuzzForm> Of(IHtmlFormElement form, Uri page)
    {
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 } && i.Type is not ("file" or "submit")
                && (i.Type is not ("checkbox" or "radio") || i.IsChecked)).Select(i => (i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(a => (a.Name ?? "", a.Value)))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(s => (s.Name ?? "", s.Value ?? ""))).ToList();
        // What could be ticked or chosen too.
        fields.AddRange(form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is "checkbox" or "radio" && !i.IsChecked)
            .Where(i => fields.TrueForAll(f => f.Item1 != i.Name)).Take(5).Select(i => (i.Name!, i.Value)));
        string[] files = [.. form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "file").Select(i => i.Name!)];
        return form.QuerySelectorAll("button").OfType<IHtmlButtonElement>().Select(b => new FuzzForm(
            new Uri(page, b.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "").PathAndQuery,
            b.Name is { Length: > 0 } name ? [.. fields, (name, b.Value)] : fields, files));
    }
}

/// <summary>Spoils forms, the same ones for the same seed.</summary>
internal sealed class Spoiler(Random random)
{
    private static readonly string[] Values =
    [
        "", " ", "\0", "a\0b", "abc", "-1", "0", "1", "2", "99999999999999999999999999", "1e400", "NaN", "∞", "0x1F", "1,2,3", "1.234",
        "85,555", "750,000", "true", "false", "maybe", "31-02-2026", "0001-01-01", "9999-12-31", "2026-11-23T00:00:00Z", "\ud800",
        "x\udc00y", "\uffff", "\u202e\u200b\u00ad", "😀😀😀", "<script>alert(1)</script>", "'; drop table dossiers; --",
        "../../etc/passwd", "{0}{1}%s%n", "\r\n\r\n",
        "00000000-0000-0000-0000-000000000000", "9223372036854775807", "-9223372036854775808", "4294967295", "2147483648", "Administrator",
        "Agreed", "999", "Utama[0]", "0/0", "١٢٣", "1 000", "Rp 1.000,-",
    ];

    public int Next(int most) => random.Next(most);

    public Sending Spoil(FuzzForm form)
    {
        var (fields, how, address) = (form.Fields.ToList(), new List<string>(), form.Address);
        for (var times = 1 + random.Next(3); times > 0; times--)
        {
            SpoilOnce(fields, how);
        }

        if (random.Next(25) == 0)
        {
            how.Add("address");
            address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?")
                + OneOf(["handler=Ngawur", "x=%00", "Input.Rows[3].A=1", "Version=-1"]);
        }

        // Half of them admit to what is missing, so that they come as far as the page.
        var mark = fields.FindIndex(f => f.Name == FormMark.FieldName);
        if (mark >= 0 && random.Next(2) == 0)
        {
            fields[mark] = (FormMark.FieldName, fields[mark].Value.Split(' ')[0]);
        }

        var (charset, isCut) = (random.Next(30) == 0 ? "utf-7" : null, random.Next(30) == 0);
        if (charset is not null || isCut)
        {
            how.Add($"letters {charset}, cut {isCut}");
        }

        string[] names = ["a.pdf", "", "../a\0.pdf", new string('n', 300)];
        return new(address, fields, [.. form.Files.Select(f => (f, OneOf(names), Bytes()))], how)
        {
            Charset = charset,
            IsCut = isCut,
        };
    }

    private void SpoilOnce(List<(string Name, string Value)> fields, List<string> how)
    {
        var places = Enumerable.Range(0, fields.Count).Where(i => fields[i].Name != "__RequestVerificationToken").ToList();
        if (places.Count == 0)
        {
            fields.Add((OneOf(["Input.X", "Version", "Alasan", "Input[0]"]), OneOf(Values)));
            how.Add("a field of no form");
            return;
        }

        var at = places[random.Next(places.Count)];
        var (name, value) = fields[at];
        switch (random.Next(12))
        {
            case 0:
                fields.RemoveAt(at);
                how.Add($"without {name}");
                break;
            case 1:
                fields.Insert(at, (name, OneOf(Values)));
                how.Add($"{name} twice");
                break;
            case 2:
                fields[at] = (name, new string('h', 1 << (8 + random.Next(10))));
                how.Add($"{name} huge");
                break;
            case 3:
                var list = name.Split('[')[0];
                fields.RemoveAll(f => f.Name.StartsWith(list, StringComparison.Ordinal) && f.Name != "__RequestVerificationToken");
                how.Add($"without all of {list}");
                break;
            case 4:
                // A whole row, or a field that is no list.
                var row = name.Contains('[', StringComparison.Ordinal) ? name[..(name.IndexOf(']', StringComparison.Ordinal) + 1)] : name;
                for (var i = 0; i < fields.Count; i++)
                {
                    fields[i] = fields[i].Name.StartsWith(row, StringComparison.Ordinal) && fields[i].Name != "__RequestVerificationToken"
                        ? ($"{row.Split('[')[0]}[7]{fields[i].Name[row.Length..]}", fields[i].Value) : fields[i];
                }

                how.Add($"a gap at {name}");
                break;
            case 5:
                var last = fields.FindLastIndex(f => f.Name.Contains('[', StringComparison.Ordinal));
                var first = Math.Max(1, last - random.Next(6));
                fields.RemoveRange(Math.Min(first, fields.Count), Math.Max(0, last + 1 - first));
                how.Add("the end of a list missing");
                break;
            case 6:
                fields[at] = (name + OneOf([".X", "[0]", "[0].A", "[]", "\0", ".index"]), value);
                how.Add($"{name} renamed");
                break;
            default:
                fields[at] = (name, OneOf(Values));
                how.Add($"{name}={fields[at].Value}");
                break;
        }
    }

    private string OneOf(string[] all) => all[random.Next(all.Length)];

    private byte[] Bytes()
    {
        var bytes = new byte[random.Next(3) * 700];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? bytes : [.. "%PDF-1.7\n"u8, .. bytes];
    }
}

/// <summary>What is sent in the end; letters that are none in Unicode go as their bytes.</summary>
internal sealed record Sending(
    string Address, List<(string Name, string Value)> Fields, (string Field, string Name, byte[] Bytes)[] Files, List<string> How)
{
    public string? Charset { get; init; }

    public bool IsCut { get; init; }

    public HttpContent Content()
    {
        byte[] bytes = Files.Length > 0
            ? [.. Parts().SelectMany(p => p)]
            : Encoding.ASCII.GetBytes(string.Join('&', Fields.Select(f => $"{Percent(f.Name)}={Percent(f.Value)}")));
        var content = new ByteArrayContent(IsCut ? bytes[..(bytes.Length * 3 / 4)] : bytes);
        content.Headers.ContentType = Files.Length > 0
            ? new("multipart/form-data") { Parameters = { new("boundary", "batas") } }
            : new("application/x-www-form-urlencoded");
        content.Headers.ContentType.CharSet = Charset;
        return content;
    }


    private IEnumerable<byte[]> Parts()
    {
        foreach (var (name, value) in Fields)
        {
            yield return [.. Head($"name=\"{Quoted(name)}\""), .. Bytes(value), .. "\r\n"u8];
        }

        foreach (var (field, name, bytes) in Files)
        {
            yield return [.. Head($"name=\"{Quoted(field)}\"; filename=\"{Quoted(name)}\""), .. bytes, .. "\r\n"u8];
        }

        yield return "--batas--\r\n"u8.ToArray();
    }

    private static byte[] Head(string disposition) =>
        Encoding.UTF8.GetBytes($"--batas\r\nContent-Disposition: form-data; {disposition}\r\n\r\n");

    private static string Quoted(string name) => name.Replace("\"", "%22", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Percent(string text) => string.Concat(Bytes(text).Select(b => $"%{b:X2}"));

    private static IEnumerable<byte> Bytes(string text) => text.EnumerateRunes().Any(r => r == Rune.ReplacementChar)
        ? text.SelectMany(c => char.IsSurrogate(c)
            ? [(byte)(0xE0 | (c >> 12)), (byte)(0x80 | ((c >> 6) & 0x3F)), (byte)(0x80 | (c & 0x3F))]
            : Encoding.UTF8.GetBytes([c]))
        : Encoding.UTF8.GetBytes(text);
}
