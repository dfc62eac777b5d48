using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Dossiers;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests;

/// <summary>Addresses are written in one place: each leads to one route, each route has one, and no one types one elsewhere.</summary>
public sealed partial class LinksTests(LetterheadOfTheSiteTests.PictureSite site)
    : IClassFixture<LetterheadOfTheSiteTests.PictureSite>, IAsyncLifetime
{
    private const string Text = "a b&ü?#%";

    // The front page has a second address, made from the name of its file; nothing leads there.
    private static readonly string[] WithoutLink = ["Index"];

    private static readonly string Web = Path.Combine(LayoutTests.Root, "src", "SopKinerja.Web");

    private static readonly IReadOnlyList<Type> PageModels =
        [.. typeof(StepPageModel).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(PageModel)))];

    private readonly Dictionary<RouteEndpoint, Type> _models = [];

    public async Task InitializeAsync()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        foreach (var route in Routes)
        {
            if (route.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                _models[route] = (await loader.LoadAsync(page, route.Metadata)).ModelTypeInfo!;
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Every_link_leads_to_one_route() =>
        Assert.Empty(All().Select(link => (link, Routes: RoutesOf(link).Select(r => r.RoutePattern.RawText).ToList()))
            .Where(l => l.Routes.Count != 1)
            .Select(l => $"{l.link.Member}: {l.link.Address} leads to {(l.Routes.Count == 0 ? "nothing" : string.Join(", ", l.Routes))}"));

    [Fact]
    public void Every_page_and_every_file_has_its_link()
    {
        var led = All().SelectMany(RoutesOf).ToHashSet();

        Assert.Equal(WithoutLink, Routes.Where(r => !led.Contains(r)).Select(r => r.RoutePattern.RawText));
    }

    [Fact]
    public void What_a_link_is_given_arrives_unchanged()
    {
        var link = new Link("", Links.Dossiers.Evidence(7, Text));
        var filter = Query(Links.Dossiers.Search(new(Search: Text, Box: "a+b")));

        Assert.True(TryMatch(RoutesOf(link).Single(), link.Path, out var values));
        Assert.Equal(("7", Text), ((string)values["id"]!, (string)values["key"]!));
        Assert.Equal([(Keys.Search, Text), (Keys.Box, "a+b")], filter.Select(q => (q.Key, q.Value.ToString())));
    }

    [Fact]
    public void Every_key_of_a_link_is_read_by_its_page() =>
        Assert.Empty(All().SelectMany(link => RoutesOf(link).SelectMany(route => Query(link.Address)
            .Where(q => !IsRead(route, q.Key, q.Value.ToString())).Select(q => $"{link.Member}: nothing reads {q.Key}"))));

    [Fact]
    public void Every_key_that_a_page_reads_is_one_of_the_list()
    {
        string[] known = [.. typeof(Keys).GetFields().Select(f => (string)f.GetValue(null)!)];
        var read = Routes.SelectMany(ReadBy).ToList();

        Assert.Equal([], read.Where(key => !known.Contains(key)).Distinct());
        Assert.Equal([Keys.Handler], known.Where(key => !read.Contains(key)));
    }

    [Fact]
    public void Every_handler_that_a_view_names_is_there()
    {
        var handlers = PageModels.SelectMany(m => m.GetMethods()).Select(m => m.Name)
            .Where(n => n.StartsWith("OnPost", StringComparison.Ordinal))
            .Select(n => n.Replace("OnPost", "", StringComparison.Ordinal).Replace("Async", "", StringComparison.Ordinal)).ToHashSet();
        var named = Sources().SelectMany(f => HandlerNamed().Matches(f.Text).Select(m => (f.Place, Name: m.Groups["name"].Value))).ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Where(n => !handlers.Contains(n.Name)));
    }

    [Fact]
    public void No_address_is_typed_outside_the_links() =>
        Assert.Empty(Sources().Where(f => !f.Place.StartsWith("Addresses/", StringComparison.Ordinal))
            .SelectMany(f => Typed(f.Text).Select(t => $"{f.Place}: {t}")));

    [Theory]
    [InlineData("<a href=\"/berkas\">")]
    [InlineData("<a href=\"/berkas/@row.Id\">")]
    [InlineData("<a href=\"~/sop\">")]
    [InlineData("<a href=\"berkas\">")]
    [InlineData("<a href=\"?periode=@Model.Periode\">")]
    [InlineData("<form method=\"get\" action=\"/skp/baru\">")]
    [InlineData("<button formaction=\"?tahun=@Model.Year\">")]
    [InlineData("<img src=\"/gambar-kop\">")]
    [InlineData("<a asp-page=\"/Dossiers/Index\">")]
    [InlineData("<a asp-route-id=\"7\">")]
    [InlineData("@Url.Page(null, new { boks })")]
    [InlineData("@Url.Content(\"~/\")")]
    [InlineData("return Redirect($\"/skp/{id}\");")]
    [InlineData("return LocalRedirect(\"/\");")]
    [InlineData("return RedirectToPage(\"/Index\");")]
    [InlineData("return RedirectToPage();")]
    [InlineData("cookie.LoginPath = \"/masuk\";")]
    [InlineData("var url = $\"{Request.Path}?periode={id}\";")]
    [InlineData("var url = host + \"/periksa/\" + code;")]
    [InlineData("new NavRow(\"Tugas saya\", \"/\", \"/Index\")")]
    [InlineData("<a href='/berkas'>")]
    [InlineData("<a href=/skp>")]
    [InlineData("<a href = \"/skp\">")]
    [InlineData("<a href=\"@Links.Plans.List/baru\">")]
    [InlineData("<a href=\"@Links.Dossiers.List?keadaan=semua\">")]
    [InlineData("<a href=\"@Links.Plans.Details(plan.Id)/formulir\">")]
    [InlineData("return Redirect(\"/Berkas/7\");")]
    [InlineData("<img title=\"https://\" src=\"/gambar\">")]
    [InlineData("return Redirect('/' + \"berkas\");")]
    public void A_typed_address_is_seen(string code) => Assert.NotEmpty(Typed(code));

    [Theory]
    [InlineData("@page \"/berkas/{id:long}\"")]
    [InlineData("app.MapGet(\"/skp/{id:long}/formulir\", SkpAsync);")]
    [InlineData("<link rel=\"stylesheet\" href=\"~/css/form.css\" asp-append-version=\"true\">")]
    [InlineData("<a href=\"@Links.Sop\">")]
    [InlineData("<a href=\"#isi\">")]
    [InlineData("<button formaction=\"?handler=Save\">")]
    [InlineData("new(\"/Dossiers\", Everyone)")]
    public void What_is_no_typed_address_is_let_be(string code) => Assert.Empty(Typed(code));

    private IReadOnlyList<RouteEndpoint> Routes => field ??=
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(Answers)];

    private static bool Answers(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET");

    private List<RouteEndpoint> RoutesOf(Link link) => [.. Routes.Where(r => TryMatch(r, link.Path, out _))];

    private bool TryMatch(RouteEndpoint route, string path, out RouteValueDictionary values)
    {
        var found = new RouteValueDictionary();
        values = found;
        var policies = site.Services.GetRequiredService<ParameterPolicyFactory>();
        return new TemplateMatcher(new(route.RoutePattern), new(route.RoutePattern.Defaults)).TryMatch(path, found)
            && route.RoutePattern.ParameterPolicies.All(p => p.Value.All(policy =>
                policies.Create(route.RoutePattern.GetParameter(p.Key), policy) is not IRouteConstraint constraint
                || constraint.Match(null, null, p.Key, found, RouteDirection.IncomingRequest)));
    }

    private static Dictionary<string, StringValues> Query(string address) =>
        QueryHelpers.ParseQuery(address.Split('?') is [_, var query] ? query : "");

    private bool IsRead(RouteEndpoint route, string key, string value) => key == Keys.Handler
        ? ModelOf(route)?.GetMethods().Any(m => m.Name == $"OnPost{value}" || m.Name == $"OnPost{value}Async") == true
        : ReadBy(route).Contains(key);

    // What a page or an endpoint takes from behind the question mark.
    private IEnumerable<string> ReadBy(RouteEndpoint route)
    {
        var model = ModelOf(route);
        var properties = model?.GetProperties().Select(NameInAddress).OfType<string>() ?? [];
        var handlers = model?.GetMethods().Where(m => m.Name is "OnGet" or "OnGetAsync") ?? [route.Metadata.GetMetadata<MethodInfo>()];
        return properties.Concat(handlers.OfType<MethodInfo>().SelectMany(h => h.GetParameters()).SelectMany(NamesInAddress))
            .Where(name => route.RoutePattern.GetParameter(name) is null);
    }

    private Type? ModelOf(RouteEndpoint route) => _models.GetValueOrDefault(route);

    private static string? NameInAddress(PropertyInfo property) =>
        property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: true } bound ? bound.Name ?? property.Name
        : property.GetCustomAttribute<FromQueryAttribute>() is { } query ? query.Name ?? property.Name
        : null;

    // Of a form that is read from an address, each field: their names bind in any case, and an address holds them small.
    private static IEnumerable<string> NamesInAddress(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) || type.IsPrimitive ? [parameter.Name!]
            : type.Namespace!.StartsWith("SopKinerja.Web.Pages.", StringComparison.Ordinal)
                ? type.GetProperties().Where(p => p.CanWrite).Select(p => p.Name.ToLowerInvariant())
            : [];
    }

    private static IEnumerable<Link> All() => typeof(Links).GetNestedTypes().Append(typeof(Links)).SelectMany(OfClass);

    private static IEnumerable<Link> OfClass(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => new Link($"{type.Name}.{f.Name}", (string)f.GetValue(null)!)),
        .. type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .SelectMany(m => Calls(m).Select(given => new Link($"{type.Name}.{m.Name}", (string)m.Invoke(null, given)!))),
    ];

    // Once with what must be given, once with everything; for each row of the SOP where a row is asked for.
    private static IEnumerable<object?[]> Calls(MethodInfo method)
    {
        var rows = method.Name == nameof(Links.Dossiers.Undecided) ? SopTable.All.Where(r => r.AsksPassword) : SopTable.All;
        var asksRow = method.GetParameters().Any(p => p.ParameterType == typeof(SopRow) || p.ParameterType == typeof(Step));
        var variants = asksRow ? rows : [SopTable.Rows[0]];
        return variants.SelectMany(row => new[] { false, true }.Select(everything => method.GetParameters()
            .Select(p => p.HasDefaultValue && !everything ? p.DefaultValue : Sample(p.ParameterType, row, everything)).ToArray()));
    }

    private static object Sample(Type type, SopRow row, bool everything) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain && plain == typeof(int) ? 7
        : plain == typeof(long) ? 7_000_000_000
        : plain == typeof(string) ? Text
        : plain == typeof(bool) ? true
        : plain == typeof(SopRow) ? row
        : plain == typeof(Step) ? row.Step
        : plain == typeof(DossierFilter) ? everything ? new DossierFilter(Text, 7, 7, Text, Text, 7) : new DossierFilter()
        : plain == typeof(WorkQueue) ? everything ? new WorkQueue(row.Stage, 7, 7, QueueOrder.Unit) : new WorkQueue()
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No sample of {type}."));

    private static IEnumerable<string> Typed(string text) => Address().Matches(NoAddress().Replace(text, "")).Select(m => m.Value);

    private static IEnumerable<(string Place, string Text)> Sources() => Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories)
        .Select(f => (Place: Path.GetRelativePath(Web, f).Replace('\\', '/'), File: f))
        .Where(f => (f.Place.EndsWith(".cs", StringComparison.Ordinal) || f.Place.EndsWith(".cshtml", StringComparison.Ordinal))
            && !f.Place.StartsWith("bin/", StringComparison.Ordinal) && !f.Place.StartsWith("obj/", StringComparison.Ordinal))
        .Select(f => (f.Place, Comments().Replace(File.ReadAllText(f.File), "")));

    private sealed record Link(string Member, string Address)
    {
        public string Path => Uri.UnescapeDataString(Address.Split('?', '#')[0]);
    }

    [GeneratedRegex(
        """
        \b(href|src|action|formaction)\s*=\s*(["'](?![@\#"'])[^"']*|[/?~\w][\w/?]*(?=[\s>]))
        |\b(href|src|action|formaction)\s*=\s*["']@\(?Links[\w.]+(\([^"']*\))?\)?[/?&][^"']*
        |'/'\s*\+
        |"~?/(?=[a-z?\#{"])[^"]*"
        |\b(Local)?Redirect\w*\(\$?"(?!\{Links)[^"]*
        |\basp-(page|route(-\w+)?)=
        |\bUrl\.(Page|Content|Action|RouteUrl)\w*\(
        |\bRedirectTo(Page|Route|Action)\w*\(
        |[?&](?!(handler|v)=)[A-Za-z]\w*=[{@]
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Address();

    // The routes themselves; what wwwroot holds, which is no page; a handler of the same page; and slashes that begin no address:
    // the folder of all pages, the fonts of Debian, the address of another program, names in a PDF, a route in the log, a place to break
    // a word.
    [GeneratedRegex(
        """
        @page\s"[^"]*"
        |\bMap(Get|Post)\("[^"]*"
        |\b(href|src)="~/(css/|js/|favicon\.svg)[^"]*"
        |\bformaction="\?handler=[^"]*"
        |\bAddFolderApplicationModelConvention\("/"
        |"/usr/share/fonts/[^"]*"
        |\bAlamat\.TrimEnd\('/'\)\s\+\s"/"
        |"/"\s\+\s(place|Word)\b
        |\$"/\{pattern\.TrimStart
        |\.Replace\("/",\s"[^"]*"
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex NoAddress();

    [GeneratedRegex("""(\?handler=|asp-page-handler=")(?<name>[A-Z]\w*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HandlerNamed();

    [GeneratedRegex(@"(?<!:)//[^\n]*|@\*.*?\*@", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Comments();
}
