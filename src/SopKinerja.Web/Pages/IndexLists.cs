using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
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

    private const int Few = 20;

    private static readonly PerOffices<Func<SopDbContext, int, IAsyncEnumerable<IndexRow>>> FirstPages = new((offices, others) =>
        EF.CompileAsyncQuery(Waiting(offices, others).Concat(Proposed(others)).Concat(Stopped).Concat(Owned).Concat(Certified)
            .Concat(Passing).Concat(Undelivered(offices)).Concat(WithoutCapaian(others)).Concat(Setting(others))
            .Concat(Resets(offices)).Concat(SecondOfficer(offices))));

    /// <summary>All lists, what waits from the oldest on, with one row more than a page when there are more.</summary>
    public static IAsyncEnumerable<IndexRow> First(SopDbContext db, Actor actor, int me) => FirstPages.For(actor)(db, me);

    public static IAsyncEnumerable<IndexRow> After(SopDbContext db, Actor actor, TimeCursor after)
    {
        var (at, key) = (after.At, after.Id);
        return db.AwaitingFor(actor)
            .Where(d => EF.Functions.GreaterThan(ValueTuple.Create(d.StepSince, d.Id), ValueTuple.Create(at, key)))
            .OrderBy(d => d.StepSince).ThenBy(d => d.Id).Take(PageSize + 1)
            .Select(Row(IndexRow.Awaiting))
            .AsAsyncEnumerable();
    }

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
            Bagian = 0,
            Post = 0,
            Stage = SopRow.StageOf(Domain.Sop.Step.Collect, Substep.None),
            Since = DateTimeOffset.UnixEpoch,
            Until = p.PostUntil,
            ClosedAt = p.AgreedAt,
            IsStopped = false,
        });

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
            PeriodId = 0,
            Bagian = 0,
            Post = 0,
            Stage = SopRow.StageOf(Domain.Sop.Step.Collect, Substep.None),
            Since = c.NotAfter!.Value,
            Until = (DateOnly?)null,
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
            PeriodId = 0,
            Bagian = 0,
            Post = 0,
            Stage = SopRow.StageOf(Domain.Sop.Step.Collect, Substep.None),
            Since = DateTimeOffset.UnixEpoch,
            Until = (DateOnly?)null,
            ClosedAt = null,
            IsStopped = false,
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
                PeriodId = 0,
                Bagian = 0,
                Post = 0,
                Stage = SopRow.StageOf(Domain.Sop.Step.Collect, Substep.None),
                Since = a.ResetAt!.Value,
                Until = (DateOnly?)null,
                ClosedAt = a.ConfirmedAt,
                IsStopped = false,
            });
    }

    // The keys of those that wait longest are read from an index alone, and only they themselves from the table.
    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Waiting(
        IReadOnlySet<Role> offices, IReadOnlyList<int> others) => Rows(
        IndexRow.Awaiting,
        Awaiting.Of(offices, others).Then((db, _, waiting) => waiting.OrderBy(d => d.StepSince).ThenBy(d => d.Id).Take(PageSize + 1)
            .Select(d => d.Id).Join(db.Dossiers, id => id, d => d.Id, (_, d) => d)));

    private static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Rows(
        int list, Expression<Func<SopDbContext, int, IQueryable<Dossier>>> dossiers)
    {
        var row = Row(list);
        return dossiers.Then((_, _, found) => found.Select(row));
    }

    private static Expression<Func<Dossier, IndexRow>> Row(int list) => d => new IndexRow
    {
        List = list,
        Id = d.Id,
        Nama = EF.Property<string>(d, DossierQueries.AsnNama),
        UnitKerjaId = d.UnitKerjaId,
        PeriodId = d.PeriodId,
        Bagian = d.Bagian,
        Post = d.Post,
        Stage = EF.Property<short>(d, DossierQueries.Stage),
        Since = d.StepSince,
        Until = d.LastDayToObject,
        ClosedAt = d.ClosedAt,
        IsStopped = (d.Substep == Substep.Tanggapan || d.Substep == Substep.Keputusan),
    };
}
