using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.PermenPanRb6;

/// <summary>That the capaian organisasi of the unit is not set yet: who sets it, and whether the reader does himself.</summary>
public sealed record CapaianMissing(IReadOnlyList<string> Setters, bool MaySet)
{
    public static async Task<CapaianMissing> OfAsync(SopDbContext db, Dossier dossier, Actor actor, DateTimeOffset now) => new(
        await db.CapaianSettersOfAsync(dossier.UnitKerjaId),
        await db.SetsCapaianAsAsync(dossier.UnitKerjaId, actor, Tanggal.DiWita(now)) is not null);
}
