using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Documents.Html;

namespace SopKinerja.Web.Tests.Documents;

public sealed partial class FormHtmlTests
{
    [Fact]
    public void The_screen_shows_every_text_and_the_same_figures_as_the_PDF()
    {
        var form = SampleForms.Document(40, acknowledged: true, kondisiPenyebab: SampleForms.KondisiPenyebab);
        var screen = Parse(form).QuerySelectorAll("h2, p, dt, dd, th, td").Select(element => element.TextContent).ToList();
        Assert.Equal(
            PdfEngineTests.Texts(form)
                .Append(form.Footer).Append(form.Footer).Select(PdfEngineTests.Squeezed).Where(text => text.Length > 0).Order(),
            screen.Select(PdfEngineTests.Squeezed).Where(text => text.Length > 0).Order());
        using var pdf = new PdfTools(TheEngine.Draw(form));
        var drawn = Figures().Matches(pdf.Text).Select(match => match.Value).Order().ToList();
        Assert.NotEmpty(drawn);
        // The PDF repeats only heads and the foot, which hold no figure with a comma.
        Assert.Equal(screen.SelectMany(text => Figures().Matches(text).Select(match => match.Value)).Order(), drawn);
    }

    [Fact]
    public void Whatever_is_typed_is_text()
    {
        const string Evil = "<script>alert('x')</script>\"&amp;<img src=x onerror=alert(1)>";
        var asn = new PegawaiTercetak(Evil, Evil, Evil, Evil, Evil);
        var html = Html(SampleForms.Document(1, acknowledged: true, asn));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, img, [onerror], [style]"));
        Assert.Contains(Evil, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_scrolls_in_a_named_region_that_takes_the_focus()
    {
        var region = Assert.Single(Parse(SampleForms.Document(1)).QuerySelectorAll(".form-preview"));
        Assert.Equal("region", region.GetAttribute("role"));
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.Equal("Pratinjau Penilaian Prestasi Kerja Pegawai Negeri Sipil", region.GetAttribute("aria-label"));
    }

    [Fact]
    public void The_capaian_table_has_a_real_head_and_every_row_fills_fourteen_columns()
    {
        var table = Parse(SampleForms.Document(10)).QuerySelectorAll("table")[^1];
        Assert.Equal(3, table.QuerySelectorAll("thead tr").Length);
        Assert.Equal(2, table.QuerySelectorAll("thead th[scope=colgroup][colspan='4']").Length);
        Assert.All(table.QuerySelectorAll("th"), cell => Assert.True(cell.HasAttribute("scope") && cell.TextContent.Length > 0));
        Assert.NotEmpty(table.QuerySelector("caption")!.TextContent);
        Assert.All(Covered(table), columns => Assert.Equal(14, columns));
    }

    [Fact]
    public void Bars_are_a_figure_whose_words_say_what_the_drawing_shows()
    {
        var form = PdfEngineTests.Of(new BarChart("Pola <b>", [new("separuh", 5), new("penuh", 10)]));
        var figure = Assert.Single(Parse(form).QuerySelectorAll("figure"));
        Assert.Equal("Pola <b>", figure.QuerySelector("figcaption")!.TextContent);
        Assert.Equal(["separuh", "penuh"], figure.QuerySelectorAll("p").Select(label => label.TextContent));
        var bars = figure.QuerySelectorAll("svg[aria-hidden=true] rect");
        Assert.Equal(["50 50", "0 100"], bars.Select(bar => $"{bar.GetAttribute("y")} {bar.GetAttribute("height")}"));
    }

    [Fact]
    public void The_tag_helper_puts_the_form_in_place_of_its_tag()
    {
        var form = SampleForms.Document(1);
        var output = new TagHelperOutput("form-preview", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new FormPreviewTagHelper { Form = form }.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        Assert.Equal(Html(form), writer.ToString());
    }

    [Fact]
    public void Every_class_has_its_rule_in_the_style_sheet()
    {
        var css = File.ReadAllText(Path.Combine(Root(), "src", "SopKinerja.Web", "wwwroot", "css", "form.css"));
        FormDescription[] forms = [SampleForms.Document(1), SampleKinerja.Document(FormulirSkp.Rows[0], 1)];
        var classes = forms.SelectMany(form => Parse(form).QuerySelectorAll("[class]")).SelectMany(element => element.ClassList).Distinct();
        Assert.All(classes, name => Assert.Matches($@"\.{Regex.Escape(name)}[^\w-]", css));
    }

    /// <summary>How many columns the cells of each row fill, those that reach down from above counted.</summary>
    internal static int[] Covered(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").ToList();
        var covered = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var cell in rows[i].Children)
            {
                for (var row = i; row < i + Span(cell, "rowspan"); row++)
                {
                    covered[row] += Span(cell, "colspan");
                }
            }
        }

        return covered;
    }

    internal static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SopKinerja.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("SopKinerja.sln");
        }

        return folder;
    }

    private static int Span(IElement cell, string name) => cell.GetAttribute(name) is { } span ? int.Parse(span) : 1;

    internal static IDocument Parse(FormDescription form) => new HtmlParser().ParseDocument(Html(form));

    private static string Html(FormDescription form)
    {
        using var writer = new StringWriter();
        FormHtml.Render(form).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    [GeneratedRegex(@"\d[\d.]*,\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
