using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>The results of a period or a part of it, person by person, but never the reader's own.</summary>
public sealed class ResultsModel(SopDbContext db, FilterLists choices) : PageModel, IChoosesPeriod, IShowsResults
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Part)]
    public int? Bagian { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public long? Setelah { get; set; }

    public PeriodChoice Choice { get; private set; } = PeriodChoice.None;

    public ResultWords Words { get; private set; } = ResultWords.Of(null);

    public IReadOnlyList<ResultRow> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public (AccessKind Kind, IReadOnlyCollection<Opened> Of) Shows => (AccessKind.List, [.. Rows.Select(
        r => new Opened(r.Parties.Asn.PegawaiId, r.Id, null, ReadingCapacity.Of(User.Actor())))]);

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Choice = PeriodChoice.Of(await choices.GetAsync(HttpContext.RequestAborted), Periode, Bagian);
        (Periode, Bagian, Words) = (Choice.Period?.Id, Choice.Bagian, ResultWords.Of(Choice.Period?.Method));
        var rows = await Following(db.Dossiers.AsNoTracking().ResultsOfOthersFor(User.Actor(), Periode, Choice.Bagian))
            .OrderBy(d => EF.Property<string>(d, DossierQueries.AsnNama)).ThenBy(d => d.Id).Take(PageSize + 1)
            .Select(d => new ResultRow(d.Id, d.Parties, d.Outcome)).ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, r => r.Id);
        Rows = rows;
    }

    private IQueryable<Dossier> Following(IQueryable<Dossier> dossiers) => Setelah is null
        ? dossiers
        : dossiers.Where(d => db.Dossiers.Any(last => last.Id == Setelah && EF.Functions.GreaterThan(
            ValueTuple.Create(EF.Property<string>(d, DossierQueries.AsnNama), d.Id),
            ValueTuple.Create(EF.Property<string>(last, DossierQueries.AsnNama), last.Id))));

    public sealed record ResultRow(long Id, Parties Parties, Outcome? Outcome);
}
