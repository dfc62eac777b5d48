using System.Security.Claims;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Periods;

/// <summary>What an administrator does to the list of holidays, from the form or from a spreadsheet.</summary>
public sealed class HolidayChanges(SopDbContext db, ChangeLog log, WorkingCalendarSource calendar)
{
    public async Task AddAsync(ClaimsPrincipal user, HolidaysModel.Form form)
    {
        var holiday = new Holiday { Date = form.Tanggal!.Value, Nama = form.Nama!.Trim() };
        db.Holidays.Add(holiday);
        await SaveAsync(user, holiday, $"menambahkan hari libur {holiday.Nama}.");
    }

    /// <param name="holiday">A tracked holiday.</param>
    public Task RemoveAsync(ClaimsPrincipal user, Holiday holiday)
    {
        db.Holidays.Remove(holiday);
        return SaveAsync(user, holiday, Sentences.End($"menghapus hari libur {holiday.Nama}"));
    }

    private async Task SaveAsync(ClaimsPrincipal user, Holiday holiday, string sentence)
    {
        var date = holiday.Date;
        log.Write(user, ChangeSubjects.HariLibur, (date.Year * 10000) + (date.Month * 100) + date.Day, Tanggal.Tampil(date), sentence);
        await db.SaveChangesAsync();
        calendar.Forget();
    }
}
