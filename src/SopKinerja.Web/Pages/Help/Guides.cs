using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages.Help;

/// <summary>The guides of docs/panduan, which the program carries with it.</summary>
public static class Guides
{
    private const string Folder = "panduan/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().Build();

    /// <summary>A guide as HTML, below a heading of the page; null where there is none.</summary>
    /// <param name="kode">Its <see cref="GuideRow.Kode"/>.</param>
    public static IHtmlContent? Html(string kode)
    {
        using var stream = typeof(Guides).Assembly.GetManifestResourceStream($"{Folder}{kode}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var guide = Markdown.Parse(reader.ReadToEnd(), Pipeline);
        foreach (var link in guide.Descendants<LinkInline>().ToList())
        {
            link.Url = Here(link.Url ?? "");
            if (link.IsImage)
            {
                // Asked for by who wants to see it: five of them are more than a page may weigh.
                link.IsImage = false;
                link.FirstChild?.InsertBefore(new LiteralInline("Lihat gambar: "));
            }
            else if (link.Url.StartsWith("../", StringComparison.Ordinal) && link.FirstChild is { } words)
            {
                // For who keeps the server, and not in the program.
                words.Remove();
                link.ReplaceBy(words);
            }
        }

        // The first heading is the page's own.
        if (guide.FirstOrDefault() is HeadingBlock { Level: 1 } title)
        {
            guide.Remove(title);
        }

        return new HtmlString(guide.ToHtml(Pipeline));
    }

    /// <summary>A picture of a guide; null where there is none.</summary>
    public static Stream? Picture(string name) => typeof(Guides).Assembly.GetManifestResourceStream($"{Folder}gambar/{name}");

    private static string Here(string url) => url.Split('#') switch
    {
        [var picture] when Path.GetDirectoryName(picture) == "gambar" => Links.Help.Picture(Path.GetFileName(picture)),
        ["README.md", ..] => Links.Help.Guide("semua"),
        [var file, .. var place] when Path.GetExtension(file) == ".md" && file == Path.GetFileName(file) =>
            string.Join('#', place.Prepend(Links.Help.Guide(Path.GetFileNameWithoutExtension(file)))),
        _ => url,
    };
}
