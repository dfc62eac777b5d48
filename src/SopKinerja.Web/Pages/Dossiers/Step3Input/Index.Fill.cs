using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages.Dossiers.Step3Input;

// What need not be typed.
public sealed partial class IndexModel
{
    public const string FromTarget = "target";

    /// <param name="isi">"target", or the dossier of an earlier part from which what is empty is taken.</param>
    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostFillAsync(string? isi)
    {
        await LoadAsync();
        if (isi == FromTarget)
        {
            Typed.FillFromTarget(Dossier);
        }
        else if (Parts.FirstOrDefault(p => p.HasSameTargets && $"{p.DossierId}" == isi) is { } part)
        {
            Typed.FillFrom(Dossier, part.Sheet);
        }
        else
        {
            return Page();
        }

        return Filled();
    }
}
