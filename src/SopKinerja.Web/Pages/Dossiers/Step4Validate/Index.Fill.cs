using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

// What need not be typed.
public sealed partial class IndexModel
{
    /// <param name="isi">The dossier of an earlier part whose umpan balik is taken where none is written yet.</param>
    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostFillAsync(long? isi)
    {
        await LoadAsync();
        if (Parts.FirstOrDefault(p => p is { HasSameTargets: true, MayViewResult: true } && p.DossierId == isi) is not { } part)
        {
            return Page();
        }

        Given.FillFrom(Dossier, part.Sheet);
        return Filled();
    }
}
