using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

// One dossier after another.
public abstract partial class StepPageModel
{
    /// <summary>Set by the button that goes on to the next dossier of the queue.</summary>
    [BindProperty(Name = WorkQueue.OnField)]
    public string? Lanjut { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Stage)]
    public string? Langkah { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Unit)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public string? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Order)]
    public string? Urut { get; set; }

    /// <summary>Through what the reader works, as his way here says.</summary>
    public WorkQueue Queue => WorkQueue.Of(Langkah, Unit, Periode, Urut);

    /// <summary>Where a handler of this page answers, with the queue.</summary>
    public string Handler(string name) => Request.WithHandler(name);

    private async Task ClaimAsync()
    {
        if (Own == Act.Work && !Row.Pelaksana.IsParty())
        {
            ViewData[HeldBy.Key] = await WorkClaim.TakeAsync(db, Dossier, Actor, Now, HttpContext.RequestAborted);
        }
    }

    // To the next of the queue where the button says so, else to the dossier, which names it.
    private async Task<IActionResult> OnAsync()
    {
        // It is done: whoever left meanwhile, as by a second click, gets this answer when his form comes again.
        var next = Row.ComesInNumbers ? await db.NextAsync(Actor, Queue, Row, Dossier.Id, Now, CancellationToken.None) : null;
        if (Lanjut is not null)
        {
            TempData[SaveOrExplain.DoneMessage] = $"{Dossier.Parties.Asn.Nama}: {TempData[SaveOrExplain.DoneMessage]}"
                + (next is null ? $" Tidak ada lagi yang menunggu Anda pada {Row.InSentence}." : "");
            return LocalRedirect(next is null ? Links.Queue(Queue) : Links.Dossiers.Work(next.Id, next.Row, Queue));
        }

        if (next is not null)
        {
            TempData[SaveOrExplain.NextUrl] = Links.Dossiers.Work(next.Id, next.Row, Queue);
            TempData[SaveOrExplain.NextWords] = next.Words;
        }

        return LocalRedirect(Links.Dossiers.Details(Dossier.Id));
    }
}
