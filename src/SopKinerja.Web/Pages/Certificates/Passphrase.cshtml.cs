using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Certificates;

/// <summary>Another passphrase for the authority that issues: of one person, or of two who each hold a part.</summary>
public sealed partial class PassphraseModel(
    SopDbContext db, CertificateChanges changes, IConfiguration configuration, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The one that issues; null before one is made.</summary>
    public AuthorityView? Authority { get; private set; }

    /// <summary>Whether the new one is given to two people.</summary>
    public bool WillBeShared => AuthorityKeeping.IsShared(configuration);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Authority is null)
        {
            return await this.ShowAgainAsync("", "Belum ada otoritas sertifikat dinas yang berlaku.");
        }

        if (WillBeShared && string.IsNullOrEmpty(Input.BaruKedua))
        {
            return await this.ShowAgainAsync("Input.BaruKedua", "Tulis bagian orang kedua dari frasa sandi yang baru.");
        }

        var second = WillBeShared ? new Passphrase(Input.BaruKedua!) : null;
        var refusal = await changes.ChangeAuthorityPassphraseAsync(User, Authority.Id, Input.OfAuthority(), new(Input.Baru!), second);
        return refusal is not null
            ? await this.ShowAgainAsync(refusal.IsLostRace ? "" : "Input.Frasa", refusal.Sentence)
            : this.Done(
                "Frasa sandi otoritas sudah diganti. Yang lama tidak membuka apa pun lagi, kecuali pada cadangan lama.",
                Links.Certificates.Authority);
    }

    public async Task LoadAsync() => Authority = (await db.AuthoritiesAsync()).FirstOrDefault(a => a.NotAfter > time.GetUtcNow());
}
