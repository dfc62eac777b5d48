using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Seeding;

/// <summary>Demo mode: a fictional dinas in full swing, with passwords that are drawn at the first start.</summary>
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
        var passwords = new Dictionary<string, string>();
        var actors = await ActivatorUtilities.CreateInstance<Founding>(scope.ServiceProvider)
            .FoundAsync(userName => passwords[userName] = DemoPassword.New());
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        // An auditor signs nothing.
        var passphrases = passwords.Keys.Where(u => u != "auditor").ToDictionary(userName => userName, _ => DemoPassword.New());
        using var certificates = new DemoCertificates(
            scope.ServiceProvider.GetRequiredService<KeyEnvelope>(),
            scope.ServiceProvider.GetRequiredService<CurrentSettings>().Value, passphrases, now);
        await PlayAsync(
            new(db, scope.ServiceProvider.GetRequiredService<DocumentPress>(), scope.ServiceProvider.GetRequiredService<DocumentProofs>(),
                actors, WorkingCalendar.WithoutHolidays)
            {
                Mode = Playable(
                    SigningModes.Named(scope.ServiceProvider.GetRequiredService<IConfiguration>()[StepSigning.ModeSetting]).Mode),
            },
            db, await db.Periods.OrderBy(p => p.Mulai).ThenBy(p => p.Id).ToListAsync(cancel),
            now);
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

    private static async Task PlayAsync(Performance play, SopDbContext db, List<Period> periods, DateTimeOffset now)
    {
        var (last, current) = (periods[0], periods[2]);
        var people = FictionalDinas.People
            .Where(p => p is { Unit: not null, HasAccount: true } && last.Peraturan.WhyNotFor(Nip.JenisOf(p.Nip)) is null)
            .Select(p => p.UserName).ToList();
        foreach (var (person, i) in people.Select((p, i) => (p, i)))
        {
            play.Now = OfficeHour(new(2026, 1, 12, 0, 0, 0, TimeSpan.Zero), i);
            var dossier = await play.DossierAtAsync(Step.Archive, person, last);
            await play.PerformAsync(dossier);
        }

        (string Person, Step Step, int DaysAgo)[] running =
        [
            ("kadis", Step.Collect, 3), ("sekretaris", Step.Check, 5), ("kasubbag2", Step.Input, 6), ("kabidkop", Step.Validate, 9),
            ("penyuluh", Step.Collect, 2), ("pelaksanakop", Step.Check, 2), ("penggerak", Step.Validate, 7), ("kabidind", Step.Sign, 8),
            ("penyuluhind", Step.Validate, 4), ("pelaksanaind", Step.Sign, 6), ("kabiddag", Step.Duplicate, 10), ("penera", Step.Archive, 12),
            ("pelaksanadag", Step.Sign, 5), ("analisdag", Step.Input, 4), ("bendahara", Step.Input, 8), ("juru", Step.Duplicate, 11),
        ];
        foreach (var (person, step, daysAgo) in running)
        {
            play.Now = OfficeHour(now.AddDays(-daysAgo), person.Length);
            await play.DossierAtAsync(step, person, current);
        }

        await PlayKinerjaAsync(play, periods[1], now);
        play.Now = OfficeHour(now.AddDays(-5), 1);
        await CorrectCapaianAsync(play, db, periods[1]);
        play.Now = OfficeHour(now.AddDays(-5), 2);
        await play.SendBackAsync(
            await play.DossierAtAsync(Step.Check, "keamanan", current), "Bukti dukung kegiatan nomor 2 belum dilampirkan.");
        play.Now = OfficeHour(now.AddDays(-7), 3);
        await play.ObjectAsync(await play.DossierAtAsync(Step.Sign, "arsiparis", current), "Nilai kualitas kegiatan nomor 1 belum "
            + "memperhitungkan hasil audit kearsipan.");
        play.Now = OfficeHour(now.AddDays(-4), 1);
        await play.AgreedPlanAsync("kauptd", current);
        await play.ProposedPlanAsync("kasubbag", current);
        await play.ProposedPlanAsync("analis", current);
    }

    // From the top down, so that everybody intervenes a rencana of the own superior; quarters that are over, and the year begun.
    private static async Task PlayKinerjaAsync(Performance play, Period kinerja, DateTimeOffset now)
    {
        (string Person, Step Quarters, Step? Year)[] people =
        [
            ("kadis", Step.Archive, Step.Input), ("sekretaris", Step.Archive, Step.Collect), ("kabidkop", Step.Archive, Step.Validate),
            ("kabiddag", Step.Archive, Step.Sign), ("kasubbag2", Step.Duplicate, null), ("penyuluh", Step.Archive, Step.Sign),
            ("pelaksanakop", Step.Archive, Step.Validate), ("penggerak", Step.Archive, Step.Archive), ("penera", Step.Archive, Step.Duplicate),
            ("pelaksanadag", Step.Sign, Step.Check), ("bendahara", Step.Validate, null), ("pppkkop", Step.Archive, Step.Collect),
        ];
        foreach (var (person, quarters, year) in people)
        {
            play.Now = OfficeHour(new(2026, 1, 14, 0, 0, 0, TimeSpan.Zero), person.Length);
            var plan = await play.AgreedPlanAsync(person, kinerja);
            foreach (var bagian in kinerja.Bagian().Where(b => b > 0))
            {
                play.Now = OfficeHour(
                    new DateTimeOffset(kinerja.Part(bagian)!.Selesai.AddDays(6).ToDateTime(new(1, 0)), TimeSpan.Zero), person.Length);
                var part = await play.OpenAsync(plan, bagian);
                await play.BringToAsync(part, bagian == 3 ? quarters : Step.Archive);
                if (part.Step == Step.Archive)
                {
                    await play.PerformAsync(part);
                }
            }

            if (year is { } step)
            {
                play.Now = OfficeHour(now.AddDays(-6), person.Length);
                await play.BringToAsync(await play.OpenAsync(plan), step);
            }
        }

        play.Now = OfficeHour(now.AddDays(-4), 3);
        await play.ProposedPlanAsync("juru", kinerja);
    }

    // The Kepala Dinas knows better than the head: what was approved before keeps the old value.
    private static async Task CorrectCapaianAsync(Performance play, SopDbContext db, Period kinerja)
    {
        var unit = await db.UnitKerja.Where(u => u.Kode == "KOP").Select(u => u.Id).SingleAsync();
        await play.SetCapaianAsync(
            kinerja, 2, unit, CapaianOrganisasi.Istimewa, "Reviu Inspektorat menaikkan capaian indikator koperasi aktif.", by: "kadis");
    }

    // Eight in the morning in Paringin on the last working day not after the date, and a little later for each person.
    private static DateTimeOffset OfficeHour(DateTimeOffset near, int later)
    {
        var day = Tanggal.DiWita(near);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        return new DateTimeOffset(day.ToDateTime(new(8, 5)), Tanggal.Wita).AddMinutes(later % 40).ToUniversalTime();
    }

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
