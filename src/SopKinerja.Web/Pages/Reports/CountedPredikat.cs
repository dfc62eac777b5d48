using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>How many of some dossiers have the same ratings and the same capaian organisasi.</summary>
public sealed record CountedPredikat(
    RatingKinerja? HasilKerja, RatingKinerja? Perilaku, CapaianOrganisasi? Capaian, bool IsApproved, int Count)
{
    /// <summary>Null until both ratings are given.</summary>
    public PredikatKinerja? Predikat => (HasilKerja, Perilaku) is ({ } hasil, { } perilaku)
        ? Domain.Scoring.PermenPanRb6.Predikat.Of(hasil, perilaku) : null;

    public static Task<List<CountedPredikat>> OfAsync(IQueryable<Dossier> dossiers) => dossiers
        .GroupBy(d => new
        {
            HasilKerja = EF.Property<RatingKinerja?>(d, DossierQueries.RatingHasilKerja),
            Perilaku = EF.Property<RatingKinerja?>(d, DossierQueries.RatingPerilaku),
            Capaian = EF.Property<CapaianOrganisasi?>(d, DossierQueries.CapaianOrganisasi),
            IsApproved = d.Outcome != null,
        })
        .Select(g => new CountedPredikat(g.Key.HasilKerja, g.Key.Perilaku, g.Key.Capaian, g.Key.IsApproved, g.Count())).ToListAsync();

    /// <summary>The people with each predikat, without those who have none yet.</summary>
    public static IReadOnlyDictionary<PredikatKinerja, int> People(IEnumerable<CountedPredikat> counted) =>
        counted.Where(g => g.Predikat is not null).GroupBy(g => g.Predikat!.Value).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
}
