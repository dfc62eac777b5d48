using Quartz;

namespace SopKinerja.Web.Jobs;

public static class JobsSetup
{
    // A day that has ended is noticed while its night lasts; whoever looks at a dossier does not wait for it.
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    public static void AddJobs(this IServiceCollection services)
    {
        services.AddScoped<LapseJob>();
        services.AddQuartz(quartz => quartz.ScheduleJob<LapseJob>(trigger => trigger
            .StartAt(DateTimeOffset.UtcNow.AddMinutes(1)).WithSimpleSchedule(schedule => schedule.WithInterval(Often).RepeatForever())));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
