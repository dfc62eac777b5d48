using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

/// <summary>The days on which no working time is counted.</summary>
public sealed partial class HolidaysModel(SopDbContext db, HolidayChanges changes, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery(Name = Keys.Year)]
    public int? Tahun { get; set; }

    public int Year => Tahun is >= 2000 and <= 2100 ? Tahun.Value : Tanggal.DiWita(time.GetUtcNow()).Year;

    public IReadOnlyList<Holiday> Rows { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var date = Input.Tanggal!.Value;
        return await this.WhyNotSavedAsync(
            db, () => changes.AddAsync(User, Input), "Input.Tanggal", "Tanggal ini sudah tercatat sebagai hari libur.")
            ?? Changed(date.Year, $"Hari libur {Tanggal.Tampil(date)} sudah ditambahkan.");
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostRemoveAsync(DateOnly? tanggal)
    {
        if (await db.Holidays.SingleOrDefaultAsync(h => h.Date == tanggal) is not { } holiday)
        {
            return Changed(Year, "Hari libur itu sudah tidak ada dalam daftar.");
        }

        return await this.WhyNotSavedAsync(db, () => changes.RemoveAsync(User, holiday), "", "")
            ?? Changed(holiday.Date.Year, $"Hari libur {Tanggal.Tampil(holiday.Date)} sudah dihapus.");
    }

    public async Task LoadAsync()
    {
        Tahun = Year;
        Rows = await db.Holidays.AsNoTracking()
            .Where(h => h.Date >= new DateOnly(Year, 1, 1) && h.Date <= new DateOnly(Year, 12, 31)).OrderBy(h => h.Date).ToListAsync();
    }

    private LocalRedirectResult Changed(int year, string done) => this.Done(done, Links.Periods.Holidays(year));
}
