using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>The books of notes that an atasan langsung keeps in the open periods, one for each of his people.</summary>
public sealed class BooksModel(SopDbContext db) : PageModel
{
    public IReadOnlyList<BookRow> Books { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var closing = db.Dossiers.ClosingBooks();
        Books = await db.Plans.NotedBy(db, User.Actor()).Where(p => p.Period.IsOpen)
            .OrderByDescending(p => p.Period.Mulai).ThenBy(p => p.Pegawai.Nama).ThenBy(p => p.Id)
            .Select(p => new BookRow(
                p.Id, p.Pegawai.Nama, p.Pegawai.Jabatan, p.Period.Nama, p.Notes.Count, p.Notes.Max(n => (DateOnly?)n.Date),
                closing.Any(d => d.PeriodId == p.PeriodId && d.AsnId == p.PegawaiId && d.Post == p.Post)))
            .ToListAsync(HttpContext.RequestAborted);
    }

    /// <param name="Terakhir">The latest day of which a note tells.</param>
    public sealed record BookRow(
        long PlanId, string Pegawai, string Jabatan, string Periode, int Jumlah, DateOnly? Terakhir, bool IsClosed);
}
