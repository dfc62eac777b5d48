using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Evaluations of the positions that a person left within the period, whose results the last one counts.</summary>
public static class EarlierPosts
{
    /// <summary>Gives a dossier that is rated what is settled of them by now; nothing is saved by it.</summary>
    public static async Task TakeAsync(SopDbContext db, Dossier dossier)
    {
        if (dossier is { Step: Step.Validate, PostFrom: not null, Post: 0, Bagian: 0 })
        {
            dossier.TakeEarlier(await OfAsync(db, dossier));
        }
    }

    // Signed, and no objection can change it any more.
    private static async Task<IReadOnlyList<HasilJabatan>> OfAsync(SopDbContext db, Dossier dossier)
    {
        var settled = await db.Dossiers.AsNoTracking().Include(d => d.Period).Include(d => d.History)
            .Where(d => d.PeriodId == dossier.PeriodId && d.AsnId == dossier.AsnId && d.Post > 0 && d.Step >= Step.Duplicate
                && d.Outcome != null)
            .OrderBy(d => d.PostUntil).AsSplitQuery().ToListAsync();
        return [.. settled.Select(d => new HasilJabatan(
            d.Id, d.Parties.Asn.Jabatan, d.Signatories.AtasanLangsung.Nama, d.Mulai, d.Selesai, d.Sheet.NilaiSkp, d.Outcome!.Sebutan))];
    }
}
