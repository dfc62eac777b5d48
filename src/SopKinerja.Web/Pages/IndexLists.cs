using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages;

/// <summary>
/// The lists of the front page, in one command: the halves of a union all name the same columns. Units and periods come by their keys,
/// because the server would take longer to plan the joins than to answer.
/// </summary>
public static class IndexLists
{
    public const int PageSize = 50;

    /// <summary>Up to which plans without a dossier are counted.</summary>
    public const int MostCounted = 1000;

    private const int Few = 20;

    private static readonly ConcurrentDictionary<(int Period, int Part), PerOffices<Func<SopDbContext, int, IAsyncEnumerable<IndexRow>>>>
        FirstPages = new();

    /// <summary>All lists, what waits from the oldest on, with one row more than a page when there are more.</summary>
    /// <param name="period">The present one, and which of its parts is evaluated now; 0 for none.</param>
    public static IAsyncEnumerable<IndexRow> First(SopDbContext db, Actor actor, int me, int period, int part) => FirstPages
        .GetOrAdd((period, part), static at => new((offices, others) =>
            EF.CompileAsyncQuery(IndexRows.Whole(Waiting(IndexRow.Awaiting, Undated, offices, others)
                .Concat(Waiting(IndexRow.Dated, SopTable.Dated, offices, others))
                .Concat(Proposed(others)).Concat(OwnPlans).Concat(NoPlan(at.Period)).Concat(ToOpen(at.Period, at.Part, offices))
                .Concat(Stopped).Concat(Owned).Concat(Certified).Concat(Passing).Concat(Undelivered(offices))
                .Concat(WithoutCapaian(others)).Concat(Setting(others)).Concat(Resets(offices)).Concat(SecondOfficer(offices))))))
        .For(actor)(db, me);

    /// <summary>The keys of the dossiers and plans that only the reader carries on, up to a number of each, for the head of every
    /// page.</summary>
    public static Expression<Func<SopDbContext, int, IQueryable<long>>> Keys(
        IReadOnlySet<Role> offices, IReadOnlyList<int> others, int most) =>
        Awaiting.Of(offices, others)
            .Then((_, _, waiting) => waiting.OrderBy(d => d.StepSince).ThenBy(d => d.Id).Take(most).Select(d => d.Id))
            .Concat(Proposed(others).Then((_, _, rows) => rows.Select(r => r.Id)))
            .Concat(OwnPlans.Then((_, _, rows) => rows.Select(r => r.Id)));

    /// <summary>What waits as the queue chooses and orders it, after a dossier of it or from its beginning.</summary>
    public static IQueryable<IndexRow> In(SopDbContext db, Actor actor, int me, WorkQueue queue, string? after)
    {
        var waiting = db.AwaitingFor(actor).In(queue);
        if (queue.Order != QueueOrder.Age)
        {
            waiting = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? waiting.After(db, queue.Order, id) : waiting;
        }
        else if (TimeCursor.Parse(after) is { At: var at, Id: var key })
        {
            waiting = waiting.Where(d => EF.Functions.GreaterThan(ValueTuple.Create(d.StepSince, d.Id), ValueTuple.Create(at, key)));
        }

        if (queue.IsDefault)
        {
            waiting = waiting.Where(d => Undated.Contains(EF.Property<short>(d, DossierQueries.Stage)));
        }

        return HeldRows(db, me, waiting.InOrder(queue.Order).Take(PageSize + 1));
    }

    private static readonly Func<SopDbContext, int, IQueryable<Dossier>, IQueryable<IndexRow>> HeldRows =
        IndexRows.Held(IndexRow.Awaiting).Compile();

    // Those that nobody but the performer carries on; what has a day stands in a list of its own, so that a long one does not hide it.
    private static readonly List<short> Undated = [.. SopTable.All.Select(r => (short)r.Stage).Except(SopTable.Dated)];

    // A plan has no step and is not closed; the union wants the columns all the same.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Proposed(IReadOnlyList<int> others) => (db, me) => db.Plans
        .Where(p => (p.AtasanId == me || others.Contains(p.AtasanId)) && p.PegawaiId != me && p.State == PlanState.Proposed)
        .OrderBy(p => p.Id).Take(Few)
        .Select(p => new IndexRow
        {
            List = IndexRow.Plan,
            Id = p.Id,
            Nama = p.Pegawai.Nama,
            UnitKerjaId = p.Pegawai.UnitKerjaId,
            PeriodId = p.PeriodId,
            Since = p.History.Max(h => h.At),
            Until = p.PostUntil,
            ClosedAt = p.AgreedAt,
        });

    // Drafts of my own, with the words of whoever gave them back.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> OwnPlans => (db, me) => db.Plans
        .Where(p => p.PegawaiId == me && p.State == PlanState.Draft && p.Period.IsOpen)
        .OrderBy(p => p.Id).Take(Few)
        .Select(p => new IndexRow
        {
            List = IndexRow.OwnPlan,
            Id = p.Id,
            Nama = p.Pegawai.Nama,
            UnitKerjaId = p.Pegawai.UnitKerjaId,
            PeriodId = p.PeriodId,
            Since = p.History.Max(h => h.At),
            Until = p.PostUntil,
            ClosedAt = p.AgreedAt,
            Reason = p.History.Where(h => h.Move != PlanMove.Written && h.Move != PlanMove.Followed).OrderByDescending(h => h.No)
                .Select(h => h.Reason).FirstOrDefault(),
        });

    // Whoever is away for a part of the period may not need one; the office knows.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> NoPlan(int period) => (db, me) => db.Pegawai
        .Where(p => p.Id == me && p.IsActive && p.AtasanId != null && period != 0
            && !db.Plans.Any(x => x.PegawaiId == me && x.PeriodId == period)
            && !db.Keadaan.Any(k => k.PegawaiId == me && k.PeriodId == period))
        .Select(p => new IndexRow
        {
            List = IndexRow.NoPlan,
            Id = p.Id,
            Nama = p.Nama,
            UnitKerjaId = p.UnitKerjaId,
            PeriodId = period,
        });

    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> ToOpen(int period, int part, IReadOnlySet<Role> offices)
    {
        var may = period != 0 && offices.Contains(SopTable.Rows[0].Pelaksana);
        var waiting = Dossiers.Step1Collect.DossierOpening.WaitingIn.With(part);
        return waiting.Then((db, me, plans) => db.Pegawai.Where(p => may && p.Id == me).Select(p => new IndexRow
        {
            List = IndexRow.ToOpen,
            Id = plans.Where(x => x.PeriodId == period && x.PegawaiId != me).Take(MostCounted).Count(),
            Nama = p.Nama,
            UnitKerjaId = p.UnitKerjaId,
            PeriodId = period,
            Bagian = part,
        }));
    }

    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Stopped => Rows(IndexRow.Keberatan, (db, me) => db.Dossiers
        .Where(d => (d.AtasanLangsungId == me || d.AtasanPejabatPenilaiId == me)
            && (d.Substep == Substep.Tanggapan || d.Substep == Substep.Keputusan))
        .OrderBy(d => d.Id).Take(Few));

    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Owned => Rows(IndexRow.Own, (db, me) => db.Dossiers
        .Where(d => d.AsnId == me).OrderByDescending(d => d.Id).Take(Few));

    // What passes to the reader when nobody does anything: a result or an objection to the atasan pejabat penilai, his authority to the
    // next higher. The oldest first, so that the nearest limits are among them.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Passing
    {
        get
        {
            var toAtasan = Stages(l => l.Move is Move.Unsigned or Move.Unanswered);
            var toHigher = Stages(l => l.Move == Move.Passed);
            return Rows(IndexRow.Soon, (db, me) => db.Dossiers
                .Where(d => d.ClosedAt == null && d.AsnId != me
                    && ((d.AtasanPejabatPenilaiId == me && toAtasan.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                        || (d.PejabatLebihTinggiId == me && toHigher.Contains(EF.Property<short>(d, DossierQueries.Stage)))))
                .OrderBy(d => d.StepSince).ThenBy(d => d.Id).Take(Few));
        }
    }

    // Results that the rated person has not opened: who may hand them over is reminded.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Undelivered(IReadOnlySet<Role> offices)
    {
        var act = SopTable.Row(Act.Deliver);
        var (stages, may) = (act.At.Select(s => (short)s).ToList(), act.By.Any(offices.Contains));
        return Rows(IndexRow.Undelivered, (db, me) => db.Dossiers
            .Where(d => may && d.ClosedAt == null && d.AsnId != me && (d.AtasanPejabatPenilaiId ?? d.AtasanLangsungId) != me
                && d.LastDayToObject == null && d.Keberatan == null && stages.Contains(EF.Property<short>(d, DossierQueries.Stage)))
            .OrderBy(d => d.StepSince).ThenBy(d => d.Id).Take(Few));
    }

    // Said not to be signed, or signed with a certificate that does not fit: never to its signer, nor to whom the dossier is about or
    // waits for.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> SecondOfficer(IReadOnlySet<Role> offices)
    {
        var may = SopTable.Releasing.Any(offices.Contains);
        var from = SopTable.Views.Where(v => SopTable.Releasing.Contains(v.Role) && offices.Contains(v.Role))
            .Select(v => v.DossierFrom).DefaultIfEmpty().Min();
        var (penilai, above) = (StagesOf(Role.AtasanLangsung), StagesOf(Role.AtasanPejabatPenilai));
        return Rows(IndexRow.SecondOfficer, (db, me) => db.Dossiers
            .Where(d => may && d.Step >= from && d.ClosedAt == null && d.CancelledAt == null && d.AsnId != me
                && !(d.AtasanLangsungId == me && penilai.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                && !((d.AtasanPejabatPenilaiId ?? d.AtasanLangsungId) == me && above.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                && db.Set<BsreAttempt>().Where(BsreAttemptQueries.IsUndecided).Any(a => a.DossierId == d.Id && a.SignerId != me
                && (a.StatedAt != null
                    || db.Set<BsreCertificate>().Any(c => c.AttemptId == a.Id && c.Doubt != null && c.AcceptedAt == null))))
            .OrderBy(d => d.Id).Take(Few));
    }

    private static List<short> StagesOf(Role performer) =>
        [.. SopTable.All.Where(r => r.Pelaksana == performer).Select(r => (short)r.Stage)];

    private static List<short> Stages(Func<Lewat, bool> which) =>
        [.. SopTable.All.Where(r => r.Lewat is { } lewat && which(lewat)).Select(r => (short)r.Stage)];

    // The certificate in use, at most one, with its end; a request that waits for its successor makes the warning needless.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Certified => (db, me) => db.Set<SigningCertificate>()
        .Where(c => c.PegawaiId == me && c.IssuedAt != null && c.EndedAt == null)
        .Join(db.Pegawai, c => c.PegawaiId, p => p.Id, (c, p) => new IndexRow
        {
            List = IndexRow.Certificate,
            Id = c.Id,
            Nama = p.Nama,
            UnitKerjaId = p.UnitKerjaId,
            Since = c.NotAfter!.Value,
            ClosedAt = c.EndedAt,
            IsStopped = db.Set<SigningCertificate>().Any(w => w.PegawaiId == me && w.IssuedAt == null && w.EndedAt == null),
        });

    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> WithoutCapaian(IReadOnlyList<int> others)
    {
        var validate = (short)SopTable.Row(Domain.Sop.Step.Validate).Stage;
        var methods = ScoringMethods.Rows.Where(m => m.HasPolaDistribusi).Select(m => m.Key).ToList();
        return Rows(IndexRow.Capaian, (db, me) => db.Dossiers
            .Where(d => EF.Property<short>(d, DossierQueries.Stage) == validate && d.ClosedAt == null && methods.Contains(d.Method)
                && db.CapaianSetters.Any(s => s.UnitKerjaId == d.UnitKerjaId && (s.PegawaiId == me || others.Contains(s.PegawaiId)))
                && !db.CapaianUnit.Any(c => c.PeriodId == d.PeriodId && c.Bagian == d.Bagian && c.UnitKerjaId == d.UnitKerjaId)
                && !db.Dossiers.Any(e => e.Id < d.Id && EF.Property<short>(e, DossierQueries.Stage) == validate && e.ClosedAt == null
                    && e.PeriodId == d.PeriodId && e.Bagian == d.Bagian && e.UnitKerjaId == d.UnitKerjaId))
            .OrderBy(d => d.Id).Take(Few));
    }

    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Setting(IReadOnlyList<int> others) => (db, me) =>
        db.CapaianSetters.Where(s => s.PegawaiId == me || others.Contains(s.PegawaiId)).OrderBy(s => s.UnitKerjaId).Take(1)
        .Join(db.Pegawai, s => s.PegawaiId, p => p.Id, (s, p) => new IndexRow
        {
            List = IndexRow.Setter,
            Id = s.UnitKerjaId,
            Nama = p.Nama,
            UnitKerjaId = s.UnitKerjaId,
        });

    // Those who wait for their confirmation first, then the newest.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Resets(IReadOnlySet<Role> offices)
    {
        var may = Access.Confirmations.By.Any(offices.Contains);
        return (db, me) => db.Users.Where(a => may && a.ResetAt != null && a.IsActive
                && (a.PegawaiId != null || a.Offices.Contains(nameof(Role.Auditor))))
            .OrderBy(a => a.ConfirmedAt != null).ThenByDescending(a => a.ResetAt).ThenBy(a => a.Id).Take(Few)
            .Select(a => new IndexRow
            {
                List = IndexRow.Reset,
                Id = a.Id,
                Nama = a.Pegawai!.Nama ?? (a.Nama + " (auditor)"),
                UnitKerjaId = a.Pegawai!.UnitKerjaId,
                Since = a.ResetAt!.Value,
                ClosedAt = a.ConfirmedAt,
            });
    }

    // The keys of those that wait longest are read from an index alone, and only they themselves from the table.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Waiting(
        int list, IReadOnlyCollection<short> stages, IReadOnlySet<Role> offices, IReadOnlyList<int> others) =>
        Awaiting.Of(offices, others).Then((db, _, waiting) => waiting
            .Where(d => stages.Contains(EF.Property<short>(d, DossierQueries.Stage)))
            .OrderBy(d => d.StepSince).ThenBy(d => d.Id).Take(PageSize + 1)
            .Select(d => d.Id).Join(db.Dossiers, id => id, d => d.Id, (_, d) => d))
        .Then(IndexRows.Held(list));

    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Rows(
        int list, Expression<Func<SopDbContext, int, IQueryable<Dossier>>> dossiers)
    {
        var row = IndexRows.Of(list);
        return dossiers.Then((_, _, found) => found.Select(row));
    }
}
