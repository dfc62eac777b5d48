using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Commands;

public static class MigrateCommand
{
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var database = await Database.OpenAsync(Configuration.Load(), Console.Out.WriteLine, cancel);
        var done = await Migrator.MigrateAsync(database.ConnectionString, Console.Out.WriteLine, cancel);
        await Console.Out.WriteLineAsync(done == 0 ? "Skema sudah terbaru." : $"Skema diperbarui: {done} migrasi.");
        return 0;
    }
}
