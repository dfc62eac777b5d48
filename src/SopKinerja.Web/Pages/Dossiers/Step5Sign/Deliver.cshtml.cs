using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5: an office records that the result was handed to the rated person, who has not opened it here.</summary>
public sealed partial class DeliverModel(SopDbContext db, TimeProvider time, ResultReceipts receipts) : StepPageModel(db, time)
{
    public override Step Step => Dossier.Step;

    public override Substep Substep => Dossier.Substep;

    [BindProperty]
    public Form Input { get; set; } = new();

    protected override Act Own => Act.Deliver;

    protected override void Show() => Input.Tanggal = Tanggal.DiWita(Now);

    public async Task<IActionResult> OnPostDeliverAsync()
    {
        var (day, today, approved) = (Input.Tanggal!.Value, Tanggal.DiWita(Now), Dossier.IssuedOn);
        if (day > today || day < approved)
        {
            return await this.ShowAgainAsync(
                "Input.Tanggal", $"Hasil hanya dapat diserahkan sejak disetujui pada {Tanggal.Tampil(approved)} sampai hari ini.");
        }

        await receipts.DeliverAsync(Dossier, Actor, day, Input.Catatan.Trimmed());
        return await MovedAsync(
            $"Penyerahan hasil dicatat. Masa keberatan berlaku sampai {Tanggal.Tampil(Dossier.LastDayToObject!.Value)}.");
    }
}
