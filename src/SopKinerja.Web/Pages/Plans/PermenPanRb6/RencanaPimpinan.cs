using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Pages.Plans.Pp46;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans.PermenPanRb6;

/// <summary>What the rencana of a plan may support: those of the superior's own SKP of the same period, and those that the plan names
/// already.</summary>
/// <param name="Pimpinan">The superior's name; null where there is none.</param>
public sealed record RencanaPimpinan(string? Pimpinan, bool IsThere, IReadOnlyList<RencanaDiintervensi> Rows)
{
    public const string Gone = "Rencana pimpinan yang dipilih tidak ada lagi dalam SKP pimpinan. Pilih lagi, atau tulis sendiri bunyinya.";

    private const int MostShown = 160;

    public IReadOnlyList<SelectListItem> Items { get; } = [.. Rows.Select(r => new SelectListItem(Shown(r.Uraian), Value(r)))];

    public static async Task<RencanaPimpinan> LoadAsync(SopDbContext db, Plan plan)
    {
        var source = await db.Plans.AsNoTracking()
            .Where(p => p.PeriodId == plan.PeriodId && p.PegawaiId == plan.Pegawai.AtasanId && p.Post == 0 && p.State != PlanState.Draft)
            .Select(p => new { p.Id, p.Content }).SingleOrDefaultAsync();
        return Of(plan.Pegawai.Atasan?.Nama, source is null ? null : (source.Id, source.Content), plan.Content);
    }

    /// <param name="source">The superior's own SKP; null where it was not proposed yet.</param>
    /// <param name="own">The plan that chooses from it.</param>
    public static RencanaPimpinan Of(string? pimpinan, (long Id, PlanContent Content)? source, PlanContent own)
    {
        var rows = (source?.Content as SasaranKinerja)?.Rencana
            .Select((r, i) => new RencanaDiintervensi(r.Uraian, new(source!.Value.Id, i))) ?? [];
        // What was chosen before stays a choice, also when the superior has worded it anew since.
        var chosen = ((SasaranKinerja)own).Rencana.Select(r => r.Diintervensi)
            .OfType<RencanaDiintervensi>().Where(d => d.Sumber is not null);
        return new(pimpinan, source is not null, [.. rows.Union(chosen)]);
    }

    public static string Value(RencanaDiintervensi rencana)
    {
        var words = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rencana.Uraian)))[..12];
        return string.Create(CultureInfo.InvariantCulture, $"{rencana.Sumber!.PlanId}-{rencana.Sumber.Position}-{words}");
    }

    /// <summary>The rencana of an option; null where there is none of that value.</summary>
    public RencanaDiintervensi? Find(string? value) => string.IsNullOrEmpty(value) ? null : Rows.FirstOrDefault(r => Value(r) == value);

    private static string Shown(string uraian) =>
        TargetRules.OneLine(uraian) is var words && words.Length > MostShown ? $"{words[..MostShown]} …" : words;
}
