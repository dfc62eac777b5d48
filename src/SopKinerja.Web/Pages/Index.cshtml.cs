using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages;

/// <summary>What awaits me, oldest first, and where my own dossiers stand.</summary>
public sealed class IndexModel(
    SopDbContext db, FilterLists choices, WorkingCalendarSource calendar, CurrentSettings settings, IConfiguration configuration,
    TimeProvider time) : PageModel
{
    public Actor Actor => field ??= User.Actor();

    public IReadOnlyList<(IndexRow Row, StepTime Waited)> Awaiting { get; private set; } = [];

    public IReadOnlyList<IndexRow> Plans { get; private set; } = [];

    public IReadOnlyList<IndexRow> Keberatan { get; private set; } = [];

    /// <summary>Units whose capaian organisasi the reader sets, and for which dossiers wait; one dossier of each.</summary>
    public IReadOnlyList<IndexRow> WithoutCapaian { get; private set; } = [];

    public bool SetsCapaian { get; private set; }

    public IReadOnlyList<IndexRow> Own { get; private set; } = [];

    /// <summary>What passes to the reader within days, and from whom.</summary>
    public IReadOnlyList<IndexRow> Soon { get; private set; } = [];

    /// <summary>Results that wait for the rated person and were not opened for days.</summary>
    public IReadOnlyList<IndexRow> Undelivered { get; private set; } = [];

    /// <summary>Accounts whose password somebody else set within the last 30 days, or whose owner waits for his confirmation.</summary>
    public IReadOnlyList<IndexRow> Resets { get; private set; } = [];

    /// <summary>Signatures at BSrE that wait for a second officer, such as the reader.</summary>
    public IReadOnlyList<IndexRow> SecondOfficer { get; private set; } = [];

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>That the reader's certificate ends soon or has ended, and no one was asked for another; null otherwise.</summary>
    public string? CertificateWarning { get; private set; }

    /// <summary>What is odd in the data of the people, for the administrator.</summary>
    public int OddCount { get; private set; }

    /// <summary>What a dinas needs, and what each still lacks, for the administrator.</summary>
    public IReadOnlyList<(ReadinessRow Row, string? WhyNot)> Readiness { get; private set; } = [];

    /// <summary>How many ask for something to be put right, for the administrator.</summary>
    public int CorrectionCount { get; private set; }

    public UnitsAndPeriods Names { get; private set; } = null!;

    /// <summary>Where the next page begins; null when this one is the last.</summary>
    public TimeCursor? Next { get; private set; }

    public bool IsFirstPage { get; private set; }

    public async Task OnGetAsync(string? setelah)
    {
        var after = TimeCursor.Parse(setelah);
        IsFirstPage = after is null;
        if (Actor.PegawaiId is not { } me)
        {
            if (Actor.Holds(Role.Administrator))
            {
                await LoadReadinessAsync();
            }

            return;
        }

        var lists = after is null ? IndexLists.First(db, Actor, me) : IndexLists.After(db, Actor, after);
        var rows = await lists.ToListAsync(HttpContext.RequestAborted);
        Names = await choices.GetAsync(HttpContext.RequestAborted);
        Sort(rows, await calendar.GetAsync());
    }

    private async Task LoadReadinessAsync()
    {
        var facts = await ReadinessFacts.OfAsync(db, settings.Value.WhyNotPrinted, Now, HttpContext.RequestAborted);
        var mode = SigningModes.Named(configuration[StepSigning.ModeSetting]).Mode;
        Readiness = [.. ReadinessRow.Rows.Where(r => (r.Only ?? mode) == mode).Select(r => (r, r.WhyNot(facts)))];
        (OddCount, CorrectionCount) = (facts.Odd.Values.Sum(), facts.There.Corrections);
    }

    private void Sort(List<IndexRow> rows, WorkingCalendar office)
    {
        var waiting = rows.Where(r => r.List == IndexRow.Awaiting).OrderBy(r => r.Since).ThenBy(r => r.Id).ToList();
        Awaiting = [.. waiting.Take(IndexLists.PageSize).Select(r => (
            r, new StepTime(r.Sop, office.Between(r.Sop.PerformableSince(r.Since, r.Until), Now))))];
        Next = waiting.Count > IndexLists.PageSize ? new(Awaiting[^1].Row.Since, Awaiting[^1].Row.Id) : null;
        Plans = [.. rows.Where(r => r.List == IndexRow.Plan).OrderBy(r => r.Id)];
        Keberatan = [.. rows.Where(r => r.List == IndexRow.Keberatan).OrderBy(r => r.Id)];
        WithoutCapaian = [.. rows.Where(r => r.List == IndexRow.Capaian).OrderBy(r => r.Id)];
        SetsCapaian = rows.Any(r => r.List == IndexRow.Setter);
        CertificateWarning = rows.Where(r => r is { List: IndexRow.Certificate, IsStopped: false })
            .Select(r => CertificateView.WarningOf(r.Since, Now)).FirstOrDefault();
        Soon = [.. rows.Where(r => r.List == IndexRow.Soon && r.Reminder(Now) is not null).OrderBy(r => r.Limit).ThenBy(r => r.Id)];
        Undelivered = [.. rows.Where(r => r.List == IndexRow.Undelivered && r.Since.AddDays(IndexRow.DaysBefore) <= Now)
            .OrderBy(r => r.Since)];
        Resets = [.. rows.Where(r => r.List == IndexRow.Reset && (r.ClosedAt is null || r.Since > Now.AddDays(-30)))
            .OrderByDescending(r => r.Since).ThenBy(r => r.Id)];
        SecondOfficer = [.. rows.Where(r => r.List == IndexRow.SecondOfficer).OrderBy(r => r.Id)];
        Own = [.. rows.Where(r => r.List == IndexRow.Own).OrderByDescending(r => r.Id)];
    }
}
