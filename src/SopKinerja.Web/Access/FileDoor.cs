using System.Threading.RateLimiting;

namespace SopKinerja.Web.Access;

/// <summary>How many files from anybody this server has in hand at once, from the first byte of the request on, and how many of them it
/// judges: a file takes memory while it comes in, and a processor while it is judged.</summary>
public sealed class FileDoor : IDisposable
{
    public const int MostInHand = 8;

    // So that one place that sends slowly does not hold them all.
    public const int MostOfOneNetwork = 4;

    private readonly PartitionedRateLimiter<string> _inHand = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<string, string>(
            network => RateLimitPartition.GetConcurrencyLimiter(network, _ => new() { PermitLimit = MostOfOneNetwork, QueueLimit = 0 })),
        PartitionedRateLimiter.Create<string, string>(
            _ => RateLimitPartition.GetConcurrencyLimiter("", _ => new() { PermitLimit = MostInHand, QueueLimit = 0 })));

    // People who use the pages meanwhile keep the other processors. Nobody waits here who was not let in.
    private readonly ConcurrencyLimiter _judged = new(
        new() { PermitLimit = Math.Max(1, Environment.ProcessorCount / 2), QueueLimit = MostInHand });

    /// <summary>Not acquired when too many are in hand already. Held until the request is over.</summary>
    public RateLimitLease Enter(string network) => _inHand.AttemptAcquire(network);

    /// <summary>A place to judge one file, as soon as there is one.</summary>
    public ValueTask<RateLimitLease> PlaceAsync(CancellationToken cancel) => _judged.AcquireAsync(1, cancel);

    public void Dispose()
    {
        _inHand.Dispose();
        _judged.Dispose();
    }
}
