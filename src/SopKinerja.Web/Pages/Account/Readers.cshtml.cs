using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

/// <summary>Who else opened the results of the reader, or tried to: of all of them, or of one.</summary>
public sealed class ReadersModel(SopDbContext db, CurrentSettings settings) : PageModel
{
    private const int PageSize = 50;

    private static readonly Refusal NoPerson = new(
        RefusalKind.NotFound, "Akun ini bukan milik pegawai, jadi tidak ada hasil yang dapat dibuka orang lain.");

    [BindProperty(SupportsGet = true, Name = Keys.Dossier)]
    public long? Berkas { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public string? Setelah { get; set; }

    public int Months => settings.Value.AccessMonths;

    public IReadOnlyList<SelectListItem> Dossiers { get; private set; } = [];

    public IReadOnlyList<ReaderRow> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        if (User.Actor().PegawaiId is not { } me)
        {
            return HttpContext.Refuse(NoPerson);
        }

        var own = await db.Dossiers.AsNoTracking().Where(d => d.AsnId == me).OrderByDescending(d => d.Id)
            .Select(d => new { d.Id, d.Period, d.Bagian, d.Post }).ToListAsync(HttpContext.RequestAborted);
        var names = own.ToDictionary(d => d.Id, d => d.Period.NamaBagian(d.Bagian, d.Post));
        Dossiers = [.. names.Select(d => new SelectListItem(d.Value, $"{d.Key}"))];
        Berkas = Berkas is { } asked && names.ContainsKey(asked) ? asked : null;
        var rows = await db.ReadersOf(me, User.AccountId(), Berkas, TimeCursor.Parse(Setelah)).Take(PageSize + 1)
            .ToListAsync(HttpContext.RequestAborted);
        Next = NextPage.Trim(Request, rows, PageSize, e => new TimeCursor(e.At, e.Id));
        Rows = [.. rows.Select(e => ReaderRow.Of(e, names))];
        return Page();
    }
}
