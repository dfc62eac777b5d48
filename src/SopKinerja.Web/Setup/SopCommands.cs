using System.CommandLine;
using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Setup;

/// <summary>One program: without a command it serves the pages, with one it does that and ends.</summary>
public static class SopCommands
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version")
                ? await Root().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false })
                : await WebServer.RunAsync(args);
        }
        catch (Exception refused)
            when (refused is StartRefusedException or ServerRefusedException or FontsMissingException or EngineMissingException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static RootCommand Root()
    {
        var userName = new Argument<string>("nama-pengguna") { Description = "Nama pengguna administrator, misalnya admin" };
        return new("SopKinerja: pengukuran kinerja pegawai menurut SOP")
        {
            Command("migrate", "Memperbarui skema basis data", cancel => MigrateCommand.RunAsync(cancel)),
            Command("score", "Membaca kasus penilaian (JSON) dari masukan baku dan menulis hasilnya",
                _ => Task.FromResult(ScoreCommand.Run(Console.In, Console.Out, Console.Error))),
            Command("verify", "Menghitung ulang semua hasil dan memeriksa semua dokumen yang tersimpan",
                cancel => VerifyCommand.RunAsync(Console.Out, Console.Error, cancel)),
            Command("print-sop", "Menulis SOP sebagai Markdown", _ => Task.FromResult(PrintSopCommand.Run(Console.Out))),
            Command("create-ca", "Membuat otoritas sertifikat dinas untuk tanda tangan elektronik; frasa sandinya ditanyakan",
                cancel => WebServer.WithServicesAsync(
                    services => CreateAuthorityCommand.RunAsync(
                        services, Environment.GetEnvironmentVariable(CreateAuthorityCommand.Variable), Console.In, Console.Out), cancel)),
            With(new("create-admin", "Membuat akun administrator; kata sandi ditanyakan"), userName,
                (name, cancel) => WebServer.WithServicesAsync(
                    services => CreateAdminCommand.RunAsync(services, name, Console.In, Console.Out), cancel)),
        };
    }

    private static Command Command(string name, string description, Func<CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, cancel) => run(cancel));
        return command;
    }

    private static Command With<T>(Command command, Argument<T> argument, Func<T, CancellationToken, Task<int>> run)
    {
        command.Arguments.Add(argument);
        command.SetAction((parsed, cancel) => run(parsed.GetValue(argument)!, cancel));
        return command;
    }
}
