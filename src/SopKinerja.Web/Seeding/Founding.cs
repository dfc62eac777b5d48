using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Seeding;

/// <summary>Puts the fictional dinas into an empty database: units, people, accounts, holidays, periods; for tests, which want it in
/// an instant.</summary>
public sealed class Founding(SopDbContext db, UserManager<Account> users, ChangeLog log, CurrentSettings settings)
{
    public async Task<IReadOnlyDictionary<string, Actor>> FoundAsync(Func<string, string> password)
    {
        // An account and what is written about it belong together; the caller may have begun already.
        await using var transaction = await db.BeginOwnTransactionAsync();
        var units = await AddUnitsAsync();
        var people = await AddPeopleAsync(units);
        foreach (var person in FictionalDinas.People.Where(p => p.HasAccount))
        {
            await AddAccountAsync(
                Account.OfPegawai(person.UserName, people[person.UserName].Id, person.Offices.Select(o => o.ToString())), password);
        }

        await AddKeepersAsync(password);
        db.Holidays.AddRange(Holidays());
        // The later one of the same dates is proposed first on lists: the SOP's own method.
        db.Periods.AddRange(Year(2025), Kinerja(2026));
        await db.SaveChangesAsync();
        db.Periods.Add(Year(2026));
        await db.SaveChangesAsync();
        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }

        return FictionalDinas.People.ToDictionary(
            p => p.UserName, p => new Actor(people[p.UserName].Id, p.Nama, p.Offices.ToHashSet()));
    }

    /// <summary>What no sheet holds: settings, administrator, auditor, and the periods of the demo, each year under its law.</summary>
    public async Task FoundForImportsAsync(Func<string, string> password)
    {
        await AddKeepersAsync(password);
        db.Periods.AddRange(Year(2025), Kinerja(2026));
        await db.SaveChangesAsync();
    }

    private async Task AddKeepersAsync(Func<string, string> password)
    {
        var admin = Account.OfAdministrator("admin", "Administrator");
        await AddAccountAsync(admin, password);
        AddSettings(admin.Id);
        await AddAccountAsync(Account.OfAuditor("auditor", FictionalDinas.Auditor), password);
    }

    private async Task<Dictionary<string, UnitKerja>> AddUnitsAsync()
    {
        var units = new Dictionary<string, UnitKerja>();
        foreach (var (kode, nama, induk) in FictionalDinas.Units)
        {
            units[kode] = new(kode, nama, induk is null ? null : units[induk].Id);
            db.UnitKerja.Add(units[kode]);
            await db.SaveChangesAsync();
        }

        return units;
    }

    private async Task<Dictionary<string, Pegawai>> AddPeopleAsync(Dictionary<string, UnitKerja> units)
    {
        var people = new Dictionary<string, Pegawai>();
        foreach (var p in FictionalDinas.People)
        {
            people[p.UserName] = new(p.Nip, new(
                p.Nama, p.Golongan, p.Jabatan, p.JenisJabatan, p.Unit is null
                    ? null
                    : units[p.Unit].Id, p.Atasan is null ? null : people[p.Atasan].Id,
                Jenjang: p.Jenjang, TmtJabatan: p.TmtJabatan)
            {
                Karpeg = p.Karpeg,
                TempatLahir = p.TempatLahir,
                TmtPangkat = p.TmtPangkat,
                Pak = p.Pak,
            });
            db.Pegawai.Add(people[p.UserName]);
            await db.SaveChangesAsync();
        }

        return people;
    }

    // Older than whatever is played.
    private void AddSettings(int accountId)
    {
        db.SettingChanges.AddRange(FictionalDinas.Settings.Select(s => new SettingChange
        {
            Name = s.Row.Name,
            No = 1,
            Value = s.Value,
            At = new(2020, 1, 2, 0, 0, 0, TimeSpan.Zero),
            AccountId = accountId,
            ActorNama = "Administrator",
        }));
        log.Write(new ClaimsPrincipal(), ChangeSubjects.Setelan, 0, "Setelan dinas", "mengisi setelan dinas contoh.");
        settings.Forget();
    }

    private async Task AddAccountAsync(Account account, Func<string, string> password)
    {
        var result = await users.CreateAsync(account, password(account.UserName!));
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"{account.UserName}: {string.Join(' ', result.Errors.Select(e => e.Description))}");
        }

        log.Write(new ClaimsPrincipal(), ChangeSubjects.Akun, account.Id, account.UserName!, Change.OfDemo);
    }

    private static Period Year(int year) => new(
        $"Tahun {year}", new(year, 1, 1), new(year, 12, 31), ScoringMethods.Pp46, "SOP dinas (Mei 2023) mengacu pada PP 46/2011.");

    private static Period Kinerja(int year)
    {
        var period = new Period($"Kinerja {year}", new(year, 1, 1), new(year, 12, 31), ScoringMethods.PermenPanRb6, null);
        period.EvaluateEvery(KalaEvaluasi.Triwulanan);
        return period;
    }

    private static IEnumerable<Holiday> Holidays() =>
        from year in new[] { 2025, 2026, 2027 }
        from fixedDay in new[] { (1, 1, "Tahun Baru"), (5, 1, "Hari Buruh"), (6, 1, "Hari Lahir Pancasila"), (8, 17, "Hari Kemerdekaan"), (
            12, 25, "Hari Natal") }
        select new Holiday { Date = new(year, fixedDay.Item1, fixedDay.Item2), Nama = fixedDay.Item3 };
}
