using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Certificates;

/// <summary>Ending someone's certificate; the list of revoked ones is signed anew at once, so the authority's passphrase is asked
/// for.</summary>
public sealed partial class RevokeModel(SopDbContext db, CertificateChanges changes, TimeProvider time) : RecordPageModel<CertificateFound>
{
    public static readonly IReadOnlyList<SelectListItem> Sebab = [.. EndReasons.OfOffice.Select(
        r => new SelectListItem(TextRules.Capitalized(EndReasons.Sebab(r)), r.ToString()))];

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Whether two people hold the passphrase of the authority that issued it.</summary>
    public bool IsShared { get; private set; }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        IsShared = await db.Set<SigningAuthority>().Where(a => a.Id == Row.Certificate.AuthorityId).Select(a => a.IsShared == true)
            .SingleOrDefaultAsync(HttpContext.RequestAborted);
    }

    public bool IsInUse => Row.Certificate is { IssuedAt: not null, EndedAt: null };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsInUse)
        {
            return await this.ShowAgainAsync("", "Sertifikat ini sudah tidak dipakai lagi, jadi tidak ada yang dicabut.");
        }

        var untrusted = Input.Alasan == EndReason.Compromised ? Input.Sejak : null;
        if (untrusted is { } day && Row.Certificate.WhyNotUntrustedFrom(day, time.GetUtcNow()) is { } why)
        {
            return await this.ShowAgainAsync("Input.Sejak", why);
        }

        var refusal = await changes.RevokeAsync(
            User, Row.Certificate, Input.Alasan!.Value, untrusted, Input.Catatan.Trimmed()!, Input.OfAuthority());
        return refusal is not null
            ? await this.ShowAgainAsync(refusal.IsLostRace ? "" : "Input.Frasa", refusal.Sentence)
            : this.Done(
                $"Sertifikat {Row.Nama} sudah dicabut, dan daftar pencabutan baru sudah diterbitkan.", Links.Certificates.Holders());
    }

    protected override Task<CertificateFound?> FindAsync() => CertificateFound.Of(db, Id).SingleOrDefaultAsync();
}
