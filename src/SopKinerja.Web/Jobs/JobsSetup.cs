using Quartz;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Jobs;

public static class JobsSetup
{
    // A day that has ended is noticed while its night lasts; whoever looks at a dossier does not wait for it.
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    // Authorities make a new list once a day or more.
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    private static readonly TimeSpan Seldom = TimeSpan.FromHours(6);

    // Whoever waits for a page comes first.
    private const int AtOnce = 2;

    /// <summary>Jobs wait in the database: of many servers one does each, and what a server that died left behind another takes
    /// over.</summary>
    public static void AddJobs(this IServiceCollection services, string dataDirectory, string connectionString)
    {
        services.AddScoped<LapseJob>();
        services.AddScoped<SealJob>();
        services.AddScoped<ForgetAccessJob>();
        services.AddScoped<BsreListJob>();
        services.AddScoped<ImportJob>();
        services.AddScoped<Sealing>();
        services.AddSingleton(new SealFolder(Path.Combine(dataDirectory, "segel")));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.GenerateInstanceId = true);
            quartz.UsePersistentStore(store => store.UseJobTables(connectionString).UseClustering());
            quartz.UseDefaultThreadPool(AtOnce);
            Every<LapseJob>(quartz, Often, "tenggat");
            // Whichever server comes first after the day has begun; where all were off at night, when one is on again.
            Every<SealJob>(quartz, Often, "segel");
            Every<ForgetAccessJob>(quartz, Seldom, "catatan-akses");
            Every<BsreListJob>(quartz, Hourly, "daftar-cabut");
            // What a stop has left; an administrator who begins one starts it at once.
            Every<ImportJob>(quartz, Soon, ImportStore.Job, isTakenUp: true);
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            // First whoever waits for a page after a start.
            options.StartDelay = TimeSpan.FromMinutes(1);
        });
    }

    // A name is the key of the row under which all servers know it. One that is taken up is done at once by whoever notices that the server
    // that did it is gone.
    private static void Every<T>(IQuartzBuilder quartz, TimeSpan interval, string name, bool isTakenUp = false)
        where T : IJob => quartz.ScheduleJob<T>(
            trigger => trigger.WithIdentity(name).StartNow().WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()),
            job => job.WithIdentity(name).RequestRecovery(isTakenUp));
}
