using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Certificates;

/// <summary>The authority of the dinas and its list of revoked certificates, signed anew on demand.</summary>
public sealed partial class AuthorityModel(SopDbContext db, CertificateChanges changes, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<AuthorityView> Rows { get; private set; } = [];

    public IReadOnlyList<ChangeLine> Changes { get; private set; } = [];

    public DateTimeOffset Now => time.GetUtcNow();

    public IReadOnlyList<SelectListItem> Usable =>
        [.. Rows.Where(a => a.NotAfter > Now).Select(a => new SelectListItem(a.Nama, $"{a.Id}"))];

    /// <summary>Whether two people hold the passphrase of one of them.</summary>
    public bool IsShared => Rows.Any(a => a.IsShared && a.NotAfter > Now);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync() =>
        await changes.PublishAsync(User, Input.Otoritas!.Value, Input.OfAuthority()) is { } refusal
        ? await this.ShowAgainAsync(refusal.IsLostRace ? "" : "Input.Frasa", refusal.Sentence)
        : this.Done("Daftar pencabutan baru sudah ditandatangani dan diterbitkan.");

    public async Task LoadAsync()
    {
        Rows = await db.AuthoritiesAsync();
        Changes = await db.Changes.Where(c => c.Subject == ChangeSubjects.Otoritas).OrderByDescending(c => c.Id).Take(20)
            .Select(c => new ChangeLine(c.At, c.ActorNama, c.Sentence)).ToListAsync();
    }
}
