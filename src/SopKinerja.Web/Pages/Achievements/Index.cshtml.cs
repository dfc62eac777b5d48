using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Reports;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Achievements;

/// <summary>The capaian kinerja organisasi of every unit that the reader sets or reads, for a period or a part of it.</summary>
public sealed class IndexModel(SopDbContext db, FilterLists choices, TimeProvider time) : PageModel, IChoosesPeriod
{
    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Part)]
    public int? Bagian { get; set; }

    public PeriodChoice Choice { get; private set; } = PeriodChoice.None;

    public IReadOnlyList<CapaianRow> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        Choice = PeriodChoice.Of(all.MeasuredBy(m => m.HasPolaDistribusi), Periode, Bagian);
        (Periode, Bagian) = (Choice.Period?.Id, Choice.Bagian);
        if (Choice.Period is not null)
        {
            Rows = await CapaianRow.OfAsync(db, Choice, User.Actor(), Tanggal.DiWita(time.GetUtcNow()));
        }
    }
}
