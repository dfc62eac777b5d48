using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

/// <summary>The days on which no working time is counted.</summary>
public sealed partial class HolidaysModel(SopDbContext db, ChangeLog log, WorkingCalendarSource calendar, TimeProvider time) : PageModel,
IShowsAgain
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
        var (date, nama) = (Input.Tanggal!.Value, Input.Nama!.Trim());
        db.Holidays.Add(new() { Date = date, Nama = nama });
        Write(date, $"menambahkan hari libur {nama}.");
        return await this.WhyNotSavedAsync(
            db, () => db.SaveChangesAsync(), "Input.Tanggal", "Tanggal ini sudah tercatat sebagai hari libur.")
            ?? Changed(date.Year, $"Hari libur {Tanggal.Tampil(date)} sudah ditambahkan.");
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostRemoveAsync(DateOnly? tanggal)
    {
        if (await db.Holidays.SingleOrDefaultAsync(h => h.Date == tanggal) is not { } holiday)
        {
            return Changed(Year, "Hari libur itu sudah tidak ada dalam daftar.");
        }

        db.Holidays.Remove(holiday);
        Write(holiday.Date, Sentences.End($"menghapus hari libur {holiday.Nama}"));
        return await this.WhyNotSavedAsync(db, () => db.SaveChangesAsync(), "", "")
            ?? Changed(holiday.Date.Year, $"Hari libur {Tanggal.Tampil(holiday.Date)} sudah dihapus.");
    }

    public async Task LoadAsync()
    {
        Tahun = Year;
        Rows = await db.Holidays.AsNoTracking()
            .Where(h => h.Date >= new DateOnly(Year, 1, 1) && h.Date <= new DateOnly(Year, 12, 31)).OrderBy(h => h.Date).ToListAsync();
    }

    private void Write(DateOnly date, string sentence) =>
        log.Write(User, ChangeSubjects.HariLibur, (date.Year * 10000) + (date.Month * 100) + date.Day, Tanggal.Tampil(date), sentence);

    private LocalRedirectResult Changed(int year, string done)
    {
        calendar.Forget();
        return this.Done(done, Links.Periods.Holidays(year));
    }
}
