using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace SopKinerja.Web.Persistence;

/// <summary>Tells the log what was not saved. A lost race is one line of information: whoever lost it was told and tries again. Anything
/// else is a fault with all that is known of it.</summary>
internal sealed partial class SaveFailures(ILogger<SaveFailures> log) : SaveChangesInterceptor
{
    // The states of the guards in Migrations/*.sql.
    private const string Guards = "SK";

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

    /// <summary>Why a save came too late; null when it failed for another reason.</summary>
    internal static string? LostRace(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException lost => string.Join(", ", lost.Entries.Select(e => e.Metadata.ShortName()).Distinct().Order(StringComparer.Ordinal)),
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken } => taken.ConstraintName,
        DbUpdateException { InnerException: PostgresException guarded } when guarded.SqlState.StartsWith(Guards, StringComparison.Ordinal) =>
            $"{guarded.SqlState} {guarded.TableName}".TrimEnd(),
        _ => null,
    };

    private void Write(Exception failure)
    {
        if (LostRace(failure) is { } what)
        {
            LogLost(what);
        }
        else
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Not saved, because the data had changed or the value was taken: {What}.")]
    private partial void LogLost(string what);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not saved.")]
    private partial void LogFailed(Exception failure);
}
