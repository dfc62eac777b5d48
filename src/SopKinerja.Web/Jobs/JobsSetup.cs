using Quartz;

namespace SopKinerja.Web.Jobs;

public static class JobsSetup
{
    // A day that has ended is noticed while its night lasts; whoever looks at a dossier does not wait for it.
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    public static void AddJobs(this IServiceCollection services)
    {
        services.AddScoped<LapseJob>();
        services.AddQuartz(quartz => quartz.ScheduleJob<LapseJob>(trigger => trigger.StartNow().WithSimpleSchedule(
            schedule => schedule.WithInterval(Often).RepeatForever())));
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            // First whoever waits for a page after a start.
            options.StartDelay = TimeSpan.FromMinutes(1);
        });
    }
}
