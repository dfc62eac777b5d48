using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Clicks;

/// <summary>A new form is sent twice from the day it appears.</summary>
public sealed class ClickCoverageTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly IReadOnlyList<ClickCase> Cases = [.. ClickCases.Dossiers, .. ClickCases.Office];

    [Fact]
    public async Task Every_form_that_the_site_takes_is_among_the_cases_or_has_a_reason_and_none_is_gone()
    {
        var asked = Cases.Select(c => (c.Looks.Page, c.Handler)).Concat(ClickCases.Exceptions.Keys).Distinct();

        Assert.Equal((await FormsAsync()).Order(), asked.Where(a => a.Handler != "SendBack").Order());
        Assert.DoesNotContain(Cases, c => ClickCases.Exceptions.ContainsKey((c.Looks.Page, c.Handler)));
    }

    private async Task<IReadOnlyList<(string Page, string Handler)>> FormsAsync()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var forms = new List<(string, string)>();
        foreach (var page in site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, new());
            // The way back is on every page of a step, and refused where the table has none; the walk asks for those that it has.
            forms.AddRange(compiled.HandlerMethods
                .Where(h => h.HttpMethod == "Post" && h.Name != nameof(Domain.Sop.Act.SendBack))
                .Select(h => (page.ViewEnginePath, h.Name ?? "")));
        }

        return [.. forms.Distinct()];
    }
}
