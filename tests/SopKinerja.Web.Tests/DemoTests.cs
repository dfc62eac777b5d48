using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

/// <summary>The dinas of the first start, as <c>eng/run.sh</c> fills it.</summary>
public sealed class DemoTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task The_running_year_has_something_at_every_step_and_the_year_before_is_closed()
    {
        var standing = await site.AskAsync(db => db.Dossiers
            .Select(d => new { d.Method, d.Step, d.Period.IsOpen, IsClosed = d.ClosedAt != null }).ToListAsync());
        var (running, over) = (standing.Where(d => d.Method == ScoringMethods.PermenPanRb6).ToList(),
            standing.Where(d => d.Method == ScoringMethods.Pp46).ToList());

        Assert.Equal(Enum.GetValues<Step>(), running.Select(d => d.Step).Distinct().Order());
        Assert.All(running, d => Assert.True(d.IsOpen));
        Assert.NotEmpty(over);
        Assert.All(over, d => Assert.Equal((Step.Archive, false, true), (d.Step, d.IsOpen, d.IsClosed)));
    }

    [Fact]
    public async Task Everything_in_the_sheets_was_stored_and_imported_again_changes_nothing()
    {
        Assert.Empty(await site.AskAsync(db => db.ImportRows.Where(r => !r.IsStored).ToListAsync()));
        await using var scope = site.Services.CreateAsyncScope();
        var admin = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(
            await site.AskAsync(db => db.Users.SingleAsync(u => u.UserName == "admin")));
        foreach (var slug in new[] { "unit", "pegawai", "libur", "akun" })
        {
            var kind = scope.ServiceProvider.GetServices<ImportKind>().Single(k => k.Slug == slug);

            var (run, refusal) = await scope.ServiceProvider.GetRequiredService<DryRun>().MakeAsync(
                kind, SampleSheets.Read(slug), "sekali lagi.csv", null, admin, null, CancellationToken.None);

            Assert.Null(refusal);
            Assert.All(run!.Rows, r => Assert.Equal(ImportVerdict.Equal, r.Verdict));
        }
    }

    [Fact]
    public async Task Every_rencana_of_the_running_year_supports_one_of_the_superiors_SKP()
    {
        var plans = await site.AskAsync(db => db.Plans.Where(p => p.Period.Method == ScoringMethods.PermenPanRb6).Include(p => p.Pegawai)
            .AsNoTracking().ToListAsync());
        var below = plans.Where(p => p.Pegawai.JenisJabatan != JenisJabatan.PimpinanTinggi).ToList();

        Assert.NotEmpty(below);
        Assert.All(below, plan => Assert.All(((SasaranKinerja)plan.Content).Of(JenisHasilKerja.Utama), r =>
        {
            var source = r.Rencana.Diintervensi!.Sumber!;
            var above = plans.Single(p => p.Id == source.PlanId);
            Assert.Equal(plan.Pegawai.AtasanId, above.PegawaiId);
            Assert.Equal(((SasaranKinerja)above.Content).Rencana[source.Position].Uraian, r.Rencana.Diintervensi.Uraian);
        }));
    }

    [Fact]
    public async Task A_row_that_cannot_be_stored_stops_the_start_with_its_sentence()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var imports = ActivatorUtilities.CreateInstance<DemoImports>(scope.ServiceProvider, TimeProvider.System);

        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => imports.ImportAsync(
            "unit", SheetReader.Pasted("Kode\tNama\tUnit di atasnya\nLAB\tLaboratorium\tTIDAKADA"), "unit.csv", "admin",
            CancellationToken.None));

        Assert.Contains("unit.csv, baris 2, Unit di atasnya: ", stopped.Message, StringComparison.Ordinal);
        Assert.False(await site.AskAsync(db => db.UnitKerja.AnyAsync(u => u.Kode == "LAB")));
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

    // Its open period is measured under the newer law only.
    protected override Task ReadPeriodsAsync() => Task.CompletedTask;

    protected override void Recall(SopSite founder)
    {
        base.Recall(founder);
        Written = ((DemoSite)founder).Written;
    }
}
