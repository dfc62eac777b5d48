using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

/// <summary>The people of the dinas and their superiors outside it. A search by NIP is shown in place, so that no address holds
/// one.</summary>
public sealed partial class IndexModel(SopDbContext db) : PageModel, IShowsAgain
{
    private const int PageSize = 40;

    public const string Everybody = "semua";

    private const string Left = "tidak-aktif";

    public static readonly IReadOnlyList<SelectListItem> States = [new("Aktif", ""), new("Tidak aktif", Left), new("Semua", Everybody)];

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public Task OnGetAsync(string? cari, int? unit, string? keadaan, int? setelah)
    {
        Input = new() { Cari = SearchText.LooksLikeNip(cari) ? null : SearchText.Clean(cari), Unit = unit, Keadaan = keadaan };
        return FindAsync(setelah);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!SearchText.LooksLikeNip(Input.Cari))
        {
            return LocalRedirect(Links.People.Search(SearchText.Clean(Input.Cari), Input.Unit, Input.Keadaan));
        }

        await FindAsync(null);
        return Page();
    }

    public async Task LoadAsync()
    {
        Next = new(Request, null);
        Units = UnitChoice.Items(
            await db.UnitKerja.OrderBy(u => u.Nama).ThenBy(u => u.Kode).Select(u => new UnitChoice(u.Id, u.Nama, u.Kode)).ToListAsync());
    }

    private async Task FindAsync(int? after)
    {
        await LoadAsync();
        var rows = await Found().FollowingByName(db.Pegawai, after).OrderBy(p => p.Nama).ThenBy(p => p.Id).Take(PageSize + 1)
            .Select(p => new PersonRow(p.Id, p.Nama, p.Nip, p.Jabatan, p.UnitKerja!.Nama, p.Atasan!.Nama, p.IsActive)).ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, r => r.Id);
        Rows = rows;
    }

    private IQueryable<Pegawai> Found() => db.Pegawai.AsNoTracking()
        .Where(p => (Input.Unit == null || p.UnitKerjaId == Input.Unit)
            && (Input.Keadaan == Everybody || p.IsActive == (Input.Keadaan != Left)))
        .NamedOrNumbered(Input.Cari);

    public sealed record PersonRow(int Id, string Nama, string? Nip, string Jabatan, string? Unit, string? Atasan, bool IsActive);
}
