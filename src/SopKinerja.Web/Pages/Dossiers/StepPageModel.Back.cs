using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

// The way back of a row.
public abstract partial class StepPageModel
{
    [WithoutInput]
    public async Task<IActionResult> OnPostSendBackAsync()
    {
        // PostgreSQL keeps no U+0000.
        var reason = (Alasan ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        const string TooShort = "Tulis alasan pengembalian, paling sedikit 10 karakter, supaya penerima tahu apa yang harus diperbaiki.";
        if (ReasonRules.WhyNot(reason, TooShort) is { } fault)
        {
            return await this.ShowAgainAsync(nameof(Alasan), fault);
        }

        Dossier.SendBack(Row, reason, Actor, Now);
        var moved = await MovedAsync($"Berkas dikembalikan ke {Dossier.Row.AsTarget(Row, Dossier.Performer(Dossier.Row, Actor))}.");
        if (Row.Reopens && moved is LocalRedirectResult)
        {
            await HttpContext.RequestServices.GetRequiredService<Register>().SaveAsync(Dossier.AsnId);
        }

        return moved;
    }
}
