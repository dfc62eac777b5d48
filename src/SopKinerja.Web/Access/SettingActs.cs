using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Access;

/// <summary>Changes settings of the dinas: each that differs is a line of its own, and all that one saves are one line in the log of
/// changes.</summary>
public sealed class SettingActs(SopDbContext db, ChangeLog log, CurrentSettings settings, TimeProvider time)
{
    /// <summary>Adds what differs from what stands; the caller saves. False where nothing differs.</summary>
    public async Task<bool> AddAsync(ClaimsPrincipal user, IEnumerable<(SettingRow Row, string Value)> wanted, LetterheadPicture? picture)
    {
        var changed = wanted.Where(w => settings.Locks[w.Row] is null && Effective(w) != settings.Value.Stored(w.Row)).ToList();
        if (changed.Count == 0)
        {
            return false;
        }

        if (picture is not null && !await db.Set<LetterheadPicture>().AnyAsync(p => p.Sha256 == picture.Sha256))
        {
            db.Add(picture);
            // The guard of its setting asks whether it is there.
            await db.SaveChangesAsync();
        }

        var lines = await db.SettingChanges.GroupBy(c => c.Name).Select(g => new { g.Key, No = g.Max(c => c.No) })
            .ToDictionaryAsync(g => g.Key, g => g.No);
        var differences = new Differences();
        foreach (var (row, value) in changed)
        {
            db.SettingChanges.Add(new()
            {
                Name = row.Name,
                No = lines.GetValueOrDefault(row.Name) + 1,
                Value = value,
                At = time.GetUtcNow(),
                AccountId = user.AccountId(),
                ActorNama = user.Actor().Nama,
            });
            differences.Of(row.Label, Shown(row, settings.Value.Stored(row)), Shown(row, Effective((row, value))));
        }

        log.Write(user, ChangeSubjects.Setelan, 0, ChangeSubjects.Setelan, differences);
        return true;
    }

    private static string Effective((SettingRow Row, string Value) wanted) => wanted.Value.Length > 0 ? wanted.Value : wanted.Row.Usual;

    private static string? Shown(SettingRow row, string value) => value.Length == 0 ? null : row.Shown(value);
}
