using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Realisasi under one regulation, for dossiers that wait in step 3: kept as its draft, and nothing is sent on.</summary>
internal abstract class InputKind<TLine>(SopDbContext db, TimeProvider time) : RecordKind<TLine, DossierSubject>(db)
    where TLine : RecordLine, new()
{
    private static readonly SopRow Row3 = SopTable.Row(Step.Input);

    public override string Slug => LawPages.Of(Law).InputSheet;

    public override string Nama => $"realisasi {ScoringMethods.Row(Law).UsualName}";

    public override IReadOnlyList<Role> By => [Row3.Pelaksana];

    protected abstract string Law { get; }

    /// <summary>What the page's form reads from the rows.</summary>
    protected abstract TypedRealisasi TypedOf(DossierSubject subject, IReadOnlyList<TLine> lines);

    protected override async Task<IReadOnlyList<DossierSubject>?> AllAsync(CancellationToken cancel)
    {
        if (Scope.Only is { } id)
        {
            var asked = await Dossiers().Where(d => d.Id == id && d.Method == Law).ToListAsync(cancel);
            return asked is [var dossier] && WhyNot(dossier) is null ? [new(dossier)] : null;
        }

        var waiting = Db.AwaitingFor(Scope.Actor).Select(d => d.Id);
        return [.. (await Dossiers().Where(d => d.Method == Law && waiting.Contains(d.Id)).ToListAsync(cancel))
            .Where(d => WhyNot(d) is null && (Scope.Period is null || d.PeriodId == Scope.Period))
            .OrderBy(d => d.Parties.Asn.Nama, StringComparer.OrdinalIgnoreCase).ThenBy(d => d.Id).Select(d => new DossierSubject(d))];
    }

    protected override async Task<IReadOnlyList<Found<DossierSubject>>> FindAsync(
        IReadOnlyList<(int PegawaiId, string? Periode)> asked, CancellationToken cancel)
    {
        int[] people = [.. asked.Select(a => a.PegawaiId).Distinct()];
        var dossiers = (await Dossiers().Where(d => d.Method == Law && people.Contains(d.AsnId) && d.ClosedAt == null).ToListAsync(cancel))
            .ToLookup(d => d.AsnId);
        return [.. asked.Select(a => Found(a.Periode, [.. dossiers[a.PegawaiId]]))];
    }

    protected override async Task StoreAsync(Actor actor, DossierSubject subject, IReadOnlyList<TLine> lines)
    {
        var dossier = await DossierLoading.ToWork(Db, subject.Dossier.Id)
            ?? throw new RowRefusedException(nameof(RecordLine.PegawaiId), "Berkas ini tidak ada lagi.");
        Db.Entry(dossier).Property(d => d.Version).OriginalValue = subject.Dossier.Version;
        dossier.TypeIn(TypedOf(new(dossier), lines), actor, time.GetUtcNow());
        await Db.SaveChangesAsync();
    }

    // Whom the period does not tell apart the step does: only one of them can be worked on.
    private Found<DossierSubject> Found(string? periode, IReadOnlyList<Dossier> dossiers)
    {
        var named = dossiers.Where(d => periode is null || Plain(d.NamaPeriode) == Plain(periode)).ToList();
        var open = named.Where(d => WhyNot(d) is null).ToList();
        return (open, named) switch
        {
            ([var only], _) => new(new(only)),
            ([], [var only]) => new(new(only), Sentence: WhyNot(only)!.Sentence),
            ([], _) => new(null, nameof(RecordLine.Periode), periode is null || dossiers.Count == 0
                ? $"Tidak ada berkas orang ini menurut {ScoringMethods.Row(Law).UsualName} yang menunggu {Row3.InSentence}."
                : $"Tidak ada berkas orang ini untuk “{periode}”. Berkasnya: {Names(dossiers)}."),
            _ => new(null, nameof(RecordLine.Periode), $"Ada beberapa berkas orang ini: {Names(open)}. Tulis periode yang dimaksud."),
        };
    }

    private static string Names(IEnumerable<Dossier> dossiers) => string.Join(", ", dossiers.Select(d => $"“{d.NamaPeriode}”").Take(5));

    private Refusal? WhyNot(Dossier dossier) => Procedure.WhyNot(dossier, Row3, Act.Work, Scope.Actor, time.GetUtcNow());

    private IQueryable<Dossier> Dossiers() => Db.Dossiers.AsNoTracking().Include(d => d.Period).Include(d => d.History.OrderBy(h => h.No));
}
