using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

/// <summary>All that only the reader carries on, what has a day first and then the oldest, and where the own dossiers stand.</summary>
public sealed partial class IndexModel(
    SopDbContext db, FilterLists choices, WorkingCalendarSource calendar, CurrentSettings settings, IConfiguration configuration,
    ChosenRuns runs, TimeProvider time) : QueuePageModel, IShowsAgain
{
    public Actor Actor => field ??= User.Actor();

    public IReadOnlyList<FrontTask> Tasks { get; private set; } = [];

    /// <summary>Objections of the reader's people that wait for somebody else.</summary>
    public IReadOnlyList<IndexRow> Keberatan { get; private set; } = [];

    public bool SetsCapaian { get; private set; }

    public IReadOnlyList<IndexRow> Own { get; private set; } = [];

    /// <summary>What passes to the reader within days, and from whom.</summary>
    public IReadOnlyList<IndexRow> Soon { get; private set; } = [];

    /// <summary>Accounts whose password somebody else set within the last 30 days, and whose owner is confirmed.</summary>
    public IReadOnlyList<IndexRow> Resets { get; private set; } = [];

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>What is odd in the data of the people, for the administrator.</summary>
    public int OddCount { get; private set; }

    /// <summary>What a dinas needs, and what each still lacks, for the administrator.</summary>
    public IReadOnlyList<(ReadinessRow Row, string? WhyNot)> Readiness { get; private set; } = [];

    /// <summary>How many ask for something to be put right, for the administrator.</summary>
    public int CorrectionCount { get; private set; }

    public UnitsAndPeriods Names { get; private set; } = null!;

    /// <summary>Where the next page begins; null when this one is the last.</summary>
    public string? Next { get; private set; }

    public bool IsFirstPage { get; private set; }

    /// <summary>Whether the page shows all that the reader has, and not what he has chosen or where he has gone on to.</summary>
    public bool IsWhole => IsFirstPage && Queue.IsDefault;

    /// <summary>Whether there is enough to choose from.</summary>
    public bool OffersChoice => !Queue.IsDefault || Tasks.Count(t => t.EndsWith is not null) > FewTasks || !IsFirstPage;

    private const int FewTasks = 8;

    public async Task OnGetAsync(string? setelah)
    {
        if (Actor.PegawaiId is not { } me)
        {
            if (Actor.Holds(Role.Administrator))
            {
                await LoadReadinessAsync();
            }

            return;
        }

        var after = Queue.Order != QueueOrder.Age ? (long.TryParse(setelah, out _) ? setelah : null) : $"{TimeCursor.Parse(setelah)}";
        IsFirstPage = string.IsNullOrEmpty(after);
        Names = await choices.GetAsync(HttpContext.RequestAborted);
        var present = Names.Present is { IsActive: true } open ? open : null;
        var rows = IsWhole
            ? await IndexLists.First(db, Actor, me, present?.Id ?? 0, present?.BagianOr(null, Names.Today) ?? 0)
                .ToListAsync(HttpContext.RequestAborted)
            : await IndexLists.In(db, Actor, me, Queue, after).ToListAsync(HttpContext.RequestAborted);
        Sort(rows, await calendar.GetAsync());
    }

    public Task LoadAsync() => OnGetAsync(null);

    private async Task LoadReadinessAsync()
    {
        var facts = await ReadinessFacts.OfAsync(db, settings.Value.WhyNotPrinted, Now, HttpContext.RequestAborted);
        var mode = SigningModes.Named(configuration[StepSigning.ModeSetting]).Mode;
        Readiness = [.. ReadinessRow.Rows.Where(r => (r.Only ?? mode) == mode).Select(r => (r, r.WhyNot(facts)))];
        (OddCount, CorrectionCount) = (facts.Odd.Values.Sum(), facts.There.Corrections);
    }
}
