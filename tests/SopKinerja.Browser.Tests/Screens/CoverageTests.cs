using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>A new page is looked at from the day it appears.</summary>
public sealed class CoverageTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public void Every_page_that_the_site_answers_is_among_the_cases_and_no_case_is_about_a_page_that_is_gone()
    {
        var pages = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
            .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).OfType<string>().ToHashSet();

        Assert.NotEmpty(pages);
        Assert.Equal(pages.Order(StringComparer.Ordinal), PageCases.All.Select(c => c.Page).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own() =>
        Assert.Equal(PageCases.All.Count, PageCases.All.Select(c => c.Nama).Distinct().Count());
}
