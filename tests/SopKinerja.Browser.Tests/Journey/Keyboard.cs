using Microsoft.Playwright;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>Ten fingers and no mouse; after every key it is checked where the focus went.</summary>
internal sealed class Keyboard(IPage page)
{
    /// <summary>Presses Tab until the field or button with these first words has the focus.</summary>
    public async Task TabToAsync(string words)
    {
        for (var i = 0; i < 200; i++)
        {
            if ((await FocusAsync()).StartsWith(words, StringComparison.Ordinal))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never came to “{words}”.");
    }

    /// <summary>Types over what stands in the field, presses a key, and sees where that leads.</summary>
    public async Task TypeAsync(string text, string key, string leadsTo)
    {
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
        await PressAsync(key, leadsTo);
    }

    /// <summary>Presses a key and sees where that leads.</summary>
    public async Task PressAsync(string key, string leadsTo)
    {
        await page.Keyboard.PressAsync(key);
        Assert.StartsWith(leadsTo, await FocusAsync(), StringComparison.Ordinal);
    }

    private Task<string> FocusAsync() => page.EvaluateAsync<string>(
        """
        () => {
          const here = document.activeElement;
          return (here.getAttribute('aria-label') ?? here.labels?.[0]?.textContent ?? here.textContent).trim();
        }
        """);
}
