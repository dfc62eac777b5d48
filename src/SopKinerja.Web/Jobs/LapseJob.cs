using Microsoft.EntityFrameworkCore;
using Quartz;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Jobs;

/// <summary>Moves the dossiers that nobody has to move any more, because a time has passed.</summary>
/// <remarks>Shallow and repeatable: what it does not come to, the next run or the next look at the dossier does.</remarks>
[DisallowConcurrentExecution]
public sealed class LapseJob(SopDbContext db, TimeProvider time, ILogger<LapseJob> log) : IJob
{
    private const int AtOnce = 50;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => await RunAsync(cancel);

    /// <summary>How many dossiers were moved.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (moved, last) = (0, 0L);
        while (await db.Dossiers.Due(time.GetUtcNow()).Where(d => d.Id > last).OrderBy(d => d.Id).Take(AtOnce).Select(d => d.Id)
            .ToListAsync(cancel) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                db.ChangeTracker.Clear();
                moved += await DossierLoading.ToWork(db, id) is { } dossier && await db.LapseAsync(dossier, time.GetUtcNow()) ? 1 : 0;
            }

            last = due[^1];
        }

        if (moved > 0)
        {
            log.LogInformation("{Moved} dossiers moved because a time has passed.", moved);
        }

        return moved;
    }
}
