using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
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

    public void OnGet() => Input = PeriodForm.New(Tanggal.DiWita(time.GetUtcNow()));

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
            ?? this.Done($"Periode {period.Nama} sudah ditambahkan.", Links.Periods.List);
    }

    private Task SaveAsync(Period period)
    {
        var reason = period.MethodReason is null ? "" : $" dengan alasan “{period.MethodReason}”";
        return log.SaveNewAsync(User, ChangeSubjects.Periode, () => period.Id, period.Nama,
            $"menambahkan periode {period.JangkaWaktu}, dinilai menurut {period.Peraturan.Nama}{reason}.");
    }
}
