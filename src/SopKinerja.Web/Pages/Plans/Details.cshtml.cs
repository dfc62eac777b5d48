using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>One plan as the formulir SKP, with what its readers may do: write it, take it back, agree to it, give it back, open it
/// again.</summary>
public sealed class DetailsModel(SopDbContext db, TimeProvider time) : PlanPageModel(db, time), IShowsAgain
{
    [BindProperty]
    public bool Setuju { get; set; }

    [BindProperty]
    [DataType(DataType.MultilineText)]
    public string? Alasan { get; set; }

    [BindProperty]
    [DataType(DataType.MultilineText)]
    public string? AlasanTerlambat { get; set; }

    public string? WhyLate => Plan.WhyLate(Plan.Period, Now);

    /// <remarks>Whoever only waits to be confirmed sees what is his, and why he may not yet.</remarks>
    public bool IsMine(PlanAct act) => Plan.WhyNot(act, Actor) is var why
        && (why is not { Kind: RefusalKind.Forbidden } || why == Actor.Unconfirmed);

    public IReadOnlySet<long> Visible { get; private set; } = new HashSet<long>();

    /// <summary>Whether a dossier was opened from it, or its book holds anything, so that the draft is not given up; of an agreed plan,
    /// whether a dossier still runs, so that it cannot be revised now.</summary>
    public bool IsInUse { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAgreeAsync()
    {
        if (!Setuju)
        {
            ModelState.AddModelError(nameof(Setuju), "Centang kotak ini bila Anda sudah membaca semua target dan menyetujuinya.");
            return await this.ShowAgainAsync();
        }

        var late = WhyLate is null ? null : (AlasanTerlambat ?? "").Trim();
        if (late is not null && ReasonRules.WhyNot(late, $"{WhyLate} Tulis alasannya, paling sedikit 10 karakter.") is { } fault)
        {
            return await this.ShowAgainAsync(nameof(AlasanTerlambat), fault);
        }

        Plan.Agree(Plan.Period, Actor, Now, late);
        return await SaveAsync($"SKP {Plan.Pegawai.Nama} disetujui dan terkunci.", Again);
    }

    public Task<IActionResult> OnPostReturnAsync() => MoveAsync(
        Plan.Return, "pengembalian", "supaya penyusun tahu apa yang harus diperbaiki",
        $"SKP dikembalikan kepada {Plan.Pegawai.Nama} untuk diperbaiki.");

    public Task<IActionResult> OnPostWithdrawAsync() => MoveAsync(
        Plan.Withdraw, "penarikan", "supaya pembaca riwayat tahu mengapa SKP ditarik kembali",
        "SKP sudah ditarik kembali dan menjadi draf. Ubah bila perlu, lalu ajukan lagi kepada atasan langsung.");

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await LoadAsync();
        return IsInUse
            ? await this.ShowAgainAsync(
                "", "SKP ini sudah dipakai: berkasnya pernah dibuka, atau buku catatannya berisi. Jadi SKP ini tidak dapat dibatalkan.")
            : await MoveAsync(
                Plan.Cancel, "pembatalan", "supaya pembaca riwayat tahu mengapa SKP ini dibatalkan",
                $"SKP {Plan.Pegawai.Nama} dibatalkan. SKP lain dapat disusun sebagai gantinya.");
    }

    public Task<IActionResult> OnPostReviseAsync() => MoveAsync(
        Plan.Revise, "revisi", "supaya pembaca riwayat tahu mengapa target disesuaikan",
        $"SKP dibuka untuk direvisi. {Plan.Pegawai.Nama} atau Analis menyesuaikan targetnya, lalu mengajukannya lagi kepada Anda.");

    public async Task LoadAsync()
    {
        // A draft is not given up once anything was measured against it, an agreed plan not revised while it is.
        var isDraft = Plan.State == PlanState.Draft;
        IsInUse = (isDraft || Plan.WhyNot(PlanAct.Revise, Actor) is null)
            && await Db.Dossiers.AnyAsync(d => d.PeriodId == Plan.PeriodId && d.AsnId == Plan.PegawaiId && d.Post == Plan.Post
                && (isDraft ? d.PostFrom == Plan.PostFrom : d.ClosedAt == null));
        IsInUse |= isDraft && await Db.Set<PlanNote>().AnyAsync(n => n.PlanId == Plan.Id);
        long[] named = [.. Plan.Content.NamedPlans.Distinct()];
        Visible = named.Length == 0
            ? Visible
            : await Db.Plans.VisibleTo(Db, Actor).Where(p => named.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync();
    }

    protected override PlanAct Own => PlanAct.View;

    private LocalRedirectResult Again() => LocalRedirect(Links.Plans.Details(Plan.Id));

    private async Task<IActionResult> MoveAsync(Action<string, Actor, DateTimeOffset> move, string what, string why, string done)
    {
        var reason = (Alasan ?? "").Trim();
        if (ReasonRules.WhyNot(reason, $"Tulis alasan {what}, paling sedikit 10 karakter, {why}.") is { } fault)
        {
            return await this.ShowAgainAsync(nameof(Alasan), fault);
        }

        move(reason, Actor, Now);
        return await SaveAsync(done, Again);
    }
}
