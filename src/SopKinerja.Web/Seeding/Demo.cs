namespace SopKinerja.Web.Seeding;

/// <summary>The fictional dinas of demo mode.</summary>
public static class Demo
{
    /// <summary>Fills an empty database.</summary>
    public static Task EnsureAsync(IServiceProvider services, string dataDirectory, Action<string> log, CancellationToken cancel) => Task.CompletedTask;
}
