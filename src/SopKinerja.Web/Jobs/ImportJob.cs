using Microsoft.EntityFrameworkCore;
using Quartz;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Jobs;

/// <summary>Stores what was imported and is too much for a request, and goes on with what a stop left; takes off old runs.</summary>
[DisallowConcurrentExecution]
public sealed class ImportJob(SopDbContext db, ImportStore store, TimeProvider time, ILogger<ImportJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => await RunAsync(cancel);

    public async Task RunAsync(CancellationToken cancel)
    {
        var old = time.GetUtcNow() - Import.Kept;
        await db.Imports.Where(i => i.At < old && i.State != ImportState.Storing).ExecuteDeleteAsync(cancel);
        var open = await db.Imports.Where(i => i.State == ImportState.Storing).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancel);
        foreach (var id in open)
        {
            await store.RunAsync(id, cancel);
            log.LogInformation("Import {Id} is stored or cancelled.", id);
        }
    }
}
