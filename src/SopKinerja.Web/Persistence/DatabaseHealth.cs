using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SopKinerja.Web.Persistence;

/// <summary>Healthy when the database answers.</summary>
public sealed class DatabaseHealth(SopDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
