using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Accounts.Slips;

/// <summary>Slips for all who cannot come in yet, or for some of them.</summary>
public sealed partial class IndexModel(
    SopDbContext db, EntrySlips slips, CurrentSettings settings, FilterLists lists, TimeProvider time) : PageModel, IShowsAgain
{
    /// <summary>Those whose slip still opens their account, too.</summary>
    public const string Again = "semua";

    public static readonly IReadOnlyList<SelectListItem> States =
        [new("Tanpa slip yang berlaku", ""), new("Semua yang belum masuk", Again)];

    [BindProperty(SupportsGet = true, Name = Keys.Unit)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.State)]
    public string? Keadaan { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<WaitingRow> Rows { get; private set; } = [];

    /// <summary>How many more there are than are shown.</summary>
    public int More { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public string? WhyNotPrinted => settings.Value.WhyNotPrinted;

    public int Days => settings.Value.SlipDays;

    /// <summary>Ticked, unless it was sent without.</summary>
    public bool IsTicked(int id) => !HttpMethods.IsPost(Request.Method) || Input.Akun.Contains(id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (WhyNotPrinted is { } why)
        {
            return await this.ShowAgainAsync("Input.Akun", why);
        }

        var me = User.AccountId();
        // A slip that still opens its account is only taken off it by who asked to see those too.
        var accounts = await Waiting(Keadaan == Again).Where(a => Input.Akun.Contains(a.Id) && a.Id != me).OrderBy(a => a.Id).ToListAsync();
        if (accounts.Count < Input.Akun.Distinct().Count())
        {
            ModelState.AddModelError("Input.Akun", "Keadaan sebagian akun ini sudah berubah: slipnya baru saja dibuat, pemiliknya sudah "
                + "masuk, atau akunnya ditutup. Belum ada slip yang dibuat. Periksa daftar di bawah, lalu buat slipnya.");
            return await this.ShowAgainAsync(StatusCodes.Status409Conflict);
        }

        EntryBatch? made = null;
        return await this.WhyNotSavedAsync(
            db, async () => made = await slips.MakeAsync(User, accounts), "Input.Akun", "Slip akun ini baru saja dibuat.")
            ?? this.Done($"{accounts.Count} slip masuk sudah dibuat.", Links.Accounts.SlipsOf(made!.Id));
    }

    public async Task LoadAsync()
    {
        Units = (await lists.GetAsync(HttpContext.RequestAborted)).Units.Where(u => u.IsActive).Select(u => u.Item);
        var waiting = Waiting(Keadaan == Again).Where(a => Unit == null || a.Pegawai!.UnitKerjaId == Unit);
        Rows = await waiting.AsNoTracking()
            .OrderBy(a => a.Pegawai!.UnitKerja!.Nama).ThenBy(a => a.Pegawai!.Nama ?? a.Nama).ThenBy(a => a.Id)
            .Take(EntrySlips.Most).Select(a => new WaitingRow(
                a.Id, a.UserName!, a.Pegawai!.Nama ?? a.Nama, a.Pegawai!.UnitKerja!.Nama, a.EntrySlips, a.EntryUntil)).ToListAsync();
        More = Rows.Count < EntrySlips.Most ? 0 : await waiting.CountAsync() - Rows.Count;
    }

    // The same question as that of Persiapan dinas.
    private IQueryable<Persistence.Account> Waiting(bool isAgain) => db.Users.WithoutEntry(isAgain ? DateTimeOffset.MaxValue : Now);

    public sealed record WaitingRow(int Id, string UserName, string Nama, string? Unit, int? Slips, DateTimeOffset? Until);
}
