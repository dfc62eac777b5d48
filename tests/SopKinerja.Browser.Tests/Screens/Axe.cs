using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>axe on a page that is open.</summary>
internal static class Axe
{
    private static readonly string Script = ReadScript();

    // In the page itself: the runner of the package opens one more page for every report, and no page here holds another.
    private const string Run =
        """
        async () => {
          const faults = [...document.querySelectorAll('iframe, frame, object')].map(e => `not looked into: ${e.outerHTML}`);
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
          });
          return faults.concat(found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`)));
        }
        """;

    /// <summary>Fails with each thing that is found.</summary>
    public static async Task FindsNothingAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        var found = await page.EvaluateAsync<string[]>(Run);
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static string ReadScript()
    {
        var package = typeof(AxeResult).Assembly;
        using var script = new StreamReader(package.GetManifestResourceStream(
            package.GetManifestResourceNames().Single(n => n.EndsWith("axe.min.js", StringComparison.Ordinal)))!);
        return script.ReadToEnd();
    }
}
