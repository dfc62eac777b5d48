using System.Text.RegularExpressions;

namespace SopKinerja.Domain.Tests;

/// <summary>The screen, the forms and the guides call one thing by one word: the list in docs/istilah.md names the words that are
/// refused.</summary>
public sealed partial class ScreenWordsTests
{
    private static readonly IReadOnlyList<string> Refused = [.. ReadRefused()];

    [Fact]
    public void No_page_form_sentence_or_guide_says_a_refused_word()
    {
        var said = Texts().SelectMany(t => Refused.Where(word => Says(t.Text, word)).Select(word => $"{t.Place}: {word}")).Distinct().ToList();

        Assert.True(said.Count == 0, $"docs/istilah.md has another word: {string.Join("; ", said)}");
    }

    [Theory]
    [InlineData("Paling besar 5 MB tiap berkas.", "tiap berkas", true)]
    [InlineData("NILAI TETAP", "nilai tetap", true)]
    [InlineData("Keadaan normal", "norma", false)]
    [InlineData("Buka berkas\n    PDF", "berkas PDF", true)]
    public void A_refused_word_is_found_whole(string text, string word, bool found) => Assert.Equal(found, Says(text, word));

    [Fact]
    public void The_list_is_read_and_the_sources_are_seen()
    {
        Assert.Contains("norma", Refused);
        Assert.True(Refused.Count > 30, $"{Refused.Count}");
        Assert.Contains(Texts(), t => t.Text.Contains("Masih ada {missing}", StringComparison.Ordinal));
        Assert.Contains(Texts(), t => t.Text.Contains("Alasan pengembalian", StringComparison.Ordinal));
    }

    private static bool Says(string text, string word) => Regex.IsMatch(
        text, $@"\b{string.Join(@"\s+", word.Split(' ').Select(Regex.Escape))}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> ReadRefused()
    {
        var table = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "istilah.md"))
            .Split("## Kata di layar", 2)[1].Split("\n## ", 2)[0];
        return table.Split('\n').Where(line => line.StartsWith('|')).Skip(2)
            .SelectMany(line => line.Split('|')[3].Split(';')).Select(word => word.Trim());
    }

    private static IEnumerable<(string Place, string Text)> Texts()
    {
        foreach (var file in Files("src", "*.cs").Where(f => !f.Contains("PrivatePostgres", StringComparison.Ordinal)))
        {
            yield return (Path.GetFileName(file), string.Join('\n', Literal().Matches(Comment().Replace(File.ReadAllText(file), ""))));
        }

        foreach (var file in Files("src", "*.cshtml"))
        {
            var text = RazorComment().Replace(File.ReadAllText(file), "");
            yield return (Path.GetFileName(file), Technical().Replace(text, ""));
        }

        foreach (var file in Files("docs/panduan", "*.md"))
        {
            yield return (Path.GetFileName(file), File.ReadAllText(file));
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Literal();

    [GeneratedRegex("^\\s*//.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex RazorComment();

    // Attributes that the browser reads and no person.
    [GeneratedRegex("\\b(type|autocomplete|class|id|name|href|formaction|download|asp-[a-z-]+)(=\"[^\"]*\")?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Technical();
}
