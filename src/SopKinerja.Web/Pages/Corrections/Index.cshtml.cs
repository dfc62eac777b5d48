using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Corrections;

/// <summary>What people ask to be put right: those that wait, the oldest first, then the answered, the newest first.</summary>
public sealed class IndexModel(SopDbContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    public IReadOnlyList<Row> Answered { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Waiting = Setelah is null
            ? await Rows(db.Corrections.Where(c => c.AnsweredAt == null).OrderBy(c => c.Id).Take(200)).OrderBy(r => r.Correction.Id)
                .ToListAsync(HttpContext.RequestAborted)
            : [];
        var answered = await Rows(db.Corrections.Where(c => c.AnsweredAt != null && (Setelah == null || c.Id < Setelah))
            .OrderByDescending(c => c.Id).Take(PageSize + 1)).OrderByDescending(r => r.Correction.Id)
            .ToListAsync(HttpContext.RequestAborted);
        Next = NextPage.Trim(Request, answered, PageSize, r => r.Correction.Id);
        Answered = answered;
    }

    private IQueryable<Row> Rows(IQueryable<Correction> corrections) =>
        corrections.AsNoTracking().Join(db.Pegawai, c => c.PegawaiId, p => p.Id, (c, p) => new Row { Correction = c, Nama = p.Nama });

    public sealed record Row
    {
        public required Correction Correction { get; init; }

        public required string Nama { get; init; }
    }
}
