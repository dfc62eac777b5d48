using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Persistence;

/// <summary>What comes next of what waits for somebody.</summary>
public static class WorkQueueQueries
{
    private const int Most = 100;

    public static IQueryable<Dossier> In(this IQueryable<Dossier> waiting, WorkQueue queue) => waiting.Where(d =>
        (queue.Stage == null || EF.Property<short>(d, DossierQueries.Stage) == queue.Stage)
        && (queue.Unit == null || d.UnitKerjaId == queue.Unit)
        && (queue.Period == null || d.PeriodId == queue.Period));

    public static IOrderedQueryable<Dossier> InOrder(this IQueryable<Dossier> waiting, QueueOrder order) => order switch
    {
        QueueOrder.Age => waiting.OrderBy(d => d.StepSince).ThenBy(d => d.Id),
        QueueOrder.Unit => waiting.OrderBy(d => d.UnitKerjaId).ThenBy(d => EF.Property<string>(d, DossierQueries.AsnNama))
            .ThenBy(d => d.Id),
        QueueOrder.Name => waiting.OrderBy(d => EF.Property<string>(d, DossierQueries.AsnNama)).ThenBy(d => d.Id),
        _ => throw new InvalidOperationException($"No queue is ordered by {order}."),
    };

    /// <summary>What follows a dossier in an order that does not change while it waits.</summary>
    public static IQueryable<Dossier> After(this IQueryable<Dossier> waiting, SopDbContext db, QueueOrder order, long id)
    {
        var last = db.Dossiers.Where(d => d.Id == id);
        return order == QueueOrder.Unit
            ? waiting.Where(d => EF.Functions.GreaterThan(
                ValueTuple.Create(d.UnitKerjaId, EF.Property<string>(d, DossierQueries.AsnNama), d.Id),
                ValueTuple.Create(last.Select(l => l.UnitKerjaId).First(),
                    last.Select(l => EF.Property<string>(l, DossierQueries.AsnNama)).First(), id)))
            : waiting.Where(d => EF.Functions.GreaterThan(
                ValueTuple.Create(EF.Property<string>(d, DossierQueries.AsnNama), d.Id),
                ValueTuple.Create(last.Select(l => EF.Property<string>(l, DossierQueries.AsnNama)).First(), id)));
    }

    /// <summary>The first at the same row that can be done now and that nobody else has open, in one command; null where there is
    /// none.</summary>
    public static async Task<NextWork?> NextAsync(
        this SopDbContext db, Actor actor, WorkQueue queue, SopRow row, long after, DateTimeOffset now, CancellationToken cancel)
    {
        var (me, over) = (actor.PegawaiId, now - WorkClaim.Lasts);
        var waiting = await db.AwaitingFor(actor).In(queue with { Stage = row.Stage })
            .Where(d => d.Id != after && !db.WorkClaims.Any(
                c => c.DossierId == d.Id && c.PegawaiId != me && c.Seen > over && c.Since > d.StepSince))
            .InOrder(queue.Order).Take(Most)
            .Select(d => new { d.Id, Nama = EF.Property<string>(d, DossierQueries.AsnNama), d.StepSince, d.LastDayToObject })
            .ToListAsync(cancel);
        var open = waiting.FindAll(w => row.PerformableSince(w.StepSince, w.LastDayToObject) <= now);
        return open is [var next, ..] ? new(next.Id, next.Nama, row, open.Count - 1, IsMore: waiting.Count == Most) : null;
    }
}

/// <param name="Left">How many wait after it.</param>
/// <param name="IsMore">Whether more wait than were counted.</param>
public sealed record NextWork(long Id, string Nama, SopRow Row, int Left, bool IsMore)
{
    /// <summary>"Rahmat (langkah 3), 7 lagi sesudahnya".</summary>
    public string Words => $"{Nama} (langkah {Row.Label})"
        + (Left == 0 ? ", yang terakhir" : $", {(IsMore ? "lebih dari " : "")}{Left} lagi sesudahnya");
}
