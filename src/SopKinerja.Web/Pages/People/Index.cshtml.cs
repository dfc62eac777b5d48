using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Infrastructure.Ui;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People;

/// <summary>The people of the dinas and their superiors outside it.</summary>
public sealed class IndexModel(SopDbContext db) : PageModel
{
    private const int PageSize = 40;

    /// <summary>Values of <see cref="Status"/>.</summary>
    public static readonly IReadOnlyList<SelectListItem> Statuses = [new("Aktif", "aktif"), new("Tidak aktif", "tidak-aktif"), new("Semua", "semua")];

    [BindProperty(SupportsGet = true)]
    public string? Cari { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Status { get; set; } = "aktif";

    [BindProperty(SupportsGet = true)]
    public int? Setelah { get; set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Units = await db.UnitKerja.OrderBy(u => u.Nama).Select(u => new SelectListItem(u.Nama, u.Id.ToString())).ToListAsync();
        var rows = await Following(Found()).OrderBy(p => p.Nama).ThenBy(p => p.Id).Take(PageSize + 1)
            .Select(p => new PersonRow(p.Id, p.Nama, p.Nip, p.Jabatan, p.UnitKerja!.Nama, p.Atasan!.Nama, p.IsActive)).ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, r => r.Id);
        Rows = rows;
    }

    private IQueryable<Pegawai> Found()
    {
        var people = db.Pegawai.AsNoTracking()
            .Where(p => (Unit == null || p.UnitKerjaId == Unit) && (Status == "semua" || p.IsActive == (Status != "tidak-aktif")));
        var words = SearchText.Words(Cari);
        var digits = string.Concat(words);
        return digits.Length > 0 && digits.All(char.IsAsciiDigit)
            ? people.Where(p => p.Nip!.Contains(digits))
            : words.Aggregate(people, (found, word) =>
            {
                var pattern = SearchText.Pattern(word);
                return found.Where(p => EF.Functions.ILike(p.Nama, pattern, @"\"));
            });
    }

    private IQueryable<Pegawai> Following(IQueryable<Pegawai> people) => Setelah is null
        ? people
        : people.Where(p => db.Pegawai.Any(last => last.Id == Setelah
            && EF.Functions.GreaterThan(ValueTuple.Create(p.Nama, p.Id), ValueTuple.Create(last.Nama, last.Id))));

    /// <summary>One line of the list.</summary>
    public sealed record PersonRow(int Id, string Nama, string? Nip, string Jabatan, string? Unit, string? Atasan, bool IsActive);
}
