using Microsoft.EntityFrameworkCore;
using Quartz;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Jobs;

/// <summary>Takes off what stands in the Catatan akses longer than it is kept, the codes of slips that nobody printed,
/// and the claims of those who have left a page.</summary>
/// <remarks>Shallow and repeatable: what it does not come to, the next run does. The database says what is old, and refuses what is
/// not.</remarks>
[DisallowConcurrentExecution]
public sealed class ForgetAccessJob(SopDbContext db, CurrentSettings settings, TimeProvider time, ILogger<ForgetAccessJob> log) : IJob
{
    private const int AtOnce = 1000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => await RunAsync(cancel);

    /// <summary>How many events went.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var printed = time.GetUtcNow() - EntryBatch.Kept;
        await db.EntryBatches.Where(b => b.At <= printed).ExecuteDeleteAsync(cancel);
        var left = time.GetUtcNow() - WorkClaim.Lasts;
        await db.WorkClaims.Where(c => c.Seen <= left).ExecuteDeleteAsync(cancel);
        var months = settings.Value.AccessMonths;
        int gone = 0, some;
        do
        {
            some = await db.Database.SqlQuery<int>($"""select forget_access({months}, {AtOnce}) as "Value" """)
                .SingleAsync(cancel);
            gone += some;
        }
        while (some > 0);

        if (gone > 0)
        {
            log.LogInformation("{Gone} access events were older than {Months} months and are gone.", gone, months);
        }

        return gone;
    }
}
