using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Accounts;

public sealed class IndexModel(SopDbContext db, TimeProvider time) : PageModel
{
    private const int PageSize = 40;

    [BindProperty(SupportsGet = true, Name = Keys.Search)]
    public string? Cari { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public async Task OnGetAsync()
    {
        var held = await db.Users.Where(u => u.IsActive
            && u.Pegawai!.IsActive && u.Offices.Length > 0).Select(u => u.Offices).ToListAsync();
        Warnings = [.. Enum.GetValues<Role>()
            .Where(IsShared).Select(o => Warning(o, held.Count(h => h.Contains(o.ToString())))).OfType<string>()];
        var rows = await Found().OrderBy(u => u.UserName).ThenBy(u => u.Id).Take(PageSize + 1)
            .Select(u => new AccountRow(
                u.Id, u.UserName!, u.Pegawai!.Nama ?? u.Nama, u.Offices, u.IsActive, u.PasswordHash != null, u.EntryUntil)).ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, r => r.Id);
        Rows = rows;
    }

    private IQueryable<Persistence.Account> Found()
    {
        var accounts = db.Users.AsNoTracking()
            .Where(u => Setelah == null || db.Users.Any(last => last.Id == Setelah
                && EF.Functions.GreaterThan(ValueTuple.Create(u.UserName, u.Id), ValueTuple.Create(last.UserName, last.Id))));
        return accounts.Containing(Cari, u => SearchWords.SearchForm(u.UserName + " " + (u.Pegawai!.Nama ?? u.Nama)));
    }

    // No one performs a step on his own dossier, so every office that performs one needs a second holder.
    private static bool IsShared(Role office) => Roles.Offices.Contains(office) && SopTable.Rows.Any(row => row.Pelaksana == office);

    private static string? Warning(Role office, int holders) => holders switch
    {
        0 => $"Tugas {office.Nama()} belum ada pemegangnya, jadi langkahnya dalam SOP tidak dapat dikerjakan. Tunjuk paling sedikit dua "
            + "pemegang.",
        1 => $"Tugas {office.Nama()} hanya dipegang satu orang; berkas miliknya sendiri tidak dapat diproses. Tunjuk pemegang kedua.",
        _ => null,
    };

    public sealed record AccountRow(
        int Id, string UserName, string Nama, string[] Offices, bool IsActive, bool HasPassword, DateTimeOffset? Until);
}
