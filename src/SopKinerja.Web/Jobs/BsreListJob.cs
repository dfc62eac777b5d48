using Quartz;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Jobs;

/// <summary>Fetches the lists of certificates that BSrE has revoked, where hosts for it are set.</summary>
[DisallowConcurrentExecution]
public sealed class BsreListJob(RevocationFetch fetch, ILogger<BsreListJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default)
    {
        foreach (var (address, whyNot) in await fetch.FetchAsync(cancel))
        {
            if (whyNot is null)
            {
                log.LogInformation("List of revoked certificates from {Address}", address);
            }
            else
            {
                log.LogWarning("List of revoked certificates from {Address} not taken: {WhyNot}", address, whyNot);
            }
        }
    }
}
