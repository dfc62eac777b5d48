using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Account.Certificate;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

/// <summary>After somebody else set the password: what the owner shows to the officer who confirms him, or the passphrase that only he
/// knows.</summary>
public sealed partial class ConfirmationModel(SopDbContext db, LockedKeys keys, AccountChanges changes, TimeProvider time)
    : CertificatePageModel(db, time)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Persistence.Account Own { get; private set; } = null!;

    /// <summary>Who can confirm the reader today: "Rina Marlina, S.E. (Kasubbag)".</summary>
    public IReadOnlyList<string> Officers { get; private set; } = [];

    // An auditor shows his code too; he has no certificate.
    protected override bool IsForAnybody => true;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Own.IsUnconfirmed)
        {
            return await this.ShowAgainAsync("", "Akun Anda sudah dikonfirmasi.");
        }

        using var opened = await keys.OpenOwnAsync(PegawaiId, new(Input.Frasa!), Now);
        if (opened.WhyNot is { } why)
        {
            HttpContext.Features.Get<FormAct>()!.IsDoneBehind = true;
            return await this.ShowAgainAsync("Input.Frasa", why);
        }

        await changes.ConfirmAsync(User, Own, "frasa sandi sertifikatnya", "dengan frasa sandi sertifikatnya.");
        return this.Done("Akun Anda sudah dikonfirmasi. Anda dapat menandatangani lagi.");
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Own = await Db.Users.SingleAsync(a => a.Id == User.AccountId(), HttpContext.RequestAborted);
        var officers = Own.IsUnconfirmed
            ? await Db.Users.ConfirmingOthers().Where(a => a.Id != Own.Id).OrderBy(a => a.Id).Take(5)
                .Select(a => new { a.Pegawai!.Nama, a.Offices }).ToListAsync(HttpContext.RequestAborted)
            : [];
        Officers = [.. officers.Select(o => $"{o.Nama} ({OfficeNames.Of(o.Offices)})")];
    }
}
