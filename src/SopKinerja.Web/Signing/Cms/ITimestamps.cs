namespace SopKinerja.Web.Signing.Cms;

/// <summary>Asks someone independent to confirm when a signature existed (RFC 3161).</summary>
public interface ITimestamps
{
    bool IsConfigured { get; }

    /// <summary>Never fails: what went wrong is in the answer.</summary>
    Task<TimestampAnswer> StampAsync(byte[] signature, CancellationToken cancel);
}

/// <summary>A token, or the sentence that says why there is none.</summary>
public sealed record TimestampAnswer(byte[]? Token, string? WhyNot);

/// <summary>No one to ask: the time of a signature is this server's, and nothing is said about it.</summary>
public sealed class NoTimestamps : ITimestamps
{
    public bool IsConfigured => false;

    public Task<TimestampAnswer> StampAsync(byte[] signature, CancellationToken cancel) => Task.FromResult(new TimestampAnswer(null, null));
}
