using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SopKinerja.Web.Signing.WetInk;

/// <summary>Scans handed in at once, and what has become of them so far.</summary>
public sealed class ScanPile
{
    private readonly ConcurrentQueue<ScanResult> _results = [];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ScanPile(Actor actor, IReadOnlyList<ScanFile> files)
    {
        Actor = actor;
        Files = files;
        Total = files.Count;
    }

    public int Total { get; }

    public IReadOnlyCollection<ScanResult> Results => _results;

    public Task Done => _done.Task;

    internal Actor Actor { get; }

    internal IReadOnlyList<ScanFile> Files { get; private set; }

    internal void Add(ScanResult result) => _results.Enqueue(result);

    internal void Finish()
    {
        Files = [];
        _done.TrySetResult();
    }
}

/// <summary>Reads piles of scans one after the other, so that no request has to wait for thirty files.</summary>
/// <remarks>In memory: what is not stored when the server stops is handed in again, and what is stored already is recognized.</remarks>
public sealed partial class ScanPiles(IServiceScopeFactory scopes, TimeProvider time, ILogger<ScanPiles> log) : BackgroundService
{
    public const int MostFiles = 30;

    // Besides the one that is read; each may hold what one request may.
    private const int MostWaiting = 2;

    private readonly Channel<ScanPile> _queue = Channel.CreateBounded<ScanPile>(new BoundedChannelOptions(MostWaiting));
    private readonly ConcurrentDictionary<int, ScanPile> _last = [];

    /// <summary>The last pile of this person; null when there is none.</summary>
    public ScanPile? Of(Actor actor) => actor.PegawaiId is { } me ? _last.GetValueOrDefault(me) : null;

    /// <summary>Takes a pile in; null when this person's last is not done yet, or too many wait.</summary>
    public ScanPile? Take(Actor actor, IReadOnlyList<ScanFile> files)
    {
        var pile = new ScanPile(actor, files);
        if (Of(actor) is { Done.IsCompleted: false } || !_queue.Writer.TryWrite(pile))
        {
            return null;
        }

        return _last[actor.PegawaiId!.Value] = pile;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var pile in _queue.Reader.ReadAllAsync(stoppingToken))
            {
                foreach (var file in pile.Files)
                {
                    pile.Add(await StoreAsync(file, pile.Actor, stoppingToken));
                }

                pile.Finish();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; what was not stored is handed in again.
        }
    }

    private async Task<ScanResult> StoreAsync(ScanFile file, Actor actor, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ScanDesk>().StoreAsync(file, actor, time.GetUtcNow(), stopping);
        }
        catch (Exception failed) when (!stopping.IsCancellationRequested)
        {
            // One file must not take the others with it.
            LogFailed(failed);
            return new(file.Nama, null, null, "Ada gangguan di server, jadi pindaian ini belum disimpan. Unggah lagi.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A scan of a pile could not be stored.")]
    private partial void LogFailed(Exception failed);
}
