using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace SopKinerja.Web.Persistence;

/// <summary>
/// After the database has restarted, its old connections in the pool are dead, and the first request on each would fail. Such a request
/// is run once more on a new connection, unless it has begun to write or to answer (docs/decisions/0030).
/// </summary>
public static class SecondTry
{
    /// <summary>Whether this request would be run once more if its connection turned out to be cut now.</summary>
    public static bool IsAhead(HttpContext http) =>
        http.Features.Get<FirstRun>() is { HasWritten: false } && !http.Response.HasStarted && !IsOver(http);

    /// <summary>Whether the request has failed, and what is shown now is the page that says so.</summary>
    public static bool IsOver(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>From now on the request is not run a second time.</summary>
    internal static void NoteWriting(HttpContext? http)
    {
        if (http?.Features.Get<FirstRun>() is { } run)
        {
            run.HasWritten = true;
        }
    }

    public static IApplicationBuilder UseSecondTry(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        // The error page takes what it gets.
        if (IsOver(http))
        {
            await next(http);
            return;
        }

        http.Features.Set(new FirstRun());
        try
        {
            await next(http);
        }
        catch (Exception failure) when (Unsaved.IsCut(failure) && IsAhead(http))
        {
            http.Features.Set<FirstRun>(null);
            await RunAgainAsync(http, next);
        }
    });

    // With services of its own, so that nothing is left of the first run but the form, which can be read only once.
    private static async Task RunAgainAsync(HttpContext http, RequestDelegate next)
    {
        var first = http.RequestServices;
        await using var scope = first.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        NpgsqlConnection.ClearPool((NpgsqlConnection)scope.ServiceProvider.GetRequiredService<SopDbContext>().Database.GetDbConnection());
        http.Response.Clear();
        http.Items.Clear();
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await next(http);
        }
        finally
        {
            http.RequestServices = first;
        }
    }

    private sealed class FirstRun
    {
        public bool HasWritten { get; set; }
    }
}

/// <summary>Notes when a request begins to write: by saving, in a transaction, or by a command that reads nothing.</summary>
internal sealed class WritingNoted(IHttpContextAccessor requests)
    : ISaveChangesInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) => Noted(result);

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Noted(result));

    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) => Noted(result);

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default) => new(Noted(result));

    public InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Noted(result);

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Noted(result));

    private T Noted<T>(T result)
    {
        SecondTry.NoteWriting(requests.HttpContext);
        return result;
    }
}
