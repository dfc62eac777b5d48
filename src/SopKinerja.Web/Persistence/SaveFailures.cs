using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SopKinerja.Web.Persistence;

/// <summary>Tells the log what was not saved. A lost race is one line of information: anyone who lost it was told and tries again. Anything
/// else is a fault with all that is known of it.</summary>
internal sealed partial class SaveFailures(ILogger<SaveFailures> log) : SaveChangesInterceptor
{
    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Write(eventData.Exception);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Write(eventData.Exception);
        return Task.CompletedTask;
    }

    // The framework does not count these among the failures.
    public override InterceptionResult ThrowingConcurrencyException(ConcurrencyExceptionEventData eventData, InterceptionResult result)
    {
        Write(eventData.Exception);
        return result;
    }

    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Write(eventData.Exception);
        return new(result);
    }

    private void Write(Exception failure)
    {
        if (Unsaved.Of(failure) is { Row.IsFault: false } lost)
        {
            LogLost(lost.What);
        }
        else
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Not saved, because the data had changed or the value was taken: {What}.")]
    private partial void LogLost(string? what);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not saved.")]
    private partial void LogFailed(Exception failure);
}
