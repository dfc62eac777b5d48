using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Pages.Reports;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.PermenPanRb6;

/// <summary>The predikat of those whom one pejabat penilai rates in one unit and part of a period, as far as they are known to him: what he
/// has not approved yet among them, and the dossier before him as it stands on his page.</summary>
public static class TeamSoFar
{
    public static async Task<Distribusi> OfAsync(SopDbContext db, Dossier dossier, CapaianOrganisasi capaian)
    {
        var others = await CountedPredikat.OfAsync(db.Dossiers.Where(d => d.AtasanLangsungId == dossier.AtasanLangsungId
            && d.PeriodId == dossier.PeriodId && d.Bagian == dossier.Bagian && d.UnitKerjaId == dossier.UnitKerjaId
            && d.Step >= Step.Validate && d.Id != dossier.Id));
        var sheet = (PermenPanRb6Sheet)dossier.Sheet;
        return Distribusi.Of(capaian, CountedPredikat.People(
            [.. others, new(sheet.RatingHasilKerja, sheet.RatingPerilaku, capaian, IsApproved: false, 1)]));
    }
}
