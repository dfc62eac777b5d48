using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Setup;

/// <summary>One program: without a command it serves the pages, with one it does that and ends.</summary>
public static class SopCommands
{
    /// <summary>Exit code of a command line that could not be understood.</summary>
    private const int NotUnderstood = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["--version"] => Say($"SopKinerja {AboutModel.Version}"),
                ["--version", var more, ..] => Refuse($"Pilihan “{more}” tidak dikenal di belakang --version."),
                _ when args.Any(a => a is "--help" or "-h" or "-?") => Say(List()),
                [var first, ..] when !first.StartsWith('-') => await RunCommandAsync(args),
                _ => StartOptions.WhyNot(args) is { } whyNot ? Refuse(whyNot) : await WebServer.RunAsync(args),
            };
        }
        catch (Exception refused)
            when (refused is StartRefusedException or ServerRefusedException or FontsMissingException or EngineMissingException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Dihentikan sebelum selesai.");
            return 1;
        }
        // Taken since it was tried.
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Alamat yang harus dilayani {ListenAddresses.InUse}");
            return 1;
        }
    }

    private static async Task<int> RunCommandAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        return parsed.Errors.Count == 0 ? await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false })
            : Refuse(Root().Subcommands.FirstOrDefault(c => c.Name == args[0]) is { } known
                ? $"Perintah “{args[0]}” ditulis begini: {Form(known)}."
                : $"Perintah “{args[0]}” tidak dikenal.");
    }

    private static int Say(string text)
    {
        Console.Out.WriteLine(text);
        return 0;
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"{sentence}\n\n{List()}");
        return NotUnderstood;
    }

    private static string List() => string.Join('\n',
    [
        "Tanpa perintah, SopKinerja melayani halaman sampai dihentikan. Perintah:",
        .. Root().Subcommands.Select(c => $"  {Form(c),-28} {c.Description}"),
        "  --version                    Menyebut nama dan versi program",
        "  --help                       Menampilkan daftar ini",
        "Pilihan saat melayani (--NAMA=NILAI), juga variabel lingkungan dengan __ sebagai ganti titik dua:",
        .. StartOptions.All.Select(o => $"  --{(o.Name.EndsWith(':') ? $"{o.Name}…" : o.Name),-34} {o.Meaning}"),
    ]);

    private static string Form(Command command) => string.Join(' ',
    [
        command.Name, .. command.Arguments.Select(a => a.Name.ToUpperInvariant()), .. command.Options.Select(o => $"[{o.Name} …]"),
    ]);

    private static RootCommand Root()
    {
        var userName = new Argument<string>("nama-pengguna") { Description = "Nama pengguna, misalnya admin" };
        return new("SopKinerja: pengukuran kinerja pegawai menurut SOP")
        {
            Command("migrate", "Memperbarui skema basis data", cancel => MigrateCommand.RunAsync(cancel)),
            Command("score", "Membaca kasus penilaian (JSON) dari masukan baku dan menulis hasilnya",
                _ => Task.FromResult(ScoreCommand.Run(Console.In, Console.Out, Console.Error))),
            Verify(),
            Command("print-sop", "Menulis SOP sebagai Markdown", _ => Task.FromResult(PrintSopCommand.Run(Console.Out))),
            Command("create-ca", "Membuat otoritas sertifikat dinas untuk tanda tangan elektronik; frasa sandinya ditanyakan",
                cancel => WebServer.WithServicesAsync(
                    services => CreateAuthorityCommand.RunAsync(
                        services, Environment.GetEnvironmentVariable(CreateAuthorityCommand.Variable), Console.In, Console.Out,
                        Environment.GetEnvironmentVariable(CreateAuthorityCommand.SecondVariable)), cancel)),
            With(new("create-admin", "Membuat akun administrator; kata sandi ditanyakan"), userName,
                (name, cancel) => WebServer.WithServicesAsync(
                    services => CreateAdminCommand.RunAsync(services, name, Console.In, Console.Out), cancel)),
            With(new("confirm-account", "Mengonfirmasi pemilik akun pertama, selama belum ada petugas yang dapat melakukannya"), userName,
                (name, cancel) => WebServer.WithServicesAsync(
                    services => ConfirmAccountCommand.RunAsync(services, name, Console.Out), cancel)),
        };
    }

    private static Command Verify()
    {
        var (seal, since) = (new Option<string?>("--segel") { Description = "berkas segel yang disimpan di luar" },
            new Option<string?>("--sejak") { Description = "hanya isi dokumen sejak tanggal ini (2026-11-27)" });
        var (authority, report) = (new Option<string?>("--otoritas") { Description = "sidik jari SHA-256 sertifikat otoritas" },
            new Option<string?>("--laporan") { Description = "berkas temuan sebagai JSON" });
        var command = new Command("verify", "Memeriksa hasil, dokumen, tanda tangan, rantai, dan segel")
        {
            seal, since, authority, report,
        };
        command.SetAction((parsed, cancel) => VerifyCommand.RunAsync(
            new(parsed.GetValue(seal), parsed.GetValue(since), parsed.GetValue(authority), parsed.GetValue(report)),
            Console.Out, Console.Error, cancel));
        return command;
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
