using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

public sealed partial class RunModel
{
    // Waits for the portion that is being stored.
    private async Task<bool> MoveAsync(ImportState from, ImportState to)
    {
        HttpContext.Features.Get<FormAct>()!.IsDoneBehind = true;
        DateTimeOffset? ended = to == ImportState.Cancelled ? time.GetUtcNow() : null;
        int? storing = to == ImportState.Storing ? User.AccountId() : null;
        return await db.Imports.Where(i => i.Id == Id && i.State == from).ExecuteUpdateAsync(s => s.SetProperty(i => i.State, to)
            .SetProperty(i => i.EndedAt, ended).SetProperty(i => i.StoredBy, i => storing ?? i.StoredBy)) > 0;
    }

    // What was done, which may be less than what was asked.
    private async Task<string> ToldAsync(int asked, int wrongBefore)
    {
        var verbs = Kind.Verbs;
        var stored = await db.ImportRows.CountAsync(r => r.ImportId == Id && r.IsStored);
        var equal = await db.Imports.AnyAsync(i => i.Id == Id && i.State == ImportState.Done) && await WrongAsync() == wrongBefore;
        return stored == asked ? Kind.IsOfSheet ? "Baris yang baik sudah disimpan." : $"{verbs.Count(stored)}."
            : (stored, equal) switch
            {
                (0, true) => $"Tidak ada yang perlu {verbs.Passive}: semuanya sudah sama.",
                (_, true) => $"{verbs.Count(stored)}; yang lain sudah sama.",
                (0, false) => $"Tidak ada yang {verbs.Past}; sebabnya tampil di bawah.",
                _ => $"{verbs.Count(stored)}, {Angka.Ringkas(asked - stored)} tidak; sebabnya tampil di bawah.",
            };
    }

    private Task<int> WrongAsync() => db.ImportRows.CountAsync(r => r.ImportId == Id && r.Verdict == ImportVerdict.Wrong);
}
