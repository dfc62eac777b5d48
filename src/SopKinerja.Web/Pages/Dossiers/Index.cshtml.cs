using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

public sealed class IndexModel(SopDbContext db, FilterLists choices) : DossierSearchPageModel(db, choices)
{
    private const int PageSize = 25;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public override string Address(DossierFilter filter) => Links.Dossiers.Search(filter);

    protected override async Task FindAsync()
    {
        var found = await Found.Take(PageSize + 1)
            .Select(d => new Row(
                d.Id, d.Parties, d.Period, d.Bagian, d.Post, EF.Property<short>(d, DossierQueries.Stage), d.StepSince, d.ClosedAt,
                d.CancelledAt, (d.Substep == Substep.Tanggapan || d.Substep == Substep.Keputusan)))
            .ToListAsync(HttpContext.RequestAborted);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Id : null;
    }

    public sealed record Row(
        long Id, Parties Parties, Period Period, int Bagian, int Post, int Stage, DateTimeOffset StepSince, DateTimeOffset? ClosedAt,
        DateTimeOffset? CancelledAt, bool IsStopped)
    {
        public string Periode => Period.NamaBagian(Bagian, Post);

        public SopRow Sop => SopTable.RowAt(Stage);
    }
}
