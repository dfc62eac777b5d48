using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

public sealed partial class RunModel
{
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
