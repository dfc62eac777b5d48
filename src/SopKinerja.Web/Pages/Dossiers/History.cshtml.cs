using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The history of one dossier on paper, with the working time spent at each step.</summary>
public sealed class HistoryModel(SopDbContext db, WorkingCalendarSource calendar, TimeProvider time) : DossierPageModel(db, time)
{
    public IReadOnlyList<(HistoryEntry Entry, StepTime? Spent)> Moves { get; private set; } = [];

    public IReadOnlyList<StepTime> Steps { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var office = await calendar.GetAsync();
        Moves = [.. Dossier.History.Select((h, i) => (h, i == 0 ? null : Spent(office, h.Row, Dossier.History[i - 1].At, h.At)))];
        var visits = Moves.Where(m => m.Spent is not null).Select(m => m.Spent!);
        if (Dossier.ClosedAt is null)
        {
            visits = visits.Append(Spent(office, Dossier.Row, Dossier.StepSince, Now));
        }

        Steps = [.. visits.GroupBy(v => v.Row).OrderBy(g => g.Key.Stage)
            .Select(g => new StepTime(g.Key, g.Aggregate(TimeSpan.Zero, (sum, v) => sum + v.Spent)))];
    }

    private static StepTime Spent(WorkingCalendar office, SopRow row, DateTimeOffset from, DateTimeOffset until) =>
        new(row, office.Between(from, until));
}
