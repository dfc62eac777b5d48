using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Infrastructure.Web;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>One plan as the formulir SKP, with what its readers may do: write it, take it back, agree to it, give it back.</summary>
public sealed class DetailsModel(SopDbContext db, ChangeLog log, TimeProvider time) : PlanPageModel(db, log), IShowsAgain
{
    /// <summary>The tick of the atasan langsung: read and agreed.</summary>
    [BindProperty]
    public bool Setuju { get; set; }

    /// <summary>Why the plan is given back or taken back.</summary>
    [BindProperty]
    public string? Alasan { get; set; }

    /// <summary>Whether the act is this person's at all, now or at another moment.</summary>
    public bool IsMine(PlanAct act) => Plan.WhyNot(act, Actor) is not { Kind: RefusalKind.Forbidden };

    /// <summary>Those of the plans named as sources of a rencana that the reader may see.</summary>
    public IReadOnlySet<long> Visible { get; private set; } = new HashSet<long>();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAgreeAsync()
    {
        if (!Setuju)
        {
            ModelState.AddModelError(nameof(Setuju), "Centang kotak ini bila Anda sudah membaca semua target dan menyetujuinya.");
            return await this.ShowAgainAsync();
        }

        Plan.Agree(Actor, time.GetUtcNow());
        Note($"menyetujui SKP ({PlanWords.Isi(Plan)})");
        return await SaveAsync($"SKP {Plan.Pegawai.Nama} disetujui dan terkunci.", Again);
    }

    public async Task<IActionResult> OnPostReturnAsync()
    {
        if (Reason("Tulis alasan pengembalian, paling sedikit 10 huruf, supaya penyusun tahu apa yang harus diperbaiki.") is not { } reason)
        {
            return await this.ShowAgainAsync();
        }

        Plan.Return(reason, Actor);
        Note($"mengembalikan SKP dengan alasan: {reason}");
        return await SaveAsync($"SKP dikembalikan kepada {Plan.Pegawai.Nama} untuk diperbaiki.", Again);
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (Reason("Tulis alasan penarikan, paling sedikit 10 huruf, supaya pembaca riwayat tahu mengapa SKP ditarik kembali.") is not { } reason)
        {
            return await this.ShowAgainAsync();
        }

        Plan.Withdraw(reason, Actor);
        Note($"menarik kembali SKP dengan alasan: {reason}");
        return await SaveAsync("SKP sudah ditarik kembali dan menjadi draf. Ubah bila perlu, lalu ajukan lagi kepada atasan langsung.", Again);
    }

    public async Task LoadAsync()
    {
        long[] named = [.. Plan.Sasaran?.Rencana.Select(r => r.Diintervensi?.Sumber?.PlanId).OfType<long>().Distinct() ?? []];
        Visible = named.Length == 0 ? Visible : await Db.Plans.VisibleTo(Actor).Where(p => named.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync();
    }

    protected override PlanAct ActOf(string? handler) => Enum.TryParse<PlanAct>(handler, out var act) ? act : PlanAct.View;

    private RedirectToPageResult Again() => RedirectToPage("Details", new { id = Plan.Id });

    // The reason as it is kept; null, with a sentence at the field, where it cannot be.
    private string? Reason(string tooShort)
    {
        var reason = (Alasan ?? "").Trim();
        if (WhyNotReason(reason, tooShort) is not { } fault)
        {
            return reason;
        }

        ModelState.AddModelError(nameof(Alasan), fault);
        return null;
    }

    private static string? WhyNotReason(string reason, string tooShort) => reason switch
    {
        { Length: < 10 } => tooShort,
        { Length: > 1000 } => $"Alasan terlalu panjang ({reason.Length} huruf). Ringkas menjadi paling banyak 1.000 huruf.",
        _ when reason.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')) => "Alasan memuat tanda yang tidak dapat dicetak. Ketik ulang.",
        _ => null,
    };
}
