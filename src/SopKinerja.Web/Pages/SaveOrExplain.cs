using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

/// <summary>Saving the administrator's forms: a lost race and a value that someone else has taken become sentences.</summary>
public static class SaveOrExplain
{
    internal const string DoneMessage = "Berhasil";

    /// <summary>Where what comes next is done, and what it is.</summary>
    internal const string NextUrl = "Berikutnya";
    internal const string NextWords = "YangBerikutnya";

    internal const string VersionField = "Input.Version";

    /// <summary>Null when it was saved; otherwise the page once more, 409 after a lost race.</summary>
    /// <param name="uniqueField">The field whose value must be unique.</param>
    public static async Task<IActionResult?> WhyNotSavedAsync(
        this PageModel page, SopDbContext db, Func<Task> save, string uniqueField, string taken, params FieldRefusal[] guards)
    {
        if (await db.WhyNotSavedAsync(save) is not { } unsaved)
        {
            page.HttpContext.RequestServices.GetRequiredService<FilterLists>().Forget();
            return null;
        }

        db.ChangeTracker.Clear();
        if (guards.Prepend(new(UnsavedReason.Taken, uniqueField, taken)).FirstOrDefault(g => g.Reason == unsaved.Reason) is { } guard)
        {
            return await page.ShowAgainAsync(guard.Field, guard.Sentence);
        }

        if (unsaved.Reason == UnsavedReason.Stale)
        {
            return await page.LostRaceAsync();
        }

        page.ModelState.AddModelError("", unsaved.Sentence);
        return await page.ShowAgainAsync(unsaved.Row.Status);
    }

    /// <summary>Goes on to an address, or comes back to this page for null, which says what was done.</summary>
    public static LocalRedirectResult Done(this PageModel page, string done, string? to = null)
    {
        page.TempData[DoneMessage] = done;
        return page.LocalRedirect(to ?? page.Request.Path);
    }

    public static Task<IActionResult> LostRaceAsync(this PageModel page)
    {
        page.ModelState.Remove(VersionField);
        page.ModelState.AddModelError("", page is IShowsChanges
            ? "Data ini baru saja diubah orang lain atau dari jendela lain, jadi isian Anda belum disimpan. Bandingkan isian Anda dengan "
                + "riwayat perubahan di bawah, lalu simpan lagi bila isian Anda yang benar."
            : "Data ini baru saja diubah orang lain atau dari jendela lain, jadi isian Anda belum disimpan. Yang tampil sekarang keadaan "
                + "terbarunya: periksa, lalu kirim lagi bila masih perlu.");
        return page.ShowAgainAsync(StatusCodes.Status409Conflict);
    }

    /// <summary>Whether the form should take over the newest version: when it is shown first, and after a lost race.</summary>
    public static bool NeedsVersion(this PageModel page) => !page.ModelState.ContainsKey(VersionField);
}

/// <summary>A page with the history of what it changes at its end.</summary>
public interface IShowsChanges;

public sealed record FieldRefusal(UnsavedReason Reason, string Field, string Sentence);
