using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Site;

/// <summary>A browser without JavaScript, with cookies of its own.</summary>
public sealed partial class Visitor(HttpClient client) : IDisposable
{
    /// <summary>For requests that no form makes.</summary>
    public HttpClient Client => client;

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<Visit> GoAsync(string url) => await ReadAsync(await client.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute)));

    /// <summary>Sends a form by hand with a valid token, for fields that no page offers.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="tokenFrom">A page with a form, for its token.</param>
    /// <param name="fields">Names and values.</param>
    public async Task<Visit> PostAsync(string url, string tokenFrom, params (string Name, string Value)[] fields)
    {
        var page = await GoAsync(tokenFrom);
        // As every form of a dossier, and of a record of the administrator's, carries it.
        var version = page.Page.QuerySelector("input[name=Version], input[name='Input.Version']");
        using var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", page.Token),
            // Whole, as far as these fields go.
            new(FormMark.FieldName, System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true)),
            .. version is null || fields.Any(f => f.Name == version.GetAttribute("name")) ? []
                : new[] { KeyValuePair.Create(version.GetAttribute("name")!, version.GetAttribute("value") ?? "") },
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await ReadAsync(await client.PostAsync(new Uri(url, UriKind.RelativeOrAbsolute), content));
    }

    public void Dispose() => client.Dispose();

    internal async Task<Visit> SendAsync(HttpRequestMessage request) => await ReadAsync(await client.SendAsync(request));

    private async Task<Visit> ReadAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        var html = isHtml ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        // A name ends in a point as often as a sentence does.
        Assert.DoesNotMatch(TwoFullStops(), html);
        return new(this, response, bytes, html, response.RequestMessage!.RequestUri!);
    }

    [GeneratedRegex(@"[\p{L})]\.\.(?![./\\])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TwoFullStops();
}

/// <summary>One page that came back, with its forms to be filled in by label and pressed by button.</summary>
public sealed partial class Visit(Visitor visitor, HttpResponseMessage response, byte[] bytes, string html, Uri url)
{
    // SOP_TWICE=1 sends every form of every test twice: what a test says must hold for the second answer too.
    private static readonly bool SendsTwice = Environment.GetEnvironmentVariable("SOP_TWICE") == "1";

    // Many only look at the status.
    private readonly Lazy<IHtmlDocument> _page = new(
        () => new HtmlParser(new HtmlParserOptions(), BrowsingContext.New(Configuration.Default)).ParseDocument(html));

    private readonly List<(string Field, string FileName, string ContentType, byte[] Bytes)> _files = [];

    public HttpStatusCode Status => response.StatusCode;

    public HttpResponseMessage Response => response;

    public byte[] Bytes => bytes;

    public string Html => html;

    public IHtmlDocument Page => _page.Value;

    public Uri Url => url;

    /// <summary>What a person reads, with runs of white space as one space.</summary>
    public string Text => Squeeze(Page.Body?.TextContent ?? "");

    /// <summary>The green line that says what was done.</summary>
    public string? Done => (Page.QuerySelector(".berhasil > p") ?? Page.QuerySelector(".berhasil")) is { } done ? Squeeze(done.TextContent) : null;

    /// <summary>The sentences at the fields and at the top.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            // The summary says the same again, with the number of the row before it.
            string[] atFields = [.. Texts(".isian__galat")];
            return [.. Texts("[role=alert] li")
                .Where(e => !atFields.Any(f => e == f || RowNumber().Replace(e, "", 1) == f)).Concat(atFields).Distinct()];
        }
    }

    /// <summary>Its forms, as they would be sent now.</summary>
    internal IEnumerable<List<(string Name, string Value)>> Forms() =>
        Page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").Select(f => Fields(f).ToList());

    internal string Token => Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value
        ?? throw new InvalidOperationException($"{url} answered {(int)Status} without a form: {(Text.Length > 600 ? Text[..600] : Text)}");

    /// <summary>The field with this label.</summary>
    public IElement Field(string label)
    {
        var found = Page.QuerySelectorAll("label, legend").Where(l => Squeeze(l.TextContent) == label)
            .Select(l => l is IHtmlLabelElement { HtmlFor: { Length: > 0 } id } ? Page.GetElementById(id) : l.QuerySelector(
                "input, select, textarea"))
            .FirstOrDefault(e => e is not null);
        return found ?? Page.QuerySelectorAll("input, select, textarea").FirstOrDefault(e => e.GetAttribute("aria-label") == label)
            ?? throw new InvalidOperationException($"No field “{label}” on {url}, which answered {(int)Status}: "
                + $"{(Text.Length > 400 ? Text[..400] : Text)} Labels: "
                + $"{string.Join(" | ", Page.QuerySelectorAll("label").Select(l => Squeeze(l.TextContent)))}");
    }

    /// <summary>What stands in the field.</summary>
    public string Value(string label) => Field(label) switch
    {
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? "true" : "false",
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => Squeeze(select.SelectedOptions.Select(o => o.Text).FirstOrDefault("")!),
        var other => throw new InvalidOperationException(other.TagName),
    };

    /// <summary>Types into a field, or picks the option with these words.</summary>
    public Visit Fill(string label, string value)
    {
        switch (Field(label))
        {
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(o => Squeeze(o.Text) == value)
                    ?? select.Options.FirstOrDefault(o => o.Value == value)
                    ?? throw new InvalidOperationException(
                        $"“{label}” has no option “{value}”: {string.Join(" | ", select.Options.Select(o => Squeeze(o.Text)))}");
                select.Options.ToList().ForEach(o => o.IsSelected = false);
                option.IsSelected = true;
                break;
        }

        return this;
    }

    /// <summary>Says with the signature that there is no objection, where the form asks.</summary>
    public Visit WithoutObjection()
    {
        const string Label = "Menerima hasil dan tidak berkeberatan: berkas diteruskan sekarang";
        return Html.Contains(Label, StringComparison.Ordinal) ? Tick(Label) : this;
    }

    /// <summary>Ticks a box or a radio button.</summary>
    public Visit Tick(string label, bool on = true)
    {
        ((IHtmlInputElement)Field(label)).IsChecked = on;
        return this;
    }

    /// <summary>Puts a file into a file field.</summary>
    public Visit Attach(string label, string fileName, byte[] content, string contentType = "application/octet-stream")
    {
        _files.Add((((IHtmlInputElement)Field(label)).Name!, fileName, contentType, content));
        return this;
    }

    /// <summary>The button with these words.</summary>
    public IHtmlButtonElement Button(string words) =>
        Page.QuerySelectorAll<IHtmlButtonElement>("main button").FirstOrDefault(b => Squeeze(b.TextContent) == words)
        ?? Page.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(b => Squeeze(b.TextContent) == words)
        ?? throw new InvalidOperationException($"No button “{words}” on {url}. Buttons: "
            + $"{string.Join(" | ", Page.QuerySelectorAll("button").Select(b => Squeeze(b.TextContent)))}");

    /// <summary>Whether such a button is there.</summary>
    public bool HasButton(string words) => Page.QuerySelectorAll("button").Any(b => Squeeze(b.TextContent) == words);

    /// <summary>Presses a button as a browser would: its form, its fields, its own name and address.</summary>
    public Task<Visit> PressAsync(string words)
    {
        var button = Button(words);
        return button.IsDisabled
            ? throw new InvalidOperationException($"The button “{words}” on {url} is disabled.")
            : SubmitAsync(button.Form ?? throw new InvalidOperationException($"The button “{words}” stands in no form."), button);
    }

    /// <summary>Follows the link with these words.</summary>
    public Task<Visit> FollowAsync(string words)
    {
        var link = Page.QuerySelectorAll<IHtmlAnchorElement>("a").FirstOrDefault(a => Squeeze(a.TextContent) == words)
            ?? throw new InvalidOperationException(
                $"No link “{words}” on {url}. Links: {string.Join(" | ", Page.QuerySelectorAll("a").Select(a => Squeeze(a.TextContent)))}");
        return visitor.GoAsync(new Uri(url, link.GetAttribute("href")!).ToString());
    }

    private async Task<Visit> SubmitAsync(IHtmlFormElement form, IHtmlButtonElement button)
    {
        var action = button.GetAttribute("formaction") ?? form.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? url : new Uri(url, action);
        var fields = Fields(form).ToList();
        if (button.Name is { Length: > 0 } name)
        {
            fields.Add((name, button.Value ?? ""));
        }

        if ((form.GetAttribute("method") ?? "get").Equals("get", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
            return await visitor.GoAsync(new UriBuilder(target) { Query = query }.Uri.ToString());
        }

        if (SendsTwice)
        {
            using var first = new HttpRequestMessage(HttpMethod.Post, target) { Content = Content(form, fields) };
            await visitor.SendAsync(first);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = Content(form, fields) };
        return await visitor.SendAsync(request);
    }

    private HttpContent Content(IHtmlFormElement form, List<(string Name, string Value)> fields)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }

        var multipart = new MultipartFormDataContent();
        fields.ForEach(f => multipart.Add(new StringContent(f.Value), f.Name));
        foreach (var file in _files)
        {
            var part = new ByteArrayContent(file.Bytes);
            part.Headers.ContentType = new(file.ContentType);
            multipart.Add(part, file.Field, file.FileName);
        }

        return multipart;
    }

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.Name is { Length: > 0 } name
                    && box.IsChecked && !box.IsDisabled:
                    yield return (name, box.Value.Length > 0 ? box.Value : "on");
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" or "file" or "submit" or "button" }:
                    break;
                case IHtmlInputElement { IsDisabled: false, Name.Length: > 0 } input:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { IsDisabled: false, Name.Length: > 0 } area:
                    yield return (area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { IsDisabled: false, Name.Length: > 0 } select:
                    foreach (var option in select.SelectedOptions)
                    {
                        yield return (select.Name!, option.Value);
                    }

                    break;
            }
        }
    }

    private IEnumerable<string> Texts(string selector) => Page.QuerySelectorAll(selector).Select(e => Squeeze(e.TextContent));

    [GeneratedRegex("^Nomor [0-9]+(, baris [0-9]+)*: ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex RowNumber();

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
