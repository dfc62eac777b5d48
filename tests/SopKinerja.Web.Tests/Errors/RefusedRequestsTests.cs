using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Errors;

/// <summary>Every page × what no browser sends to it.</summary>
public sealed class RefusedRequestsTests(MatrixTests.World world) : IClassFixture<MatrixTests.World>
{
    private const string NotWhole = "Isian Anda tidak sampai dengan utuh";

    // The error page answers whatever it is asked, and so does the check of health.
    private IEnumerable<MatrixTests.Route> Routes => world.Routes.Where(r => r.Template is not ("galat/{code:int}" or "sehat"));

    private IEnumerable<MatrixTests.Route> Forms => Routes.Where(r => r.Posts.Count > 0);

    public static TheoryData<string> Unreadable => [.. Bodies.Keys];

    private static readonly Dictionary<string, Func<HttpContent>> Bodies = new()
    {
        ["charset=utf-7"] = () => Form("a=b", "application/x-www-form-urlencoded; charset=utf-7"),
        ["an unknown charset"] = () => Form("a=b", "application/x-www-form-urlencoded; charset=tidak-ada"),
        ["a part in utf-7"] = () => Form(
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nb\r\n--x--\r\n",
            "multipart/form-data; boundary=x"),
        ["a multipart form cut off"] = () => Form(
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb", "multipart/form-data; boundary=x"),
        ["no boundary"] = () => Form("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n", "multipart/form-data"),
        ["a gap"] = () => Form("Input.Rows%5B0%5D.Uraian=a&Input.Rows%5B2%5D.Uraian=b"),
        ["a negative row"] = () => Form("Input.Rows%5B-1%5D.Uraian=a"),
        ["a huge row"] = () => Form("Input.Rows%5B99999999999%5D.Uraian=a"),
        ["a row counted twice"] = () => Form("Input.Kualitas.index=0&Input.Kualitas.index=0&Input.Kualitas%5B0%5D=1"),
        ["a row that no list has"] = () => Form("Input.Kualitas.index=7&Input.Kualitas%5B0%5D=1"),
        ["thousands of fields"] = () => Form(string.Join('&', Enumerable.Range(0, 9000).Select(i => $"F{i}="))),
        ["lists in lists in lists"] = () => Form($"Input{string.Concat(Enumerable.Repeat("%5B0%5D", 200))}=x"),
    };

    [Fact]
    public async Task A_method_that_a_page_does_not_have_is_405_with_a_sentence_and_the_methods_it_has()
    {
        var wrong = new List<string>();
        foreach (var route in Routes)
        {
            string[] methods = ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", .. route.Posts.Count == 0 ? ["POST"] : Array.Empty<string>()];
            foreach (var method in methods)
            {
                var page = await SendAsync(route, method, "", null);
                Judge(wrong, route, method, page, HttpStatusCode.MethodNotAllowed, "Buka halaman ini lewat menu");
                if (!page.Response.Content.Headers.Allow.Contains("GET") || page.Response.Content.Headers.Allow.Contains(method))
                {
                    wrong.Add($"{method} {route.Template}: Allow {page.Response.Content.Headers.Allow}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        await world.IsUnchangedAsync();
    }

    [Fact]
    public async Task A_handler_that_a_page_does_not_have_is_404_with_a_sentence()
    {
        var wrong = new List<string>();
        foreach (var route in Forms)
        {
            string[] handlers = ["Ngawur", "ViewResult", "7", .. route.Posts.Contains("") ? Array.Empty<string>() : [""]];
            foreach (var handler in handlers)
            {
                using var content = Form("a=b");
                var page = await SendAsync(route, "POST", handler, content);
                Judge(wrong, route, handler, page, HttpStatusCode.NotFound, HandlerActs.Unknown.Sentence);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        await world.IsUnchangedAsync();
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_form_that_no_page_sends_is_400_with_a_sentence_on_every_page(string what)
    {
        var wrong = new List<string>();
        foreach (var route in Forms)
        {
            using var content = Bodies[what]();
            Judge(wrong, route, what, await SendAsync(route, "POST", route.Posts[0], content), HttpStatusCode.BadRequest, NotWhole);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        await world.IsUnchangedAsync();
    }

    [Theory]
    [InlineData("kata-sandi", 9 * 1024 * 1024)]
    [InlineData("skp/baru", 9 * 1024 * 1024)]
    // Who has not signed in fills in a field or two.
    [InlineData("masuk", 66 * 1024)]
    [InlineData("periksa", 66 * 1024)]
    public async Task A_form_without_files_that_is_too_large_is_413(string template, int bytes)
    {
        using var content = Form($"Input.A={new string('x', bytes)}");

        var page = await SendAsync(world.Routes.Single(r => r.Template == template), "POST", "", content);

        Assert.True(page.Status == HttpStatusCode.RequestEntityTooLarge, $"{page.Status} {page.Text}");
        Assert.Contains("terlalu besar", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "a", "b.c", "Rows[0].A", "Rows[1].A", "Rows[0].B", "Rows[1].In[0]", "Rows[1].In[1]")]
    [InlineData(true, "Rows[1]", "Rows[0]", "rows[2]")]
    [InlineData(true, "A[0][0]", "A[0][1]")]
    [InlineData(false, "Rows[1]")]
    [InlineData(false, "Rows[0]", "Rows[01]")]
    [InlineData(false, "Rows[0]", "Rows[a]")]
    [InlineData(false, "Rows[0]", "Rows[]")]
    [InlineData(false, "Rows[0")]
    [InlineData(false, "Rows[0].In[1]")]
    public void A_list_counts_its_rows_from_nought(bool isWhole, params string[] names) =>
        Assert.Equal(isWhole, WholeForms.HasWholeLists(names));

    private static void Judge(
        List<string> wrong, MatrixTests.Route route, string what, Visit page, HttpStatusCode expected, string sentence)
    {
        if (page.Status != expected || !page.Html.Contains(sentence, StringComparison.Ordinal))
        {
            wrong.Add($"{what} {route.Template}: {(int)page.Status}{(page.Status == expected ? " without the sentence" : "")}");
        }
    }

    private async Task<Visit> SendAsync(MatrixTests.Route route, string method, string handler, HttpContent? content)
    {
        var forWhom = MatrixTests.Others.GetValueOrDefault(route.Template, "*");
        var who = forWhom is "*" or "person" or "off" or "anonymous" ? "analis" : forWhom.Split(' ').First(w => !w.EndsWith(':'));
        var address = MatrixTests.Address(route.Template, world.Dossiers[0])
            .Replace("{id:int}", "1", StringComparison.Ordinal).Replace("{kode}", "ABCD-EFGH-JKMN", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(
            new(method), new Uri($"/{address}{(handler.Length > 0 ? $"?handler={handler}" : "")}", UriKind.Relative))
        { Content = content };
        return await (await world.VisitorAsync(who)).SendAsync(request);
    }

    private static ByteArrayContent Form(string body, string type = "application/x-www-form-urlencoded") =>
        new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
}
