using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Units;

public sealed class IndexModel(SopDbContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyList<UnitRow> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var rows = await db.UnitKerja.AsNoTracking()
            .Where(u => Setelah == null || db.UnitKerja.Any(last => last.Id == Setelah
                && EF.Functions.GreaterThan(ValueTuple.Create(u.Nama, u.Id), ValueTuple.Create(last.Nama, last.Id))))
            .OrderBy(u => u.Nama).ThenBy(u => u.Id).Take(PageSize + 1)
            .Select(u => new UnitRow(
                u.Id, u.Kode, u.Nama, u.Induk!.Nama, u.IsActive, db.Pegawai.Count(p => p.UnitKerjaId == u.Id && p.IsActive)))
            .ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, r => r.Id);
        Rows = rows;
    }

    public sealed record UnitRow(int Id, string Kode, string Nama, string? Induk, bool IsActive, int Pegawai);
}
