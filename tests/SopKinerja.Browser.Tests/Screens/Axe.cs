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
        async only => {
          const faults = [...document.querySelectorAll('iframe, frame, object')].map(e => `not looked into: ${e.outerHTML}`);
          const found = await axe.run(document, {
            runOnly: only.length > 0 ? { type: 'rule', values: only }
              : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
          });
          return faults.concat(found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`)));
        }
        """;

    /// <summary>What the size of the screen, its colours and what they show or hide decide; the others look at the tree, which is the
    /// same.</summary>
    public static readonly string[] OfScreen =
    [
        "color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable", "aria-hidden-focus", "button-name",
        "link-name", "label", "select-name", "image-alt", "heading-order", "empty-heading", "region", "skip-link",
    ];

    /// <summary>Fails with each thing that is found.</summary>
    /// <param name="rules">All of WCAG 2.2 AA and good practice where none is named.</param>
    public static async Task FindsNothingAsync(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        var found = await page.EvaluateAsync<string[]>(Run, rules);
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
