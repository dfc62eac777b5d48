using Microsoft.Extensions.Diagnostics.HealthChecks;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Infrastructure.Web;

/// <summary>Healthy when the database answers.</summary>
public sealed class DatabaseHealth(SopDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
