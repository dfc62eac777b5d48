using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SopKinerja.Domain.Calendar;

namespace SopKinerja.Web.Persistence;

/// <summary>The office hours of the settings, with the holidays in the database, kept for some minutes because they seldom
/// change.</summary>
public sealed class WorkingCalendarSource(SopDbContext db, CurrentSettings settings, IMemoryCache cache)
{
    private const string Key = "holidays";

    public async Task<WorkingCalendar> GetAsync() => new(
        (await cache.GetOrCreateAsync(Key, async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5);
            return (await db.Holidays.Select(h => h.Date).ToListAsync()).ToHashSet();
        }))!,
        settings.Value.JamKerja);

    public void Forget() => cache.Remove(Key);
}
