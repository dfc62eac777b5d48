using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Infrastructure.Web;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>One plan as the formulir SKP, with what its readers may do: write it, agree to it, give it back.</summary>
public sealed class DetailsModel(SopDbContext db, ChangeLog log, TimeProvider time) : PlanPageModel(db, log)
{
    /// <summary>The tick of the atasan langsung: read and agreed.</summary>
    [BindProperty]
    public bool Setuju { get; set; }

    /// <summary>Why the plan is given back.</summary>
    [BindProperty]
    public string? Alasan { get; set; }

    /// <summary>Whether the act is this person's at all, now or at another moment.</summary>
    public bool IsMine(PlanAct act) => Plan.WhyNot(act, Actor) is not { Kind: RefusalKind.Forbidden };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAgreeAsync()
    {
        if (!Setuju)
        {
            ModelState.AddModelError(nameof(Setuju), "Centang kotak ini bila Anda sudah membaca semua target dan menyetujuinya.");
            return await this.ShowAgainAsync();
        }

        Plan.Agree(Actor, time.GetUtcNow());
        Note($"menyetujui SKP ({Plan.Kegiatan.Count} kegiatan)");
        return await SaveAsync($"SKP {Plan.Pegawai.Nama} disetujui dan terkunci.", Again);
    }

    public async Task<IActionResult> OnPostReturnAsync()
    {
        var reason = (Alasan ?? "").Trim();
        if (WhyNotReason(reason) is { } fault)
        {
            ModelState.AddModelError(nameof(Alasan), fault);
            return await this.ShowAgainAsync();
        }

        Plan.Return(reason, Actor);
        Note($"mengembalikan SKP dengan alasan: {reason}");
        return await SaveAsync($"SKP dikembalikan kepada {Plan.Pegawai.Nama} untuk diperbaiki.", Again);
    }

    protected override PlanAct ActOf(string? handler) => handler switch
    {
        nameof(PlanAct.Agree) => PlanAct.Agree,
        nameof(PlanAct.Return) => PlanAct.Return,
        _ => PlanAct.View,
    };

    private RedirectToPageResult Again() => RedirectToPage("Details", new { id = Plan.Id });

    private static string? WhyNotReason(string reason) => reason switch
    {
        { Length: < 10 } => "Tulis alasan pengembalian, paling sedikit 10 huruf, supaya penyusun tahu apa yang harus diperbaiki.",
        { Length: > 1000 } => $"Alasan terlalu panjang ({reason.Length} huruf). Ringkas menjadi paling banyak 1.000 huruf.",
        _ when reason.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')) => "Alasan memuat tanda yang tidak dapat dicetak. Ketik ulang.",
        _ => null,
    };
}
