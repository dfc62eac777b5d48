using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Organisation;

public sealed class PenilaiModel(PenilaiChart chart, FilterLists lists, CurrentSettings settings, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = Keys.Unit)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Person)]
    public int? Pegawai { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Paper)]
    public string? Kertas { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public ChartPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        var (units, today) = (await lists.GetAsync(HttpContext.RequestAborted), Tanggal.DiWita(time.GetUtcNow()));
        if (await chart.LoadAsync(new(User.Actor()), Unit, Pegawai, Setelah, today, HttpContext.RequestAborted) is not { } found)
        {
            return HttpContext.Refuse(ChartPage.NotFound);
        }

        var paper = ChartPaper.Of(Kertas);
        Shown = new(
            found,
            found.On(paper, ChartPage.TitleOf(
                PenilaiChart.Judul, Pegawai is null ? units.Unit(Unit) : found.Roots[0].Title, settings.Value.NamaPendek, today)),
            paper, units.Units, kode => Links.Organisation.Penilai(Unit, Pegawai, kode, Setelah),
            Links.Organisation.PenilaiFile(Unit, Pegawai, Setelah),
            found.Last is { } last ? Links.Organisation.Penilai(Unit, Pegawai, after: last) : null);
        return Page();
    }
}
