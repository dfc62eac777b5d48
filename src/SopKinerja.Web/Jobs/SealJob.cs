using Quartz;
using SopKinerja.Web.Integrity;

namespace SopKinerja.Web.Jobs;

/// <summary>Makes the seal of each night, and puts it into a folder from which it can be carried away.</summary>
[DisallowConcurrentExecution]
public sealed class SealJob(Sealing sealing, SealFolder folder, ILogger<SealJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default)
    {
        if (await sealing.SealAsync(cancel, made => folder.PrepareAsync(made, cancel)) is { } seal)
        {
            folder.Keep(seal);
            log.LogInformation("Seal {No} over {Lines} lines: {Code}", seal.No, seal.Lines, seal.Code);
        }
    }
}
