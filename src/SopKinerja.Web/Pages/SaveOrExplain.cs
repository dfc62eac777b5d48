using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

/// <summary>Saving the administrator's forms: a lost race and a value that somebody else has taken become sentences.</summary>
public static class SaveOrExplain
{
    /// <summary>The hidden field with the version that the person saw.</summary>
    private const string VersionField = "Input.Version";

    /// <summary>Null when it was saved; otherwise the page once more, 409 after a lost race.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="db">Forgets what could not be saved.</param>
    /// <param name="save">Saves.</param>
    /// <param name="uniqueField">The field whose value must be unique.</param>
    /// <param name="taken">The sentence when it is not.</param>
    /// <param name="guards">What the database may refuse besides.</param>
    public static async Task<IActionResult?> WhyNotSavedAsync(
        this PageModel page, SopDbContext db, Func<Task> save, string uniqueField, string taken, params FieldRefusal[] guards)
    {
        try
        {
            await save();
            page.HttpContext.RequestServices.GetRequiredService<FilterLists>().Forget();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await page.LostRaceAsync();
        }
        catch (DbUpdateException refused) when (refused.InnerException is PostgresException { SqlState: var code }
            && guards.Prepend(new(PostgresErrorCodes.UniqueViolation, uniqueField, taken)).FirstOrDefault(g => g.SqlState == code) is { } guard)
        {
            db.ChangeTracker.Clear();
            page.ModelState.AddModelError(guard.Field, guard.Sentence);
            return await page.ShowAgainAsync();
        }
    }

    /// <summary>Goes on to an address, or comes back to this page for null, which says what was done.</summary>
    public static LocalRedirectResult Done(this PageModel page, string done, string? to = null)
    {
        page.TempData["Berhasil"] = done;
        return page.LocalRedirect(to ?? page.Request.Path);
    }

    /// <summary>The page with what was typed, the newest version and its history.</summary>
    public static Task<IActionResult> LostRaceAsync(this PageModel page)
    {
        page.ModelState.Remove(VersionField);
        page.ModelState.AddModelError("", "Data ini baru saja diubah orang lain atau dari jendela lain, jadi isian Anda belum disimpan. "
            + "Bandingkan isian Anda dengan riwayat perubahan di bawah, lalu simpan lagi bila isian Anda yang benar.");
        return page.ShowAgainAsync(StatusCodes.Status409Conflict);
    }

    /// <summary>Whether the form should take over the newest version: when it is shown first, and after a lost race.</summary>
    public static bool NeedsVersion(this PageModel page) => !page.ModelState.ContainsKey(VersionField);
}

/// <summary>What a refusal of the database says at which field.</summary>
/// <param name="SqlState">The code of the refusal.</param>
/// <param name="Field">The field whose value it is about.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record FieldRefusal(string SqlState, string Field, string Sentence);
