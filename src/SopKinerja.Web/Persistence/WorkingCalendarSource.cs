using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SopKinerja.Domain.Calendar;

namespace SopKinerja.Web.Persistence;

/// <summary>Office hours with the holidays in the database, kept for some minutes because they seldom change.</summary>
public sealed class WorkingCalendarSource(SopDbContext db, IMemoryCache cache)
{
    private const string Key = "holidays";

    public async Task<WorkingCalendar> GetAsync() => (await cache.GetOrCreateAsync(Key, async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5);
        return new WorkingCalendar((await db.Holidays.Select(h => h.Date).ToListAsync()).ToHashSet());
    }))!;

    public void Forget() => cache.Remove(Key);
}
