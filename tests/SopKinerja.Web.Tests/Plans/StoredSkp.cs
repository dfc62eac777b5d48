using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

/// <summary>Plans under PermenPANRB 6/2022, brought to a state by those who may.</summary>
public static class StoredSkp
{
    /// <summary>Its key.</summary>
    public static Task<long> AddAsync(SopSite site, string userName, SasaranKinerja sasaran, PlanState state = PlanState.Draft) =>
        site.AskAsync(async db =>
    {
        var me = site.People[userName];
        var person = await db.Pegawai.SingleAsync(p => p.Id == me.PegawaiId);
        var plan = new Plan(site.Kinerja.Id, person.Id, person.AtasanId!.Value, sasaran, me, site.Clock.GetUtcNow());
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        if (state != PlanState.Draft)
        {
            plan.Propose(plan.AtasanId, "Atasan", me, site.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        if (state == PlanState.Agreed)
        {
            plan.Agree(
                site.Kinerja, site.People.Values.Single(a => a.PegawaiId == plan.AtasanId), site.Clock.GetUtcNow(), "Target baru ditetapkan.");
            await db.SaveChangesAsync();
        }

        return plan.Id;
    });
}
