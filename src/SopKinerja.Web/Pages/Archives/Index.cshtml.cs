using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Pages.Dossiers;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Archives;

public sealed class IndexModel(SopDbContext db, FilterLists choices) : DossierSearchPageModel(db, choices)
{
    private const int PageSize = 50;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The last one; null while there is none.</summary>
    public Segel? Segel { get; private set; }

    public override string Address(DossierFilter filter) => Links.Archives.Search(filter);

    protected override async Task FindAsync()
    {
        var found = await Found.Where(d => d.ClosedAt != null).Take(PageSize + 1)
            .Select(d => new Row(d.Id, d.Parties, d.Period, d.Bagian, d.Post, d.ArchiveRecord!, d.ClosedAt!.Value))
            .ToListAsync(HttpContext.RequestAborted);
        Rows = [.. found.Take(PageSize)];
        Segel = await Db.LastSealAsync(HttpContext.RequestAborted);
        Next = found.Count > PageSize ? Rows[^1].Id : null;
    }

    public sealed record Row(long Id, Parties Parties, Period Period, int Bagian, int Post, ArchiveRecord Record, DateTimeOffset ClosedAt)
    {
        public string Periode => Period.NamaBagian(Bagian, Post);
    }
}
