using Npgsql;
using Quartz;

namespace SopKinerja.Web.Persistence;

/// <summary>The tables in which jobs wait, so that of many servers one does each; Quartz makes them, and changes them at every
/// turn.</summary>
public static class JobTables
{
    internal const string Schema = "antrean";

    private const string Prefix = $"{Schema}.qrtz_";

    /// <summary>Makes what is missing of them.</summary>
    /// <remarks>A table that is there is never changed: a release of Quartz with other tables needs a migration of ours.</remarks>
    public static async Task ProvisionAsync(string ownerConnectionString, CancellationToken cancel)
    {
        await using var factory = QuartzSchedulerBuilder
            .Create(quartz => quartz.UsePersistentStore(store => store.UseJobTables(ownerConnectionString).ProvisionSchema())).Build();
        var scheduler = await factory.GetScheduler(cancel);
        await scheduler.Shutdown(waitForJobsToComplete: false, cancel);
    }

    /// <summary>Keeps jobs and their times in the database.</summary>
    public static IPersistentStoreBuilder UseJobTables(this IPersistentStoreBuilder store, string connectionString)
    {
        store.UsePostgres(NpgsqlFactory.Instance, connectionString);
        store.ConfigureStore(options => options.TablePrefix = Prefix);
        return store;
    }
}
