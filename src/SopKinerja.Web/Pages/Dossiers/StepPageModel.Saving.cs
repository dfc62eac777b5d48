using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

// How a step page ends: with a signature, a save, a move, or a race that someone else won.
public abstract partial class StepPageModel
{
    /// <summary>Takes the signature of the step with the secret of the field Input.KataSandi, moves the dossier and saves; otherwise the
    /// page again.</summary>
    protected async Task<IActionResult> SignedAsync(
        StepSigning signing, string? secret, Action<StepSignature.Given, DateTimeOffset> move, Func<string> message)
    {
        var now = Now;
        switch (WhyNotComplete() is { } refusal ? null : await signing.SignAsync(Dossier, User, secret, now))
        {
            case StepSignature.Given given:
                move(given, now);
                return await MovedAsync(given.Note is null ? message() : $"{message()} {given.Note}");
            case StepSignature.Undecided:
                return Redirect(Links.Dossiers.Undecided(Dossier.Id));
            case StepSignature.Withheld withheld:
                return await this.ShowAgainAsync("Input.KataSandi", withheld.Sentence);
            case null:
                return await ShowAgainAsync(WhyNotComplete()!);
            case var other:
                throw new InvalidOperationException($"Signing ended as {other.GetType().Name}, which no page knows.");
        }
    }

    protected Task<IActionResult> ShowAgainAsync(Refusal refusal) => this.ShowAgainAsync("", refusal.Sentence);

    protected Task<IActionResult> SavedAsync(string message, string? to = null) =>
        SaveAsync(message, null, () => Task.FromResult<IActionResult>(LocalRedirect(Links.Dossiers.In(Queue, to ?? Request.Path))));

    /// <param name="move">The move itself, where what comes with it must be stored before; both are saved or neither.</param>
    protected Task<IActionResult> MovedAsync(string message, Action? move = null) =>
        SaveAsync(message, move, OnAsync);

    protected virtual Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToWork;

    private async Task<IActionResult> SaveAsync(string message, Action? move, Func<Task<IActionResult>> then)
    {
        if (await db.WhyNotSavedAsync(move is null ? null : () => SaveWithMoveAsync(move)) is { } unsaved)
        {
            return await LostRaceAsync(unsaved);
        }

        TempData[SaveOrExplain.DoneMessage] = message;
        return await then();
    }

    private async Task SaveWithMoveAsync(Action move)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        move();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <param name="unsaved">Null when the race was lost before anything was saved.</param>
    protected async Task<IActionResult> LostRaceAsync(Unsaved? unsaved = null)
    {
        db.ChangeTracker.Clear();
        Dossier = await Loading(db, Dossier.Id) ?? Dossier;
        var last = Dossier.History[^1];
        if (Procedure.WhyNot(Dossier, Row, Own, Actor, Now) is { } refusal)
        {
            return HttpContext.Refuse(refusal with
            {
                Kind = RefusalKind.Conflict,
                Sentence = $"Isian Anda tidak disimpan karena berkas ini baru saja berubah. {last.Sentence} ({last.When}) "
                    + $"{refusal.Sentence}",
            });
        }

        ModelState.Remove(nameof(Version));
        Version = Dossier.Version;
        const string Changed = "Berkas ini baru saja diubah orang lain atau dari jendela lain, jadi isian Anda belum disimpan. "
            + "Isian Anda masih tampil di bawah ini. Bandingkan dengan data terbaru di halaman berkas, lalu simpan lagi bila isian Anda "
            + "yang benar.";
        ModelState.AddModelError("", unsaved?.LostRace(Changed) ?? Changed);
        return await this.ShowAgainAsync(StatusCodes.Status409Conflict);
    }
}
