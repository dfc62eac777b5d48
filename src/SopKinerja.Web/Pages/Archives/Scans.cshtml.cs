using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.WetInk;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Archives;

/// <summary>A pile of scans of papers that were signed by hand, each matched to its dossier by its QR code.</summary>
[UploadLimit(Uploads.MostRequest)]
public sealed partial class ScansModel(SopDbContext db, ScanPiles piles) : PageModel, IShowsAgain
{
    private const int MostWaiting = 50;

    // A small pile is read before its page is shown; a larger one is looked at again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The last pile of this person; null when there is none.</summary>
    public ScanPile? Pile => piles.Of(User.Actor());

    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var files = new List<ScanFile>();
        foreach (var file in Input.Berkas!)
        {
            files.Add(await ScanFile.ReadAsync(file));
        }

        if (piles.Take(User.Actor(), files) is not { } pile)
        {
            return await this.ShowAgainAsync("Input.Berkas", "Tumpukan sebelumnya masih dibaca. Tunggu sampai selesai, lalu unggah lagi.");
        }

        HttpContext.Features.Get<FormAct>()!.IsDoneBehind = true;
        await Task.WhenAny(pile.Done, Task.Delay(Patience, HttpContext.RequestAborted));
        return LocalRedirect(Links.Archives.Scans);
    }

    public async Task LoadAsync()
    {
        var me = User.Actor().PegawaiId;
        Waiting = await db.Dossiers.AsNoTracking()
            .Where(d => d.Step == Step.Duplicate && d.SigningMode == SigningMode.WetInk && d.AsnId != me && d.Scans.Count == 0)
            .OrderBy(d => d.StepSince).ThenBy(d => d.Id).Take(MostWaiting)
            .Select(d => new Row(
                d.Id, d.Parties, d.Period, d.Bagian, d.Post, d.StepSince,
                d.PenetapanGround == null ? DocumentKind.Final : DocumentKind.Determined)).ToListAsync(HttpContext.RequestAborted);
    }

    public sealed record Row(long Id, Parties Parties, Period Period, int Bagian, int Post, DateTimeOffset Since, DocumentKind Original);
}
