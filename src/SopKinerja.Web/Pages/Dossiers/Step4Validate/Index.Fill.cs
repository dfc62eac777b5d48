using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

// What need not be typed.
public sealed partial class IndexModel
{
    /// <summary>Whether fields were filled that are not saved yet.</summary>
    public bool IsFilled { get; private set; }

    /// <param name="isi">The dossier of an earlier part whose umpan balik is taken where none is written yet.</param>
    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostFillAsync(long? isi)
    {
        await LoadAsync();
        if (Parts.FirstOrDefault(p => p is { HasSameTargets: true, MayViewResult: true } && p.DossierId == isi) is { } part)
        {
            Given.FillFrom(Dossier, part.Sheet);
            ModelState.Clear();
            IsFilled = true;
        }

        return Page();
    }
}
