using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Periods;

/// <summary>What the other periods forbid: a name that differs by case alone, and days that are measured by the same regulation
/// already.</summary>
internal static class OtherPeriods
{
    private const string Mulai = "Input.Mulai";

    /// <summary>For whoever was first between the question and the answer.</summary>
    public static readonly FieldRefusal Overlap = new(UnsavedReason.Overlap, Mulai,
        "Periode lain dengan peraturan yang sama baru saja memakai sebagian tanggal ini. Lihat daftar periode, lalu pilih tanggal lain.");

    /// <summary>The first period that holds some of its days already, by the same regulation; null where none does.</summary>
    public static Period? Overlapping(PeriodForm form, IEnumerable<Period> others) =>
        others.FirstOrDefault(p => p.Method == form.Method && p.Mulai <= form.Selesai && form.Mulai <= p.Selesai);

    /// <param name="before">The period as it is stored; null for a new one. What overlaps already may stay as it is.</param>
    /// <returns>Whether it may be saved; otherwise there is a sentence at the field.</returns>
    public static async Task<bool> AllowAsync(SopDbContext db, PeriodForm form, Period? before, ModelStateDictionary state)
    {
        var (id, nama) = (before?.Id ?? 0, TypedText.OneLine(form.Nama));
        var others = await db.Periods.AsNoTracking().Where(p => p.Id != id).OrderBy(p => p.Mulai).ThenBy(p => p.Id).ToListAsync();
        if (others.Find(p => string.Equals(TypedText.OneLine(p.Nama), nama, StringComparison.OrdinalIgnoreCase)) is { } namesake)
        {
            state.AddModelError("Input.Nama", $"Nama ini sudah dipakai periode {namesake.Nama} ({namesake.JangkaWaktu}). Pilih nama lain.");
        }

        var isMoved = (form.Mulai, form.Selesai, form.Method) != (before?.Mulai, before?.Selesai, before?.Method);
        if (isMoved && Overlapping(form, others) is { } other)
        {
            state.AddModelError(Mulai, $"Tanggal ini bertumpang tindih dengan periode {other.Nama} ({other.JangkaWaktu}), yang dinilai "
                + "menurut peraturan yang sama. Pilih tanggal lain.");
        }

        return state.IsValid;
    }
}
