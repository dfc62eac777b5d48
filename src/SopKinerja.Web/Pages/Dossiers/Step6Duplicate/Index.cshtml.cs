using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.WetInk;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step6Duplicate;

/// <summary>Step 6: the Sekretaris makes numbered copies of the final document, and hands in what was signed on paper.</summary>
[UploadLimit(Uploads.MostBytes + Uploads.RoomForFields)]
public sealed class IndexModel(SopDbContext db, TimeProvider time, ScanDesk desk) : StepPageModel(db, time)
{
    public override Step Step => Step.Duplicate;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Beside the form of the copies: bound by its own handler, so that neither is judged with the other.</summary>
    public ScanForm Pindai { get; private set; } = new();

    public bool IsOnPaper => Dossier.SigningMode == SigningMode.WetInk;

    public StoredDocument? Original => Dossier.LastDocument;

    public IEnumerable<string> Recipients =>
        new[]
            {
                Dossier.Parties.Asn.Nama, Dossier.Parties.AtasanLangsung.Nama, Dossier.Parties.AtasanPejabatPenilai?.Nama,
                "Subbagian Umum dan Kepegawaian", "Arsip dinas",
            }
            .OfType<string>().Except(Dossier.Copies.Select(c => c.ForWhom));

    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostScanAsync(ScanForm pindai)
    {
        Pindai = pindai;
        var file = await ScanFile.ReadAsync(pindai.Berkas!);
        var origin = await desk.OriginAsync(file, HttpContext.RequestAborted);
        var (match, whyNot) = origin.Of(Dossier, file, pindai.Kode);
        if (match is null)
        {
            return await this.ShowAgainAsync(origin is ScanOrigin.Unread
                && pindai.Kode.Trimmed() is not null ? "Pindai.Kode" : "Pindai.Berkas", whyNot!);
        }

        var scan = Dossier.AttachScan(file.Matched(match.Value), Actor, Now);
        return await SavedAsync($"Pindaian ke-{scan.No} sudah tersimpan di samping dokumen asli.");
    }

    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostCopyAsync()
    {
        var copy = Dossier.MakeCopy(Input.Untuk.Trimmed()!, Actor, Now);
        return await SavedAsync($"Salinan ke-{copy.No} untuk {copy.ForWhom} sudah dibuat. Buka salinan itu untuk mencetaknya.");
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostCompleteAsync()
    {
        if (WhyNotComplete() is { } refusal)
        {
            return await ShowAgainAsync(refusal);
        }

        Dossier.Complete(Step, Actor, Now);
        return await MovedAsync("Penggandaan selesai. Berkas diteruskan ke pengarsipan.");
    }

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToDuplicate;

    public sealed class Form
    {
        public string? Untuk { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Untuk).Text(200, "penerima salinan");
    }
}
