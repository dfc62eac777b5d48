using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>One dossier by its key, each time in one command, made ready once; the procedure asks the history, so it always comes
/// along.</summary>
public static class DossierLoading
{
    public static readonly Func<SopDbContext, long, Task<Dossier?>> ToWork = EF.CompileAsyncQuery((SopDbContext db, long id) => db.Dossiers
        .IgnoreQueryFilters()
        .Include(d => d.Period).Include(d => d.History.OrderBy(h => h.No)).SingleOrDefault(d => d.Id == id));

    /// <summary>To be changed, with the documents; there are three at most of each version.</summary>
    public static readonly Func<SopDbContext, long, Task<Dossier?>> ToSign = EF.CompileAsyncQuery((SopDbContext db, long id) => db.Dossiers
        .IgnoreQueryFilters()
        .Include(d => d.Period).Include(d => d.History.OrderBy(h => h.No)).Include(d => d.Documents)
        .AsSingleQuery().SingleOrDefault(d => d.Id == id));

    public static readonly Func<SopDbContext, long, Task<Dossier?>> ToDuplicate =
        EF.CompileAsyncQuery((SopDbContext db, long id) => db.Dossiers
        .IgnoreQueryFilters()
        .Include(d => d.Period).Include(d => d.History.OrderBy(h => h.No))
        .Include(d => d.Documents).Include(d => d.Copies.OrderBy(c => c.No)).Include(d => d.Scans.OrderBy(s => s.No))
        .AsSingleQuery().SingleOrDefault(d => d.Id == id));

    /// <summary>Many, with all that a row of the SOP may ask for; to be judged, not changed.</summary>
    public static IQueryable<Dossier> ToJudge(SopDbContext db, IReadOnlyCollection<long> ids) => db.Dossiers.AsNoTracking()
        .Include(d => d.Period).Include(d => d.History.OrderBy(h => h.No)).Include(d => d.Documents)
        .Include(d => d.Copies.OrderBy(c => c.No)).Include(d => d.Scans.OrderBy(s => s.No)).AsSplitQuery()
        .Where(d => ids.Contains(d.Id));

    public static readonly Func<SopDbContext, long, Task<Dossier?>> ToShow = EF.CompileAsyncQuery((SopDbContext db, long id) => db.Dossiers
        .IgnoreQueryFilters()
        .AsNoTracking().Include(d => d.Period).Include(d => d.History.OrderBy(h => h.No)).Include(d => d.Documents)
        .Include(d => d.Scans.OrderBy(s => s.No)).AsSingleQuery().SingleOrDefault(d => d.Id == id));

    public static readonly Func<SopDbContext, long, Task<DossierOnPaper?>> WithPapers =
        EF.CompileAsyncQuery((SopDbContext db, long id) => db.Dossiers
        .IgnoreQueryFilters()
        .AsNoTracking().Include(d => d.Period).Include(d => d.History.OrderBy(h => h.No)).Where(d => d.Id == id)
        .Select(d => new DossierOnPaper(d, db.Set<DossierPapers>().Where(p => p.DossierId == d.Id).Select(p => p.Papers).FirstOrDefault()))
        .SingleOrDefault());
}

public sealed record DossierOnPaper(Dossier Dossier, IReadOnlyList<Paper>? Papers);

/// <summary>A stored document (number 0, its hash), a numbered copy (for whom) or a numbered scan (its hash).</summary>
public sealed record Paper(int No, DocumentKind? Kind, int Version, string Text, DateTimeOffset At, bool IsScan = false);

/// <summary>The papers of one dossier as one value, so that they come with the dossier and do not multiply the lines of its
/// history.</summary>
public sealed class DossierPapers
{
    internal const string Sql = """
        select dossier_id, jsonb_agg(jsonb_build_object(
            'No', no, 'Kind', kind, 'Version', version, 'Text', text, 'At', at, 'IsScan', is_scan) order by no, at) as papers
        from (select dossier_id, 0 as no, kind, version, sha256 as text, drawn_at as at, false as is_scan from documents
              union all select dossier_id, no, null, 0, for_whom, made_at, false from copies
              union all select dossier_id, no, null, version, sha256, added_at, true from scans) as p
        group by dossier_id
        """;

    public long DossierId { get; private set; }

    public IReadOnlyList<Paper> Papers { get; private set; } = [];
}
