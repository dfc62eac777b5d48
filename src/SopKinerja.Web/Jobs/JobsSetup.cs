using Quartz;
using SopKinerja.Web.Integrity;

namespace SopKinerja.Web.Jobs;

public static class JobsSetup
{
    // A day that has ended is noticed while its night lasts; whoever looks at a dossier does not wait for it.
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    // Authorities make a new list once a day or more.
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    public static void AddJobs(this IServiceCollection services, string dataDirectory)
    {
        services.AddScoped<LapseJob>();
        services.AddScoped<SealJob>();
        services.AddScoped<BsreListJob>();
        services.AddScoped<Sealing>();
        services.AddSingleton(new SealFolder(Path.Combine(dataDirectory, "segel")));
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<LapseJob>(trigger => trigger.StartNow().WithSimpleSchedule(s => s.WithInterval(Often).RepeatForever()));
            // Each server asks; the first whose day has begun makes it, and one that was off at night makes it when it is on again.
            quartz.ScheduleJob<SealJob>(trigger => trigger.StartNow().WithSimpleSchedule(s => s.WithInterval(Often).RepeatForever()));
            quartz.ScheduleJob<BsreListJob>(trigger => trigger.StartNow().WithSimpleSchedule(s => s.WithInterval(Hourly).RepeatForever()));
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            // First whoever waits for a page after a start.
            options.StartDelay = TimeSpan.FromMinutes(1);
        });
    }
}
