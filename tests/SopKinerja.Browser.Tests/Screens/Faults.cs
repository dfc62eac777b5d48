using Microsoft.Playwright;
using Xunit.Sdk;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>All that is wrong with one page: a question that fails does not keep the others from being asked.</summary>
internal sealed class Faults
{
    private readonly List<string> _found = [];

    public bool Any => _found.Count > 0;

    /// <summary>Asks with assertions; <paramref name="where"/> begins the sentence of what fails.</summary>
    public async Task FindAsync(string where, Func<Task> question)
    {
        try
        {
            await question();
        }
        catch (Exception fault) when (fault is XunitException or PlaywrightException or TimeoutException)
        {
            _found.Add($"{where}: {fault.Message}");
        }
    }

    public override string ToString() => string.Join('\n', _found);
}
