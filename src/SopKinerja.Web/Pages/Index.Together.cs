using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Imports;

namespace SopKinerja.Web.Pages;

// One row of the SOP on many dossiers at once.
public sealed partial class IndexModel
{
    /// <summary>The rows that can be finished on several of what is shown.</summary>
    public IEnumerable<SopRow> Together =>
        SopTable.Together.Where(r => Tasks.Count(t => t.EndsWith is not null && t.Row.Stage == r.Stage) > 1);

    public async Task<IActionResult> OnPostCompleteAllAsync(string? tahap)
    {
        var row = SopTable.Together.FirstOrDefault(r => $"{r.Stage}" == tahap);
        if ((runs.WhyNot(CompleteKind.Kode, User) ?? (row is null
            ? new(RefusalKind.Incomplete, "Pilih langkah yang diselesaikan dahulu.") : null)) is { } refusal)
        {
            return HttpContext.Refuse(refusal);
        }

        var cancel = HttpContext.RequestAborted;
        var chosen = await CompleteKind.ChooseAsync(db, Actor, row!, Queue, cancel);
        return await runs.BeginAsync(CompleteKind.Kode, row!.Nama, chosen, User, cancel) is { } run
            ? LocalRedirect(Links.Imports.Run(run))
            : this.Done($"Tidak ada berkas yang menunggu Anda pada {row.InSentence}.", Links.Queue(Queue));
    }
}
