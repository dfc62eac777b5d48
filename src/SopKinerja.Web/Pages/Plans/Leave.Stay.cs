using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

// Until when the ending of a position can change, and taking it back.
public partial class LeaveModel
{
    [BindProperty]
    [DataType(DataType.MultilineText)]
    public string? Alasan { get; set; }

    [WithoutInput]
    public async Task<IActionResult> OnPostStayAsync()
    {
        await LoadAsync();
        if (TypedText.Length(Alasan.Trimmed()) < 10)
        {
            ModelState.AddModelError("Alasan", "Alasan pembatalan terlalu singkat. Tulis paling sedikit 10 karakter.");
        }

        if ((WhyFixed ?? (await NextAsync() is not null
                ? "Sesudah jabatan ini sudah ada SKP lain untuk jabatan barunya. Perbaiki saja hari terakhir, jabatan, atau penilainya."
                : Plan.Pegawai.AtasanId is null ? "Pegawai ini belum mempunyai atasan langsung. Minta administrator melengkapinya." : null))
            is { } why)
        {
            ModelState.AddModelError("", why);
        }

        if (!ModelState.IsValid)
        {
            await OnGetAsync();
            return await this.ShowAgainAsync();
        }

        Plan.Stay(Plan.Pegawai.AtasanId!.Value, Alasan.Trimmed()!, Actor, Now);
        return await SaveAsync(
            $"Pengakhiran SKP {Plan.Pegawai.Nama} dibatalkan.", () => LocalRedirect(Links.Plans.Details(Plan.Id)));
    }

    // The plan of the position held after this one.
    private Task<Plan?> NextAsync() => Plan.PostUntil is not { } last ? Task.FromResult<Plan?>(null)
        : Db.Plans.Include(p => p.Period).Include(p => p.History).SingleOrDefaultAsync(
            p => p.PeriodId == Plan.PeriodId && p.PegawaiId == Plan.PegawaiId && p.PostFrom == last.AddDays(1));

    private async Task<string?> FixedByAsync(Plan plan)
    {
        var measured = await Db.Dossiers
            .Where(d => d.PeriodId == plan.PeriodId && d.AsnId == plan.PegawaiId && d.Bagian == 0 && d.Post == plan.Post
                && d.CancelledAt == null)
            .Select(d => new { d.Id, IsIssued = d.Outcome != null }).FirstOrDefaultAsync(HttpContext.RequestAborted);
        return measured is null ? null
            : measured.IsIssued ? $"Hasil berkas {measured.Id}, yang dibuka dari SKP ini, sudah terbit, jadi jabatannya tidak dapat diubah "
                + "lagi."
            : $"Berkas pengukuran {measured.Id} untuk seluruh periode sudah dibuka dari SKP ini. Minta Kasubbag membatalkannya dahulu.";
    }
}
