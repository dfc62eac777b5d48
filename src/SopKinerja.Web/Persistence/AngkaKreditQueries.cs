using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

public static class AngkaKreditQueries
{
    /// <summary>The PAK of the rated person and the other evaluations that count, in one command by the keys of both.</summary>
    /// <exception cref="InvalidOperationException">The dossier earns no angka kredit.</exception>
    public static async Task<AkumulasiAngkaKredit> AkumulasiAsync(this SopDbContext db, Dossier dossier, CancellationToken cancel)
    {
        var baru = KonversiAngkaKredit.Of(dossier) ?? throw new InvalidOperationException("This result earns no angka kredit.");
        var found = await db.Pegawai.AsNoTracking().Where(p => p.Id == dossier.AsnId)
            .Select(p => new
            {
                Pegawai = p,
                Others = db.Dossiers.Counting().Where(d => d.AsnId == p.Id && d.Id != dossier.Id)
                    .Select(d => new Evaluated(
                        d.Parties, d.Period, d.Bagian, d.PostFrom, d.PostUntil,
                        EF.Property<RatingKinerja?>(d, DossierQueries.RatingHasilKerja),
                        EF.Property<RatingKinerja?>(d, DossierQueries.RatingPerilaku)))
                    .ToList(),
            })
            .SingleAsync(cancel);
        return AkumulasiAngkaKredit.Of(baru, found.Others.Select(o => o.Konversi()).OfType<KonversiAngkaKredit>(), found.Pegawai.Pak);
    }

    /// <summary>Approved by a predikat, and nobody objects to it now.</summary>
    public static IQueryable<Dossier> Counting(this IQueryable<Dossier> dossiers) => dossiers.Where(d =>
        d.Step >= Step.Sign && d.Outcome != null && d.Substep != Substep.Tanggapan && d.Substep != Substep.Keputusan
        && EF.Property<RatingKinerja?>(d, DossierQueries.RatingHasilKerja) != null);

    private sealed record Evaluated(
        Parties Parties, Period Period, int Bagian, DateOnly? From, DateOnly? Until, RatingKinerja? HasilKerja, RatingKinerja? Perilaku)
    {
        public KonversiAngkaKredit? Konversi() =>
            KonversiAngkaKredit.Of(Parties.Asn, Period, Bagian, Predikat.Of(HasilKerja, Perilaku), (From, Until));
    }
}
