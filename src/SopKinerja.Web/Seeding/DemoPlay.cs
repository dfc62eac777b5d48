using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Seeding;

/// <summary>Two years of the demo: the plans are imported by an analis, and everybody does the steps. The year that is over was measured
/// under PP 46/2011 and is closed; the running one is measured under PermenPANRB 6/2022.</summary>
public sealed class DemoPlay(
    SopDbContext db, Performance play, DateTimeOffset now, ChangeLog log, IUserClaimsPrincipalFactory<Account> claims,
    IServiceProvider services)
{
    private const string Importer = "analis";

    /// <summary>A sheet for each depth below the head of the dinas: whoever is below names rencana of a superior's SKP, which must be
    /// proposed before.</summary>
    private const int Depths = 4;

    /// <summary>Whose plan is still a draft, and whose waits for the superior.</summary>
    private static readonly string[] Drafts = ["analis2"], Proposed = ["juru", "analis"];

    /// <summary>How far the evaluation of the third quarter is, and that of the year where it has begun.</summary>
    private static readonly (string Person, Step Quarter, Step? Year)[] Standing =
    [
        ("kadis", Step.Archive, Step.Input), ("sekretaris", Step.Archive, Step.Collect), ("kabidkop", Step.Archive, Step.Validate),
        ("kabidind", Step.Archive, Step.Sign), ("kabiddag", Step.Archive, Step.Sign), ("kauptd", Step.Archive, Step.Validate),
        ("kasubbag", Step.Archive, Step.Collect), ("kasubbag2", Step.Duplicate, null), ("penyuluh", Step.Archive, Step.Sign),
        ("pelaksanakop", Step.Archive, Step.Validate), ("penggerak", Step.Archive, Step.Archive), ("pppkkop", Step.Archive, Step.Collect),
        ("penyuluhind", Step.Archive, Step.Input), ("pelaksanaind", Step.Archive, Step.Check), ("penera", Step.Archive, Step.Duplicate),
        ("pelaksanadag", Step.Sign, Step.Check), ("analisdag", Step.Input, null), ("keamanan", Step.Archive, Step.Check),
        ("bendahara", Step.Validate, null), ("arsiparis", Step.Archive, Step.Sign),
    ];

    private readonly DemoImports _imports = ActivatorUtilities.CreateInstance<DemoImports>(services, new PlayClock(play));

    public async Task PlayAsync(CancellationToken cancel)
    {
        await PlanAsync(ScoringMethods.Pp46, "skp-pp46", new(2025, 1, 13), cancel);
        for (var depth = 1; depth <= Depths; depth++)
        {
            await PlanAsync(ScoringMethods.PermenPanRb6, $"skp-permenpanrb6-{depth}", new(2026, 1, 11 + depth), cancel);
        }

        await MeasureLastYearAsync(cancel);
        await MeasureThisYearAsync(cancel);
    }

    private async Task PlanAsync(string method, string sheet, DateOnly day, CancellationToken cancel)
    {
        play.Now = OfficeHour(day);
        await _imports.ImportAsync(LawPages.Of(method).PlanSheet, sheet, Importer, cancel);
        var period = await PeriodAsync(method, cancel);
        HashSet<string> waiting = period.Selesai < Tanggal.DiWita(now) ? [] : [.. Drafts, .. Proposed];
        foreach (var (i, plan) in (await DraftsAsync(period, cancel)).Index())
        {
            if (!waiting.Contains(await UserNameAsync(plan, cancel)))
            {
                play.Now = OfficeHour(day, later: 60 + i);
                await play.ProposeAsync(plan);
                play.Now += TimeSpan.FromHours(3);
                await play.AgreeAsync(plan, period);
            }
        }
    }

    private async Task MeasureLastYearAsync(CancellationToken cancel)
    {
        var period = await PeriodAsync(ScoringMethods.Pp46, cancel);
        var plans = await db.Plans.Where(p => p.PeriodId == period.Id).OrderBy(p => p.Id).ToListAsync(cancel);
        foreach (var (i, plan) in plans.Index())
        {
            play.Now = OfficeHour(new(2026, 1, 12), later: i);
            var dossier = await play.OpenAsync(plan);
            await play.BringToAsync(dossier, Step.Archive);
            await play.PerformAsync(dossier);
        }

        period.Close();
        log.Write(
            await claims.CreateAsync(await db.Users.SingleAsync(u => u.UserName == "admin", cancel)), ChangeSubjects.Periode, period.Id,
            period.Nama, new Differences().Of("keadaan", "terbuka", "ditutup"));
        await db.SaveChangesAsync(cancel);
    }

    // From the top down, so that everybody intervenes a rencana of the own superior; quarters that are over, and the year begun.
    private async Task MeasureThisYearAsync(CancellationToken cancel)
    {
        var period = await PeriodAsync(ScoringMethods.PermenPanRb6, cancel);
        var today = Tanggal.DiWita(now);
        foreach (var (i, (person, quarter, year)) in Standing.Index())
        {
            var plan = await PlanOfAsync(person, period, cancel);
            foreach (var bagian in period.Bagian().Where(b => b > 0 && period.Part(b)!.Selesai.AddDays(6) < today))
            {
                play.Now = OfficeHour(period.Part(bagian)!.Selesai.AddDays(6), later: person.Length);
                var part = await play.OpenAsync(plan, bagian);
                await play.BringToAsync(part, bagian == 3 ? quarter : Step.Archive);
                if (part.Step == Step.Archive)
                {
                    await play.PerformAsync(part);
                }
            }

            if (year is { } step)
            {
                play.Now = OfficeHour(today.AddDays(-3 - (i % 8)), later: person.Length);
                await BeginYearAsync(person, await play.OpenAsync(plan), step);
            }
        }

        play.Now = OfficeHour(today.AddDays(-5), later: 1);
        await CorrectCapaianAsync(period, cancel);
        foreach (var person in Proposed)
        {
            play.Now = OfficeHour(today.AddDays(-4), later: person.Length);
            await play.ProposeAsync(await PlanOfAsync(person, period, cancel));
        }
    }

    private async Task BeginYearAsync(string person, Dossier dossier, Step step)
    {
        await play.BringToAsync(dossier, step);
        switch (person)
        {
            case "keamanan":
                await play.SendBackAsync(
                    dossier, "Buku jaga bulan Oktober belum dilampirkan, jadi jumlah gilirannya belum dapat dicocokkan.");
                break;
            case "arsiparis":
                await play.ObjectAsync(dossier, "Penataan arsip inaktif dinilai dari berkas sampai September, padahal boks bulan Oktober "
                    + "dan November sudah didaftar.");
                break;
            default:
                break;
        }
    }

    // The Kepala Dinas knows better than the head: what was approved before keeps the old value.
    private async Task CorrectCapaianAsync(Period period, CancellationToken cancel)
    {
        var unit = await db.UnitKerja.Where(u => u.Kode == "KOP").Select(u => u.Id).SingleAsync(cancel);
        await play.SetCapaianAsync(
            period, 2, unit, CapaianOrganisasi.Istimewa, "Reviu Inspektorat menaikkan capaian indikator koperasi aktif.", by: "kadis");
    }

    private Task<Period> PeriodAsync(string method, CancellationToken cancel) => db.Periods.SingleAsync(p => p.Method == method, cancel);

    private Task<List<Plan>> DraftsAsync(Period period, CancellationToken cancel) => db.Plans
        .Where(p => p.PeriodId == period.Id && p.State == PlanState.Draft).OrderBy(p => p.Id).ToListAsync(cancel);

    private Task<Plan> PlanOfAsync(string userName, Period period, CancellationToken cancel) => db.Plans.SingleAsync(
        p => p.PeriodId == period.Id && db.Users.Any(u => u.UserName == userName && u.PegawaiId == p.PegawaiId), cancel);

    private Task<string> UserNameAsync(Plan plan, CancellationToken cancel) =>
        db.Users.Where(u => u.PegawaiId == plan.PegawaiId).Select(u => u.UserName!).SingleAsync(cancel);

    // Eight in the morning in Paringin on the last working day not after the date, and some minutes later.
    private static DateTimeOffset OfficeHour(DateOnly day, int later = 0)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        return new DateTimeOffset(day.ToDateTime(new(8, 5)), Tanggal.Wita).AddMinutes(later).ToUniversalTime();
    }

    /// <summary>So that a plan is written when it is played that it was.</summary>
    private sealed class PlayClock(Performance play) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => play.Now;
    }
}
