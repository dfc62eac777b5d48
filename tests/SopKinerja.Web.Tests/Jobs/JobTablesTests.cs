using System.Collections.Concurrent;
using Npgsql;
using Quartz;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Jobs;

/// <summary>Jobs wait in the database, where every server sees them and one takes each.</summary>
public sealed class JobTablesTests : IAsyncLifetime
{
    private const int Times = 8;

    private static readonly ConcurrentDictionary<string, Runs> Seen = new();

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    /// <summary>As the role that serves, which made none of the tables.</summary>
    [Fact]
    public async Task Three_servers_do_each_turn_of_a_job_once_and_never_two_at_a_time()
    {
        var runs = Seen[_database.RuntimeConnectionString] = new();
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ServerAsync(_database.RuntimeConnectionString)));
        await servers[0].ScheduleJob(
            JobBuilder.Create<CountingJob>().WithIdentity("hitung").UsingJobData("world", _database.RuntimeConnectionString).Build(),
            TriggerBuilder.Create().WithIdentity("hitung").StartNow()
                .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMilliseconds(100)).WithRepeatCount(Times - 1)).Build());

        await runs.All.Task.WaitAsync(TimeSpan.FromMinutes(1));
        // One more turn, had there been one too many, would be under way by now.
        await Task.WhenAll(servers.Select(s => s.Shutdown(waitForJobsToComplete: true).AsTask()));

        Assert.Equal((Times, 1), (runs.Count, runs.MostAtOnce));
    }

    [Fact]
    public async Task What_is_there_stays_and_a_second_provision_changes_nothing()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        const string Tables = "select string_agg(oid::text, ',' order by oid) from pg_class where relnamespace = 'antrean'::regnamespace";
        var before = await AskAsync(connection, Tables);
        Assert.NotEqual(DBNull.Value, before);

        await JobTables.ProvisionAsync(_database.ConnectionString, CancellationToken.None);

        Assert.Equal(before, await AskAsync(connection, Tables));
    }

    private static async Task<IScheduler> ServerAsync(string connectionString)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(options => options.GenerateInstanceId = true);
            quartz.UsePersistentStore(store => store.UseJobTables(connectionString).UseClustering());
        }).BuildScheduler();
        await scheduler.Start();
        return scheduler;
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    [DisallowConcurrentExecution]
    private sealed class CountingJob : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default)
        {
            var runs = Seen[context.MergedJobDataMap.GetString("world")!];
            runs.Begin();
            await Task.Yield();
            runs.End();
        }
    }

    private sealed class Runs
    {
        private int _now;

        public TaskCompletionSource All { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Count { get; private set; }

        public int MostAtOnce { get; private set; }

        public void Begin()
        {
            lock (All)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++_now);
            }
        }

        public void End()
        {
            lock (All)
            {
                _now--;
                if (++Count == Times)
                {
                    All.SetResult();
                }
            }
        }
    }
}
