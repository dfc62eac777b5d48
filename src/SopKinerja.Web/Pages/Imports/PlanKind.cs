using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Pages.Plans;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>SKP under one regulation: a draft is made or changed, and nothing is proposed.</summary>
internal abstract class PlanKind<TLine>(SopDbContext db, TimeProvider time) : RecordKind<TLine, PlanSubject>(db)
    where TLine : RecordLine, new()
{
    private const string NotOfTheDinas = "SKP hanya disusun bagi pegawai dinas ini yang masih aktif dan mempunyai unit kerja. Bila data "
        + "pegawai keliru, minta administrator memperbaikinya.";

    private IReadOnlyList<Period> _periods = [];
    private Period? _default;

    public abstract override string Method { get; }

    public override string Slug => LawPages.Of(Method).PlanSheet;

    public override string Nama => $"SKP {ScoringMethods.Row(Method).UsualName}";

    public override IReadOnlyList<Role> By => PlanTable.Row(PlanAct.Write).By;

    public override IReadOnlyList<FieldRefusal> Guards =>
        [new(UnsavedReason.Taken, nameof(RecordLine.PegawaiId), "SKP untuk periode ini baru saja dibuat. Periksa berkas sekali lagi.")];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancel)
    {
        await base.LoadAsync(scope, cancel);
        _periods = await Db.Periods.AsNoTracking().OrderByDescending(p => p.Mulai).ThenByDescending(p => p.Id).ToListAsync(cancel);
        var today = Tanggal.DiWita(time.GetUtcNow());
        _default = _periods.Where(p => p.Method == Method)
            .MaxBy(p => (p.Id == scope.Period, p.IsOpen, p.Mulai <= today && today <= p.Selesai, p.Mulai));
    }

    public override HeadRow Complete(HeadRow file)
    {
        if (_default is not { } period)
        {
            return file;
        }

        var (at, nip) = (Array.IndexOf(file.Columns, PeriodeHead), Array.IndexOf(file.Columns, NipHead));
        return at < 0
            ? file.With(PeriodeHead, period.Nama)
            : file.Filled(at, period.Nama, row => nip < 0 || row.Cell(nip).Length > 0);
    }

    protected override async Task<IReadOnlyList<PlanSubject>?> AllAsync(CancellationToken cancel)
    {
        if (Scope.Only is { } id)
        {
            var asked = await Plans().Where(p => p.Id == id).ToListAsync(cancel);
            return asked is [var plan] && plan.Method == Method && plan.WhyNot(PlanAct.View, Scope.Actor) is null
                ? [PlanSubject.Of(plan)] : null;
        }

        if (_default is not { } period)
        {
            return [];
        }

        var drafts = (await Plans().Where(p => p.PeriodId == period.Id && p.Post == 0 && p.State == PlanState.Draft).ToListAsync(cancel))
            .Where(p => p.WhyNot(PlanAct.Write, Scope.Actor) is null).Select(PlanSubject.Of);
        var without = Db.Pegawai.Where(p => !Db.Plans.Any(x => x.PegawaiId == p.Id && x.PeriodId == period.Id && x.Post == 0));
        var begun = period.IsOpen ? (await Candidate.Of(Db, without, period.Id).ToListAsync(cancel))
            .Where(c => c is { Hindrance: null, HasResult: false } && WhyNotBegin(c) is null)
            .Select(c => new PlanSubject(period, c.Pegawai, null, c)) : [];
        return [.. drafts.Concat(begun).OrderBy(s => s.Pegawai.Nama, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Pegawai.Id)];
    }

    protected override async Task<IReadOnlyList<Found<PlanSubject>>> FindAsync(
        IReadOnlyList<(int PegawaiId, string? Periode)> asked, CancellationToken cancel)
    {
        var found = asked.Select(a => PeriodOf(a.Periode)).ToArray();
        foreach (var group in asked.Index().Where(a => found[a.Index].Period is not null).GroupBy(a => found[a.Index].Period!))
        {
            var subjects = await OfPeriodAsync(group.Key, [.. group.Select(a => a.Item.PegawaiId).Distinct()], cancel);
            foreach (var (index, (person, _)) in group)
            {
                found[index].Found = subjects.GetValueOrDefault(person)
                    ?? new(null, Sentence: Plan.WhyNotBegin(person, Scope.Actor)?.Sentence ?? NotOfTheDinas);
            }
        }

        return [.. found.Select(f => f.Found)];
    }

    protected override async Task StoreAsync(Actor actor, PlanSubject subject, IReadOnlyList<TLine> lines)
    {
        var now = time.GetUtcNow();
        Plan plan;
        if (subject.Plan is { } there)
        {
            plan = await Db.Plans.Include(p => p.Period).SingleAsync(p => p.Id == there.Id);
            Db.Entry(plan).Property(p => p.Version).OriginalValue = there.Version;
        }
        else
        {
            var (pendekatan, isMandiri) = BeginningOf(lines);
            plan = subject.Candidate!.Begin(subject.Period, source: null, pendekatan, isMandiri, actor, now);
            Db.Plans.Add(plan);
        }

        plan.Write(ContentOf(subject, lines), actor, now);
        await Db.SaveChangesAsync();
    }

    /// <summary>What the page would keep.</summary>
    protected abstract PlanContent ContentOf(PlanSubject subject, IReadOnlyList<TLine> lines);

    /// <summary>What the page asks before there is a plan.</summary>
    protected virtual (Pendekatan Pendekatan, bool PimpinanUnitMandiri) BeginningOf(IReadOnlyList<TLine> lines) => default;

    private (Period? Period, Found<PlanSubject> Found) PeriodOf(string? nama)
    {
        var period = nama is null ? _default : _periods.FirstOrDefault(p => Plain(p.Nama) == Plain(nama));
        var others = string.Join(", ", _periods.Where(p => p.Method == Method).Take(5).Select(p => $"“{p.Nama}”"));
        var sentence = period is null
                ? others.Length == 0 ? $"Belum ada periode menurut {ScoringMethods.Row(Method).Nama}."
                    : $"Tidak ada periode “{nama}”. Tulis salah satu: {others}."
            : period.Method != Method
                ? $"Periode “{period.Nama}” dinilai menurut {period.Peraturan.Nama}. Pakai jenis impor untuk peraturan itu."
            : null;
        return (sentence is null ? period : null, new(null, nameof(RecordLine.Periode), sentence));
    }

    private async Task<Dictionary<int, Found<PlanSubject>>> OfPeriodAsync(Period period, int[] people, CancellationToken cancel)
    {
        var plans = await Plans().Where(p => p.PeriodId == period.Id && people.Contains(p.PegawaiId) && p.Post == 0).ToListAsync(cancel);
        var planned = plans.Select(p => p.PegawaiId).ToHashSet();
        int[] others = [.. people.Where(p => !planned.Contains(p))];
        var candidates = others.Length == 0 ? []
            : await Candidate.Of(Db, Db.Pegawai.Where(p => others.Contains(p.Id)), period.Id).ToListAsync(cancel);
        var keadaan = (await Db.Keadaan.AsNoTracking().Where(k => k.PeriodId == period.Id && people.Contains(k.PegawaiId))
            .OrderBy(k => k.Mulai).ToListAsync(cancel)).ToLookup(k => k.PegawaiId);
        var found = plans.Select(p => new Found<PlanSubject>(
                PlanSubject.Of(p) with { Keadaan = [.. keadaan[p.PegawaiId]] }, Sentence: p.WhyNot(PlanAct.Write, Scope.Actor)?.Sentence))
            .Concat(candidates.Select(c => new Found<PlanSubject>(
                new(period, c.Pegawai, null, c) { Keadaan = [.. keadaan[c.Pegawai.Id]] }, Sentence: WhyNotBegin(period, c))))
            .ToDictionary(f => f.Subject!.PegawaiId);
        await PrepareAsync(period, [.. found.Values.Select(f => f.Subject!)], cancel);
        return found;
    }

    /// <summary>Asks once for all what else the page shows.</summary>
    protected virtual Task PrepareAsync(Period period, IReadOnlyList<PlanSubject> subjects, CancellationToken cancel) => Task.CompletedTask;

    private string? WhyNotBegin(Period period, Candidate candidate) =>
        WhyNotBegin(candidate)?.Sentence
        ?? (period.IsOpen ? candidate.Hindrance : $"Periode “{period.Nama}” sudah ditutup, jadi SKP baru tidak dapat dibuat.");

    private Refusal? WhyNotBegin(Candidate candidate) => candidate.WhyNotBegin(Scope.Actor);

    private IQueryable<Plan> Plans() => Db.Plans.AsNoTracking()
        .Include(p => p.Period).Include(p => p.Pegawai.Atasan).Include(p => p.Atasan).AsSingleQuery();
}
