using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

// One dossier after another.
public abstract partial class StepPageModel
{
    /// <summary>Set by the button that goes on to the next dossier of the queue.</summary>
    [BindProperty(Name = WorkQueue.OnField)]
    public string? Lanjut { get; set; }

    /// <summary>Whether fields were filled for the reader that are not saved yet.</summary>
    public bool IsFilled { get; private set; }

    // The fields show what they hold now, not what was sent.
    protected IActionResult Filled()
    {
        ModelState.Clear();
        IsFilled = true;
        return Page();
    }

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
