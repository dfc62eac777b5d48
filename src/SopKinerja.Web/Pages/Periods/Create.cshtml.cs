using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

public sealed class CreateModel(SopDbContext db, ChangeLog log, TimeProvider time) : PageModel, IPeriodPage
{
    [BindProperty]
    public PeriodForm Input { get; set; } = new();

    /// <summary>The period before, of which the form takes over what stays.</summary>
    [FromQuery(Name = Keys.From)]
    public int? Dari { get; set; }

    public async Task OnGetAsync()
    {
        var all = await db.Periods.AsNoTracking().OrderBy(p => p.Mulai).ThenBy(p => p.Id).ToListAsync();
        Input = PeriodForm.Free(
            all.Find(p => p.Id == Dari) is { } before ? PeriodForm.After(before) : PeriodForm.New(Tanggal.DiWita(time.GetUtcNow())), all);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await OtherPeriods.AllowAsync(db, Input, null, ModelState))
        {
            return await this.ShowAgainAsync();
        }

        var period = new Period(Input.Nama!.Trim(), Input.Mulai!.Value, Input.Selesai!.Value, Input.Method!, Input.MethodReason.Trimmed());
        period.EvaluateEvery(Input.Kala);
        period.Ratify(Input.Pengesahan);
        if (!Input.Terbuka)
        {
            period.Close();
        }

        db.Periods.Add(period);
        return await this.WhyNotSavedAsync(db, () => SaveAsync(period), "Input.Nama", PeriodForm.NamaTaken, OtherPeriods.Overlap)
            ?? await AddedAsync(period);
    }

    // Without holidays every day to object by and every working day of it is another one.
    private async Task<IActionResult> AddedAsync(Period period)
    {
        var years = Enumerable.Range(period.Mulai.Year, period.Selesai.Year - period.Mulai.Year + 1).ToList();
        var known = await db.Holidays.Select(h => h.Date.Year).Distinct().Where(y => years.Contains(y)).ToListAsync();
        return years.Except(known).Order().Select(y => (int?)y).FirstOrDefault() is { } missing
            ? this.Done($"Periode {period.Nama} sudah ditambahkan. Hari libur tahun {missing} belum ada: isi di sini, atau impor.",
                Links.Periods.Holidays(missing))
            : this.Done($"Periode {period.Nama} sudah ditambahkan.", Links.Periods.List);
    }

    private Task SaveAsync(Period period)
    {
        var reason = period.MethodReason is null ? "" : $" dengan alasan “{period.MethodReason}”";
        return log.SaveNewAsync(User, ChangeSubjects.Periode, () => period.Id, period.Nama,
            $"menambahkan periode {period.JangkaWaktu}, dinilai menurut {period.Peraturan.Nama}{reason}.");
    }
}
