using Microsoft.EntityFrameworkCore;
using Quartz;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Jobs;

/// <summary>Stores what was imported and is too much for a request, and goes on with what a stop left; takes off old runs.</summary>
[DisallowConcurrentExecution]
public sealed class ImportJob(
    SopDbContext db, ImportStore store, TimeProvider time, IHostApplicationLifetime life, ILogger<ImportJob> log) : IJob
{
    // A server that stops leaves the rest to itself or to another, later.
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        try
        {
            await RunAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.LogInformation("Imports wait for the next turn.");
        }
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        var old = time.GetUtcNow() - Import.Kept;
        await db.Imports.Where(i => i.At < old && i.State != ImportState.Storing).ExecuteDeleteAsync(cancel);
        var open = await db.Imports.Where(i => i.State == ImportState.Storing).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancel);
        List<Exception> failed = [];
        foreach (var id in open)
        {
            try
            {
                await store.RunAsync(id, cancel);
                log.LogInformation("Import {Id} is stored or cancelled.", id);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The others do not wait for this one, which has its next turn in a minute.
                log.LogError(fault, "Import {Id} was not stored to its end.", id);
                failed.Add(fault);
            }
        }

        if (failed.Count > 0)
        {
            throw new AggregateException(failed);
        }
    }
}
