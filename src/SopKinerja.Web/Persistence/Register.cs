using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Dossiers without a result, and the plans that they will measure, name their people as the register has them: what changes in it
/// changes there, in the same transaction and with a line in the history.</summary>
public sealed class Register(SopDbContext db, CurrentSettings settings, TimeProvider time)
{
    /// <summary>Saves what was changed, then lets every dossier follow that names these people or stands below them, and every plan of
    /// theirs.</summary>
    public async Task SaveAsync(params int[] people)
    {
        await using var transaction = await db.BeginOwnTransactionAsync();
        await db.SaveChangesAsync();
        foreach (var plan in await PlansOf(people).Include(p => p.Pegawai.Atasan).Include(p => p.Atasan).ToListAsync())
        {
            plan.Follow(plan.Pegawai.AtasanId!.Value, plan.Atasan.Nama, plan.Pegawai.Atasan!.Nama, time.GetUtcNow());
        }

        foreach (var (id, asn) in await ConcernedAsync(people))
        {
            var (parties, unit) = await PartiesOf.LoadAsync(db, asn, settings.Value.Pemerintah);
            if (parties is not null && unit is { } unitId && parties.Others.All(p => p.PegawaiId != asn.PegawaiId)
                && await DossierLoading.ToWork(db, id) is { FollowsRegister: true } dossier)
            {
                dossier.Follow(parties, unitId, time.GetUtcNow());
            }
        }

        await db.SaveChangesAsync();
        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }
    }

    // What was measured and approved stays as it was agreed.
    private IQueryable<Plan> PlansOf(int[] people) => db.Plans.Where(p => people.Contains(p.PegawaiId) && p.Period.IsOpen && p.Post == 0
        && p.Pegawai.AtasanId != null && p.Pegawai.AtasanId != p.AtasanId && p.Pegawai.AtasanId != p.PegawaiId
        && !db.Dossiers.Any(d => d.PeriodId == p.PeriodId && d.AsnId == p.PegawaiId && d.Bagian == 0 && d.Post == 0
            && d.Outcome != null));

    private async Task<List<(long Id, (int PegawaiId, int PeriodId) Asn)>> ConcernedAsync(int[] people)
    {
        var found = await db.Dossiers.Where(d => d.ClosedAt == null && d.Step <= Step.Validate && d.Outcome == null)
            .Where(d => people.Contains(d.AsnId) || people.Contains(d.AtasanLangsungId)
                || people.Contains(d.AtasanPejabatPenilaiId!.Value) || people.Contains(d.PejabatLebihTinggiId!.Value)
                || db.Pegawai.Any(p => p.Id == d.AsnId && (people.Contains(p.AtasanId!.Value)
                    || people.Contains(p.Atasan!.AtasanId!.Value) || people.Contains(p.Atasan!.Atasan!.AtasanId!.Value))))
            .OrderBy(d => d.Id).Select(d => new { d.Id, d.AsnId, d.PeriodId }).ToListAsync();
        return [.. found.Select(d => (d.Id, (d.AsnId, d.PeriodId)))];
    }
}
