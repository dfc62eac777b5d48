using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
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

    private string Done(bool isFirst) => isFirst
        ? $"SKP {Plan.Pegawai.Nama} sebagai {Plan.FormerJabatan} diakhiri. Berkasnya sekarang dapat dibuka, dan SKP untuk jabatan barunya "
            + "dapat disusun."
        : $"Pengakhiran SKP {Plan.Pegawai.Nama} sebagai {Plan.FormerJabatan} diperbaiki.";

    // What is taken, but should be looked at.
    private IEnumerable<string> Doubts(Pegawai penilai, Plan? next) =>
    [
        .. penilai.MayRate ? Array.Empty<string>()
            : [$"Perhatikan: {penilai.Nama} menjabat di bawah pengawas dan surat pendelegasiannya belum dicatat."],
        .. new[] { Plan, next }.OfType<Plan>().Select(p => p.Content.WhyTooLong(p.Mulai, p.Selesai)).OfType<string>()
            .Select(why => $"Perhatikan: {why} Bila perlu, batalkan pengakhiran ini, lalu minta SKP-nya direvisi."),
    ];

    // Parts of the period that were measured in this position end before it does.
    private async Task<string?> WhyMeasuredAfterAsync(DateOnly last)
    {
        var bagian = await Db.Dossiers.Where(d => d.PeriodId == Plan.PeriodId && d.AsnId == Plan.PegawaiId && d.Bagian > 0
            && d.CancelledAt == null).MaxAsync(d => (int?)d.Bagian, HttpContext.RequestAborted);
        return bagian is { } no && Plan.Period.Part(no) is { } part && last < part.Selesai
            && (Plan.PostFrom is null || Plan.PostFrom <= part.Selesai)
                ? $"{Plan.Period.NamaBagian(no)} sudah diukur dalam SKP ini, jadi hari terakhir pada jabatan ini paling awal "
                    + $"{Tanggal.Tampil(part.Selesai)}."
                : null;
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
