using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Pages.Plans;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People;

/// <summary>What a page says of each thing that waits for a person.</summary>
public sealed class GantunganWords(IReadOnlyDictionary<int, Period> periods)
{
    public static async Task<GantunganWords> LoadAsync(SopDbContext db, IEnumerable<Gantungan> waiting)
    {
        var ids = waiting.Select(w => w.PeriodId).OfType<int>().Distinct().ToList();
        return new(ids.Count == 0 ? new Dictionary<int, Period>() : await db.Periods.AsNoTracking().Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id));
    }

    /// <summary>"Siti Aminah: Tahun 2026, Triwulan I, langkah 4 (Validasi dan penilaian)"; "Kasubbag".</summary>
    public string Of(Gantungan waiting)
    {
        if (waiting.Kind == GantunganTable.Tugas)
        {
            return Enum.Parse<Role>(waiting.Office!).Nama();
        }

        var period = waiting.PeriodId is not { } id ? null
            : waiting.Bagian is { } bagian ? periods[id].NamaBagian(bagian) : periods[id].Nama;
        var state = waiting.Stage is { } stage ? SopTable.All.Single(r => r.Stage == stage).InSentence
            : period is not null ? PlanWords.Nama(Enum.Parse<PlanState>(waiting.Office!)).ToLowerInvariant()
            : waiting.Office;
        var said = string.Join(", ", new[] { period, state }.OfType<string>());
        return said.Length == 0 ? waiting.Nama : $"{waiting.Nama}: {said}";
    }
}
