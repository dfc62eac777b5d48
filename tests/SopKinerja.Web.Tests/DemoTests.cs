using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

/// <summary>The dinas of the first start, as <c>eng/run.sh</c> fills it.</summary>
public sealed class DemoTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task The_first_start_fills_every_step_under_both_laws()
    {
        var standing = await site.AskAsync(db => db.Dossiers.Select(d => new { d.Method, d.Step }).Distinct().ToListAsync());

        Assert.All(
            standing.GroupBy(s => s.Method), law => Assert.Equal(Enum.GetValues<Step>(), law.Select(s => s.Step).Order()));
        Assert.Equal(2, standing.Select(s => s.Method).Distinct().Count());
    }

    [Fact]
    public async Task Everybody_of_the_dinas_is_measured_by_a_law_that_measures_them()
    {
        var measured = await site.AskAsync(db => db.Dossiers.Include(d => d.Period).ToListAsync());

        Assert.All(measured, d => Assert.Null(d.Period.Peraturan.WhyNotFor(d.Parties.Asn.Jenis)));
        Assert.Equal(
            FictionalDinas.People.Where(p => p is { Unit: not null, HasAccount: true }).Select(p => p.Nama).Order(),
            measured.Select(d => d.Parties.Asn.Nama).Distinct().Order());
        Assert.Contains(measured, d => d.Parties.Asn.Jenis == JenisAsn.Pppk);
    }

    [Fact]
    public async Task Who_is_written_down_can_sign_in_and_the_second_start_changes_nothing()
    {
        var written = site.Written.Skip(1).Select(l => l.Split('\t')).ToList();
        var accounts = await site.AskAsync(db => db.Users.CountAsync());

        await Demo.EnsureAsync(site.Services, "tidak-dipakai", sentence => Assert.Fail(sentence), CancellationToken.None);

        Assert.Equal(accounts, written.Count);
        Assert.Equal(accounts, await site.AskAsync(db => db.Users.CountAsync()));
        var line = written.Single(l => l[1] == "penyuluh");
        var page = await site.Stranger().GoAsync("/masuk");
        page = await page.Fill("Nama pengguna", line[1]).Fill("Kata sandi", line[2]).PressAsync("Masuk");
        Assert.Contains(line[3], page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_the_demo_sign_with_certificates()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection().Build();

        await Demo.ChooseSigningAsync(site.Services, settings);

        Assert.Equal("Sertifikat", settings[StepSigning.ModeSetting]);
    }
}

/// <summary>The demo, founded once in a run, with what it wrote down.</summary>
public sealed class DemoSite : SopSite
{
    public string[] Written { get; private set; } = [];

    protected override async Task FoundAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sopkinerja-contoh-").FullName;
        await Demo.EnsureAsync(Services, folder, _ => { }, CancellationToken.None);
        Written = await File.ReadAllLinesAsync(Path.Combine(folder, "akun-demo.tsv"));
        Directory.Delete(folder, recursive: true);
    }

    protected override void Recall(SopSite founder)
    {
        base.Recall(founder);
        Written = ((DemoSite)founder).Written;
    }
}
