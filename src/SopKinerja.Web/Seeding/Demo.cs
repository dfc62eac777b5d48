using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Seeding;

/// <summary>Demo mode: a fictional dinas in full swing, imported from its sheets and then played (docs/decisions/0013), with passwords
/// that are drawn at the first start.</summary>
public static class Demo
{
    /// <summary>Fills an empty database and writes the accounts down; does nothing to one that is filled.</summary>
    public static async Task EnsureAsync(IServiceProvider services, string dataDirectory, Action<string> log, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();
        if (await db.Users.AnyAsync(cancel))
        {
            return;
        }

        log("Menyiapkan dinas contoh …");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var passwords = FictionalDinas.People.Where(p => p.HasAccount).Select(p => p.UserName).Append("admin").Append("auditor")
            .ToDictionary(userName => userName, _ => DemoPassword.New());
        await ActivatorUtilities.CreateInstance<Founding>(scope.ServiceProvider).FoundForImportsAsync(userName => passwords[userName]);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        // An auditor signs nothing.
        var passphrases = passwords.Keys.Where(u => u != "auditor").ToDictionary(userName => userName, _ => DemoPassword.New());
        using var certificates = new DemoCertificates(
            scope.ServiceProvider.GetRequiredService<KeyEnvelope>(),
            scope.ServiceProvider.GetRequiredService<CurrentSettings>().Value, passphrases, now);
        await ActivatorUtilities.CreateInstance<DemoRegister>(scope.ServiceProvider).ImportAsync(passwords, cancel);
        var ids = await db.Pegawai.ToDictionaryAsync(p => p.Nama, p => p.Id, cancel);
        var play = new Performance(
            db, scope.ServiceProvider.GetRequiredService<DocumentPress>(), scope.ServiceProvider.GetRequiredService<DocumentProofs>(),
            FictionalDinas.People.ToDictionary(p => p.UserName, p => new Actor(ids[p.Nama], p.Nama, p.Offices.ToHashSet())),
            WorkingCalendar.WithoutHolidays)
        {
            Mode = Playable(SigningModes.Named(scope.ServiceProvider.GetRequiredService<IConfiguration>()[StepSigning.ModeSetting]).Mode),
            WhyEarly = "Hasil diperlukan sebelum tahun berakhir untuk usul kenaikan pangkat.",
        };
        await ActivatorUtilities.CreateInstance<DemoPlay>(scope.ServiceProvider, play, now).PlayAsync(cancel);
        await certificates.SaveAsync(db, scope.ServiceProvider.GetRequiredService<ChangeLog>(), await db.Users.Include(u => u.Pegawai)
            .Where(u => u.PegawaiId != null).ToDictionaryAsync(u => u.UserName!, u => u.Pegawai!, cancel));
        var accounts = WriteDown(passwords, passphrases, dataDirectory);
        await transaction.CommitAsync(cancel);
        log(accounts);
    }

    /// <summary>
    /// People of a demo that has an authority sign with their certificates, unless the configuration says otherwise. What was played before
    /// was approved by account, as in a dinas that has just changed over.
    /// </summary>
    public static async Task ChooseSigningAsync(IServiceProvider services, IConfiguration configuration)
    {
        await using var scope = services.CreateAsyncScope();
        if (string.IsNullOrEmpty(configuration[StepSigning.ModeSetting])
            && await scope.ServiceProvider.GetRequiredService<SopDbContext>().Set<SigningAuthority>().AnyAsync())
        {
            configuration[StepSigning.ModeSetting] = SigningModes.Row(SigningMode.Certificate).Nama;
        }
    }

    // Signing in the file takes the passphrase of each; what is played is signed in the other ways.
    private static SigningMode Playable(SigningMode mode) => mode == SigningMode.WetInk ? mode : SigningMode.Account;

    private static string WriteDown(Dictionary<string, string> passwords, Dictionary<string, string> passphrases, string dataDirectory)
    {
        var lines = new StringBuilder("peran\tnama pengguna\tkata sandi\tnama\tfrasa sandi\n");
        foreach (var (userName, password) in passwords)
        {
            var person = FictionalDinas.People.SingleOrDefault(p => p.UserName == userName);
            var (alone, nama) = userName == "auditor" ? (Role.Auditor, FictionalDinas.Auditor) : (Role.Administrator, "Administrator");
            var role = person is null ? alone.Nama()
                : person.Offices.Length > 0 ? string.Join(", ", person.Offices.Select(o => o.Nama()))
                : FictionalDinas.People.Any(p => p.Atasan == userName) ? "Atasan langsung" : "ASN";
            lines.Append($"{role}\t{userName}\t{password}\t{person?.Nama ?? nama}\t{passphrases.GetValueOrDefault(userName)}\n");
        }

        var path = Path.Combine(dataDirectory, "akun-demo.tsv");
        Directory.CreateDirectory(dataDirectory);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(path, options))
        {
            file.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        }

        return $"Akun contoh (juga di {path}):\n{lines}";
    }
}
