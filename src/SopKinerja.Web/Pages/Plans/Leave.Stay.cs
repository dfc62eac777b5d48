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

        if ((WhyFixed ?? (await NextAsync() is { } next
                ? $"Sesudah jabatan ini sudah ada SKP lain ({PlanWords.Nama(next.State).ToLowerInvariant()}), yang mulai "
                    + $"{Tanggal.Tampil(next.Mulai)}. {PlanWords.HowToCancel(next.State)} Sesudah itu pengakhiran ini dapat dibatalkan."
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

    private string Done(bool isFirst, bool isNextMoved) => isFirst
        ? $"SKP {Plan.Pegawai.Nama} sebagai {Plan.FormerJabatan} diakhiri. Berkasnya sekarang dapat dibuka, dan SKP untuk jabatan barunya "
            + "dapat disusun."
        : $"Pengakhiran SKP {Plan.Pegawai.Nama} sebagai {Plan.FormerJabatan} diperbaiki."
            + (isNextMoved ? " SKP sesudahnya mulai pada hari lain, jadi menjadi draf lagi dan harus diajukan kembali." : "");

    // What is taken, but should be looked at.
    private async Task<IEnumerable<string>> DoubtsAsync(Pegawai penilai) =>
        (await kesiapan.WarningsAsync([(Plan.Id, Plan.PegawaiId, penilai.Id)]))[Plan.Id].Select(w => $"Perhatikan: {w}");

    private async Task<string?> WhyNotOnAsync(DateOnly last) =>
        Plan.WhyNotLeaveOn(last) ?? WhyTooLong(last) ?? await WhyMeasuredAfterAsync(last);

    // What takes longer than the position lasted cannot be measured in it.
    private string? WhyTooLong(DateOnly last) => Plan.Content.WhyTooLong(Plan.Mulai, last) is { } why
        ? why + (Plan.Post > 0 ? " Batalkan dahulu pengakhirannya, lalu minta" : " Minta dahulu")
            + $" {Plan.Atasan.Nama} membuka SKP ini untuk direvisi."
        : null;

    // Who agreed to it rates what was done there; if he has left too, whoever took over from him.
    private async Task<string?> PenilaiAsync()
    {
        var agreed = Plan.Post > 0 ? Plan.AtasanId : Plan.AgreedBy?.ActorId ?? Plan.AtasanId;
        var found = await Db.Pegawai.Where(p => p.Id == agreed).Select(p => new
        {
            p.Nama,
            p.IsActive,
            Successor = Db.Penugasan.Where(s => s.MenggantikanId == p.Id && s.EndedAt == null && s.Selesai == null)
                .Select(s => s.Pelaksana.Nama).FirstOrDefault(),
        }).SingleAsync(HttpContext.RequestAborted);
        Gone = found.IsActive ? null
            : $"{found.Nama}, yang menyetujui SKP ini, sudah tidak aktif. Tulis penerusnya, atau pejabat yang lebih tinggi.";
        return found.IsActive ? found.Nama : found.Successor;
    }

    // Parts of the period that were measured in this position end before it does.
    private async Task<string?> WhyMeasuredAfterAsync(DateOnly last)
    {
        var bagian = await Db.Dossiers.Where(d => d.PeriodId == Plan.PeriodId && d.AsnId == Plan.PegawaiId && d.Bagian > 0)
            .MaxAsync(d => (int?)d.Bagian, HttpContext.RequestAborted);
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

    private async Task<string?> WhyNotMoveAsync(Plan next, DateOnly last) =>
        next.Post > 0 ? "Jabatan itu juga sudah diakhiri. Batalkan dahulu pengakhirannya."
        : last >= next.Selesai ? "Jabatan itu harus masih mempunyai hari."
        : await FixedByAsync(next, orPart: true);

    private async Task<string?> FixedByAsync(Plan plan, bool orPart = false)
    {
        var measured = await Db.Dossiers
            .Where(d => d.PeriodId == plan.PeriodId && d.AsnId == plan.PegawaiId && d.Post == plan.Post
                && (d.Bagian == 0 || (orPart && d.PostFrom == plan.PostFrom)))
            .OrderByDescending(d => d.Outcome != null)
            .Select(d => new { d.Id, IsIssued = d.Outcome != null }).FirstOrDefaultAsync(HttpContext.RequestAborted);
        return measured is null ? null
            : measured.IsIssued ? $"Hasil berkas {measured.Id}, yang dibuka dari SKP ini, sudah terbit, jadi jabatannya tidak dapat diubah "
                + "lagi."
            : $"Berkas pengukuran {measured.Id} sudah dibuka dari SKP ini. Minta Kasubbag membatalkannya dahulu.";
    }
}
