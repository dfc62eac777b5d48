using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People.Accounts.Slips;

/// <summary>Slips that the reader made, until they are printed; their codes stand in the file alone.</summary>
public sealed class BatchModel(EntrySlips slips) : RecordPageModel<IReadOnlyList<EntrySlip>>
{
    public const string Gone = "Slip ini tidak ada pada Anda, atau sudah dihapus dari server. Buat slip baru bila belum tercetak.";

    public static double HoursKept => EntryBatch.Kept.TotalHours;

    public async Task<IActionResult> OnPostAsync()
    {
        await slips.ForgetAsync(User, Id);
        return this.Done("Kode slip itu sudah dihapus dari server; slip yang tercetak tetap berlaku.", Links.Accounts.List);
    }

    protected override string NotFoundSentence => Gone;

    protected override Task<IReadOnlyList<EntrySlip>?> FindAsync() => slips.FindAsync(User, Id, HttpContext.RequestAborted);
}
