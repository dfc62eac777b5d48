using System.Text.RegularExpressions;

namespace SopKinerja.Web.Tests;

/// <summary>Folders are borders: between the first folders of a project arrows point one way only (docs/decisions/0024).</summary>
public sealed partial class BorderTests
{
    private static readonly string Source = Path.Combine(LayoutTests.Root, "src");

    [Theory]
    [InlineData("SopKinerja.Domain")]
    [InlineData("SopKinerja.Web")]
    public void Folders_stand_in_no_circle(string project)
    {
        var arrows = Arrows(ReadFiles(project), project).Distinct().ToList();

        Assert.NotEmpty(arrows);
        Assert.Empty(InCircles(arrows).Select(a => $"{a.From} knows {a.To} ({a.Place})"));
    }

    [Theory]
    [InlineData("using SopKinerja.Web.Pages;")]
    [InlineData("private readonly Pages.PagesSetup setup;")]
    [InlineData("private readonly Web.Pages.PagesSetup setup;")]
    [InlineData("private readonly SopKinerja.Web.Pages.PagesSetup setup;")]
    [InlineData("private string words = $\"{SopKinerja.Web.Pages.PagesSetup.Name} kata\";")]
    public void An_arrow_back_is_seen_however_it_is_written(string line)
    {
        var files = ReadFiles("SopKinerja.Web").Append(new("Ui/Wrong.cs", "Ui", line));

        Assert.Contains(InCircles([.. Arrows(files, "SopKinerja.Web")]), a => a.Place == "Ui/Wrong.cs" && a.To == "Pages");
    }

    // Whoever stands above the folders is seen from all of them without a using, so he may know none; the program's own start may.
    [Theory]
    [InlineData("SopKinerja.Domain")]
    [InlineData("SopKinerja.Web")]
    public void What_stands_above_the_folders_knows_none_of_them(string project)
    {
        var above = ReadFiles(project, above: true).Where(f => f.Place != "Program.cs").ToList();

        Assert.Empty(Arrows(ReadFiles(project).Concat(above), project).Where(a => a.From.Length == 0).Select(a => $"{a.Place} knows {a.To}"));
    }

    [Fact]
    public void No_using_is_written_once_for_all_files_but_of_a_project_that_this_one_refers_to()
    {
        Assert.Empty(new[] { "SopKinerja.Domain", "SopKinerja.Web" }.SelectMany(p => ReadFiles(p).Concat(ReadFiles(p, above: true)))
            .Where(f => f.Text.Contains("global using", StringComparison.Ordinal)).Select(f => f.Place));
        Assert.DoesNotContain(
            Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories).Append(Path.Combine(LayoutTests.Root, "Directory.Build.props")),
            file => UsingOfOwn(Path.GetFileNameWithoutExtension(file)).IsMatch(File.ReadAllText(file)));

        static Regex UsingOfOwn(string project) =>
            new($"<Using Include=\"{Regex.Escape(project)}\\.", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Only_Setup_knows_every_other_folder()
    {
        var arrows = Arrows(ReadFiles("SopKinerja.Web"), "SopKinerja.Web").ToList();

        Assert.Equal([], arrows.Where(a => a.To == "Setup").Select(a => a.Place));
        Assert.Equal(
            [], arrows.Where(a => a.From is "Ui" or "Settings" && a.To is not ("Ui" or "Settings")).Select(a => $"{a.Place} knows {a.To}"));
    }

    // An arrow is part of a circle when its foot can be reached again from its head.
    private static IEnumerable<Arrow> InCircles(IReadOnlyCollection<Arrow> arrows)
    {
        var next = arrows.ToLookup(a => a.From, a => a.To);
        return arrows.Where(a => Reaches(a.To, a.From, next));
    }

    private static bool Reaches(string from, string to, ILookup<string, string> next)
    {
        var (seen, open) = (new HashSet<string>(), new Stack<string>([from]));
        while (open.TryPop(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            foreach (var further in next[folder].Where(seen.Add))
            {
                open.Push(further);
            }
        }

        return false;
    }

    private static IEnumerable<Arrow> Arrows(IEnumerable<SourceFile> files, string project)
    {
        var all = files.ToList();
        var shortName = project[(project.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var names = all.GroupBy(f => f.Folder).ToDictionary(g => g.Key, g => NamesWithin(g).ToHashSet());
        foreach (var file in all)
        {
            foreach (Match used in Qualified().Matches(WithoutText(file)))
            {
                var parts = used.Value.Split('.');
                parts = parts is ["SopKinerja", ..] ? parts[1..] : parts;
                var isOurs = parts[0] == shortName;
                parts = isOurs ? parts[1..] : parts;
                // "Pages.Index": the first part is a folder only when the second is something within it.
                if (parts is [var folder, ..] && folder != file.Folder && names.TryGetValue(folder, out var within)
                    && (isOurs || (parts.Length > 1 && within.Contains(parts[1]))))
                {
                    yield return new(file.Folder, folder, file.Place);
                }
            }
        }
    }

    private static IEnumerable<string> NamesWithin(IEnumerable<SourceFile> files) => files.SelectMany(f =>
        Declared().Matches(f.Text).Select(m => m.Groups["name"].Value).Concat(f.Place.Split('/').Skip(1).SkipLast(1)));

    /// <param name="above">Those that stand in no folder, in place of those that do.</param>
    private static IEnumerable<SourceFile> ReadFiles(string project, bool above = false)
    {
        var root = Path.Combine(Source, project);
        return Directory.EnumerateFiles(root, "*.cs*", SearchOption.AllDirectories)
            .Select(f => (Path: f, Place: Path.GetRelativePath(root, f).Replace('\\', '/')))
            .Where(f => (f.Place.EndsWith(".cs", StringComparison.Ordinal) || f.Place.EndsWith(".cshtml", StringComparison.Ordinal))
                && f.Place.Contains('/', StringComparison.Ordinal) != above
                && !f.Place.StartsWith("bin/", StringComparison.Ordinal) && !f.Place.StartsWith("obj/", StringComparison.Ordinal))
            .Select(f => new SourceFile(f.Place, above ? "" : f.Place.Split('/')[0], File.ReadAllText(f.Path)));
    }

    // Documentation and quoted text of a program name things without depending on them; what stands in braces within a text is code.
    private static string WithoutText(SourceFile file) => Comment().Replace(file.Place.EndsWith(".cs", StringComparison.Ordinal)
        ? Quoted().Replace(file.Text, text => text.Value[0] == '$' ? string.Concat(Braces().Matches(text.Value).Select(m => m.Value)) : "\"\"")
        : file.Text, "");

    private sealed record SourceFile(string Place, string Folder, string Text);

    private sealed record Arrow(string From, string To, string Place);

    [GeneratedRegex(@"(?<![\w.""])[A-Z]\w*(\.[A-Z]\w*)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();

    [GeneratedRegex(@"\$?""(\\.|[^""\\\n])*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"//[^\n]*|@\*.*?\*@", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();
}
