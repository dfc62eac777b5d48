using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages;

// How the rows of the one command become the lists of the page.
public sealed partial class IndexModel
{
    /// <summary>The rows of the SOP that may wait for the reader.</summary>
    public IEnumerable<SelectListItem> Steps => SopTable.All
        .Where(r => !r.EndsByItself && (r.Pelaksana.IsParty() || Actor.Holds(r.Pelaksana)))
        .Select(r => new SelectListItem($"{r.Label} {r.Nama}", r.Stage.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> Units => Names.Units.Where(u => u.IsActive || u.Id == Queue.Unit).Select(u => u.Item);

    public IEnumerable<SelectListItem> Periods => Names.Periods.Where(p => p.IsActive || p.Id == Queue.Period).Select(p => p.Item);

    public IReadOnlyList<SelectListItem> Orders { get; } =
        [new("Terlama lebih dahulu", ""), new("Per unit kerja", WorkQueue.ByUnit), new("Menurut nama", WorkQueue.ByName)];

    private void Sort(List<IndexRow> rows, WorkingCalendar office)
    {
        var waiting = rows.Where(r => r.List == IndexRow.Awaiting).ToList();
        if (Queue.Order == QueueOrder.Age)
        {
            // Halves of a union have no order of their own.
            waiting = [.. waiting.OrderBy(r => r.Since).ThenBy(r => r.Id)];
        }

        if (waiting.Count > IndexLists.PageSize)
        {
            waiting.RemoveRange(IndexLists.PageSize, waiting.Count - IndexLists.PageSize);
            Next = Queue.Order == QueueOrder.Age ? $"{new TimeCursor(waiting[^1].Since, waiting[^1].Id)}" : $"{waiting[^1].Id}";
        }

        var tasks = waiting.Concat(rows.Where(r => r.List != IndexRow.Awaiting))
            .Select(r => FrontTask.Of(r, Queue, Names, office, Now)).OfType<FrontTask>();
        Tasks = IsWhole
            ? [.. tasks.OrderBy(t => t.LegalDay ?? DateOnly.MaxValue).ThenBy(t => t.Row.Since).ThenBy(t => t.Row.Id)]
            : [.. tasks];
        var mine = Tasks.Select(t => (t.Row.Id, t.EndsWith is not null)).ToHashSet();
        Keberatan = [.. rows.Where(r => r.List == IndexRow.Keberatan && !mine.Contains((r.Id, true))).OrderBy(r => r.Id)];
        SetsCapaian = rows.Any(r => r.List == IndexRow.Setter);
        Soon = [.. rows.Where(r => r.List == IndexRow.Soon && r.Reminder(Now) is not null).OrderBy(r => r.Limit).ThenBy(r => r.Id)];
        Resets = [.. rows.Where(r => r.List == IndexRow.Reset && r.ClosedAt is not null && r.Since > Now.AddDays(-30))
            .OrderByDescending(r => r.Since).ThenBy(r => r.Id)];
        Own = [.. rows.Where(r => r.List == IndexRow.Own).OrderByDescending(r => r.Id)];
    }

    /// <summary>"Sedang dikerjakan Dewi sejak 09.12."; null where nobody else has it open.</summary>
    public string? Held(IndexRow row) => row.HeldBy is { } nama && row.HeldSeen > Now - WorkClaim.Lasts
        ? new HeldBy(nama, row.HeldSince).Sentence : null;
}
