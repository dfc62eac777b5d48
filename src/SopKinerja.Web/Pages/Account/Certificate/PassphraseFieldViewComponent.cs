using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages.Account.Certificate;

/// <summary>The field for the signer's passphrase, with how the certificate stands; or, where no one could sign, the way to one.</summary>
public sealed class PassphraseFieldViewComponent(SopDbContext db, TimeProvider time) : ViewComponent
{
    /// <param name="name">Of the field, as the form binds it: "Input.Frasa".</param>
    public async Task<IViewComponentResult> InvokeAsync(string name, string label)
    {
        var own = UserClaimsPrincipal.Actor().PegawaiId is { } me ? await db.CertificatesOfAsync(me, time.GetUtcNow()) : [];
        return View(new PassphraseField(name, label, own.FirstOrDefault(c => c.State != CertificateState.Requested), own.Any(
            c => c.State == CertificateState.Requested)));
    }
}

/// <param name="InUse">The certificate, expired or not; null when there is none.</param>
public sealed record PassphraseField(string Name, string Label, CertificateView? InUse, bool IsWaiting);
