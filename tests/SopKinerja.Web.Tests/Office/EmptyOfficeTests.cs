using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Tests.Office;

/// <summary>A fresh installation, whose settings nobody has filled in: nothing is printed with the name of another office, or with
/// none.</summary>
public sealed class EmptyOfficeTests(EmptyOfficeTests.EmptySite site) : IClassFixture<EmptyOfficeTests.EmptySite>
{
    private const string Names = "nama dinas, nama pendek, pemerintah daerah, alamat kantor, tempat";

    /// <summary>What draws is found by what its handler asks for, so that a route added later is among them.</summary>
    [Fact]
    public async Task Every_route_that_draws_says_what_is_missing_and_where_it_is_filled_in()
    {
        using var analis = await site.SignInAsync("analis");
        using var admin = await site.SignInAsync("admin");
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(p => p.ParameterType == typeof(DocumentPress)) == true)
            .Select(e => e.RoutePattern.RawText!).ToList();
        Assert.Equal(5, routes.Count);
        foreach (var route in routes)
        {
            var id = route.Contains("skp/", StringComparison.Ordinal) ? site.PlanId : site.DossierId;
            var page = await (route.StartsWith("/akun", StringComparison.Ordinal) ? admin : analis).GoAsync(
                route.Replace("{id:long}", $"{id}", StringComparison.Ordinal).Replace("{id:int}", "1", StringComparison.Ordinal));
            Assert.True(page.Status == HttpStatusCode.Conflict, $"{route}: {page.Status}");
            Assert.Contains($"Yang belum diisi: {Names}. Administrator mengisinya di halaman Setelan dinas (/setelan).", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_approved()
    {
        using var atasan = await site.SignInAsync("kabidkop");
        var page = await (await atasan.GoAsync($"/berkas/{site.DossierId}/validasi/setujui"))
            .Fill("Kata sandi akun Anda", site.Password).PressAsync("Setujui dan terbitkan dokumen");
        Assert.Contains(Names, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await site.AskAsync(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task No_authority_is_made_with_the_name_of_nobody()
    {
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Contains(Names, await scope.ServiceProvider.GetRequiredService<CertificateActs>()
            .MakeAuthorityAsync(new("frasa sandi yang panjang sekali 12"), site.Clock.GetUtcNow()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_dossier_is_opened_whose_parties_would_have_no_government()
    {
        using var analis = await site.SignInAsync("analis");
        var page = await analis.PostAsync("/berkas/buka?handler=Open", "/berkas/buka", ("plan", $"{site.PlanId}"));
        Assert.Contains(Names, page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.AskAsync(db => db.Dossiers.CountAsync()));
    }

    /// <summary>Whoever did not ask draws nothing all the same.</summary>
    [Fact]
    public async Task The_press_itself_refuses()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var press = scope.ServiceProvider.GetRequiredService<DocumentPress>();
        var plan = await site.AskAsync(db => db.Plans.Include(p => p.Period).Include(p => p.Pegawai).Include(p => p.Atasan).SingleAsync(p => p.Id == site.PlanId));
        Assert.Throws<InvalidOperationException>(() => press.DrawSkp(plan, site.Clock.GetUtcNow()));
    }

    /// <summary>All pages by which a document is issued go through the one place that asks.</summary>
    [Fact]
    public void No_page_draws_a_document_but_by_the_signing_that_asks()
    {
        var pages = typeof(DocumentPress).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        var draws = pages.Where(t => Asks(t, typeof(DocumentPress))).Select(t => t.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["ApproveModel", "DetermineModel", "EstablishModel", "IndexModel", "RatifyModel", "ResultModel"], draws);
        // The result is shown and not issued.
        Assert.All(pages.Where(t => Asks(t, typeof(DocumentPress)) && t.Name != "ResultModel"), t => Assert.True(Asks(t, typeof(StepSigning)), t.Name));

        static bool Asks(Type page, Type what) => page.GetConstructors()[0].GetParameters().Any(p => p.ParameterType == what);
    }

    [Fact]
    public async Task The_head_has_the_name_of_the_program_until_the_dinas_has_one()
    {
        using var stranger = site.Stranger();
        Assert.Equal("SopKinerja", (await stranger.GoAsync("/masuk")).Page.QuerySelector(".kepala__dinas")!.TextContent.Trim());
    }

    /// <summary>With a plan that was agreed and a dossier that waits for its approval, as if the settings had been lost.</summary>
    public sealed class EmptySite : SettingsTests.OfficeSite
    {
        public long DossierId { get; private set; }

        public long PlanId { get; private set; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            (DossierId, PlanId) = await PlayAsync(async play =>
            {
                var rated = await play.DossierAtAsync(Step.Validate, "pelaksanakop", Period);
                await play.RateAsync(rated);
                return (rated.Id, (await play.AgreedPlanAsync("penyuluh", Period)).Id);
            });
            await AsOwnerAsync("""
                alter table setting_changes disable trigger append_only;
                delete from setting_changes;
                alter table setting_changes enable trigger append_only
                """);
        }
    }
}
