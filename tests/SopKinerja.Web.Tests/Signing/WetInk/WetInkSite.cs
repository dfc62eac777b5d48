using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Signing.WetInk;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Signing.WetInk;

/// <summary>A dinas that signs on paper.</summary>
public sealed class WetInkSite : SopSite
{
    /// <summary>A dossier at a step, whose document is signed on paper.</summary>
    public Task<long> OnPaperAtAsync(Step step, string userName, bool closed = false) => PlayAsync(async play =>
    {
        play.Mode = SigningMode.WetInk;
        var dossier = await play.DossierAtAsync(step, userName, Period);
        await (closed ? play.PerformAsync(dossier) : Task.CompletedTask);
        return dossier.Id;
    });

    /// <summary>The bytes that are printed.</summary>
    public Task<byte[]> PrintedAsync(long id, DocumentKind kind = DocumentKind.Final, int version = 1) => AskAsync(db =>
        db.Documents.Where(d => d.DossierId == id && d.Kind == kind && d.Version == version).Select(d => d.Content!.Bytes).SingleAsync());

    public Task<List<Scan>> ScansAsync(long id) =>
        AskAsync(db => db.Scans.AsNoTracking().Include(s => s.Content).Where(s => s.DossierId == id).OrderBy(s => s.No).ToListAsync());

    public async Task<ScanPile> PileOfAsync(string userName)
    {
        var pile = Services.GetRequiredService<ScanPiles>().Of(People[userName])!;
        await pile.Done;
        return pile;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("TandaTangan:Cara", "TintaBasah");
    }
}
