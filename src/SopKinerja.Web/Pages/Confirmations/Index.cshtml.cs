using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Confirmations;

/// <summary>Accounts whose password somebody else has set: who waits for his confirmation, and who was confirmed by whom.</summary>
public sealed partial class IndexModel(SopDbContext db, AccountChanges changes, TimeProvider time) : PageModel, IShowsAgain
{
    private const int Most = 200;

    private static readonly TimeSpan Shown = TimeSpan.FromDays(90);

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    /// <summary>Those whose code there is to type.</summary>
    public IReadOnlyList<SelectListItem> Ready { get; private set; } = [];

    public IReadOnlyList<Row> Done { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await db.Users.Confirmable().Include(a => a.Pegawai).SingleOrDefaultAsync(a => a.Id == Input.Akun);
        var refusal = account is null
            ? new Refusal(RefusalKind.NotFound, "Akun ini tidak ada.")
            : Access.Confirmations.WhyNot(account, Input.Kode, User.Actor());
        if (refusal is not null)
        {
            return await this.ShowAgainAsync(refusal.Kind == RefusalKind.Incomplete ? "Input.Kode" : "", refusal.Sentence);
        }

        var nama = account!.Pegawai?.Nama ?? account.ActingName;
        await changes.ConfirmAsync(User, account, User.Actor().Nama, $"({nama}) di hadapannya.");
        return this.Done($"Akun {nama} sudah dikonfirmasi.");
    }

    public async Task LoadAsync()
    {
        var since = time.GetUtcNow() - Shown;
        var rows = await db.Users.AsNoTracking().Confirmable().Where(a => a.ResetAt != null && a.IsActive
                && (a.ConfirmedAt == null || a.ConfirmedAt > since))
            .OrderByDescending(a => a.ResetAt).ThenBy(a => a.Id).Take(Most)
            .Select(a => new Row(
                a.Id, a.PegawaiId, a.Pegawai!.Nama ?? a.Nama, a.Pegawai!.Jabatan ?? Role.Auditor.Nama(), a.Pegawai!.UnitKerja!.Nama,
                a.ResetAt!.Value, a.ResetBy!, a.MustChangePassword, a.ConfirmedAt, a.ConfirmedBy))
            .ToListAsync(HttpContext.RequestAborted);
        Waiting = [.. rows.Where(r => r.ConfirmedAt is null)];
        var me = User.Actor().PegawaiId;
        Ready = [.. Waiting.Where(r => !r.IsTemporary && r.PegawaiId != me).OrderBy(r => r.Nama, StringComparer.CurrentCulture)
            .Select(r => new SelectListItem(r.Nama, $"{r.Id}"))];
        Done = [.. rows.Where(r => r.ConfirmedAt is not null)];
    }

    public sealed record Row(
        int Id, int? PegawaiId, string Nama, string Jabatan, string? Unit, DateTimeOffset ResetAt, string ResetBy, bool IsTemporary,
        DateTimeOffset? ConfirmedAt, string? ConfirmedBy);
}
