using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Commands;

public static class MigrateCommand
{
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var database = await Database.OpenAsync(Configuration.Load(), Console.Out.WriteLine, cancel);
        // Whoever has one user alone migrates as that one; the start then says how to make the second.
        var owner = database.OwnerConnectionString ?? database.ConnectionString;
        var done = await Migrator.PrepareAsync(owner, database.ConnectionString, Console.Out.WriteLine, cancel);
        await Console.Out.WriteLineAsync(done == 0 ? "Skema sudah terbaru." : $"Skema diperbarui: {done} migrasi.");
        return 0;
    }
}
