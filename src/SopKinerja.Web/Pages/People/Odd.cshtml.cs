using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

/// <summary>What is odd in the ties between people, one kind at a time; each row leads to the person.</summary>
public sealed class OddModel(SopDbContext db) : PageModel
{
    private const int PageSize = 40;

    [BindProperty(SupportsGet = true, Name = Keys.Kind)]
    public string? Jenis { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    /// <summary>The kind that is shown: the one asked for, or the first of which there is any.</summary>
    public KejanggalanRow Kind { get; private set; } = Kejanggalan.Rows[0];

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public int CountOf(KejanggalanRow kind) => Counts.GetValueOrDefault(kind.Kode);

    public async Task OnGetAsync()
    {
        Counts = await Kejanggalan.CountsAsync(db, HttpContext.RequestAborted);
        Kind = Kejanggalan.Rows.FirstOrDefault(r => r.Kode == Jenis)
            ?? Kejanggalan.Rows.FirstOrDefault(r => CountOf(r) > 0) ?? Kejanggalan.Rows[0];
        var rows = await Kind.Find(db).FollowingByName(db.Pegawai, Setelah).OrderBy(p => p.Nama).ThenBy(p => p.Id).Take(PageSize + 1)
            .Select(p => new PersonRow(
                p.Id, p.Nama, p.Jabatan, p.UnitKerja!.Nama, p.Atasan!.Nama, db.Pegawai.Count(b => b.AtasanId == p.Id && b.IsActive)))
            .ToListAsync(HttpContext.RequestAborted);
        Next = NextPage.Trim(Request, rows, PageSize, r => r.Id);
        Rows = rows;
    }

    /// <param name="Bawahan">How many active people are rated by that one.</param>
    public sealed record PersonRow(int Id, string Nama, string Jabatan, string? Unit, string? Atasan, int Bawahan);
}
