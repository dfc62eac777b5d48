using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step1Collect;

/// <summary>Step 1: the analis records the formulir kinerja that was handed in, with its files.</summary>
[UploadLimit(Uploads.MostRequest)]
public sealed class IndexModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Collect;

    [BindProperty]
    public Form Input { get; set; } = new();

    protected override void Show() => Input = new()
    {
        DiserahkanOleh = Dossier.Receipt?.HandedInBy ?? Dossier.Parties.Asn.Nama,
        Tanggal = Dossier.Receipt?.Date ?? Tanggal.DiWita(Now),
        Catatan = Dossier.Receipt?.Note,
    };

    public async Task<IActionResult> OnPostAsync() =>
        await TakeDownAsync() ? await SavedAsync("Penerimaan formulir kinerja disimpan.") : await this.ShowAgainAsync();

    public async Task<IActionResult> OnPostCompleteAsync()
    {
        if (!await TakeDownAsync())
        {
            return await this.ShowAgainAsync();
        }

        // Files go in first: the database takes none for a dossier that has left this step.
        return WhyNotComplete() is { } refusal
            ? await ShowAgainAsync(refusal)
            : await MovedAsync($"Berkas dikirim ke {Dossier.Performer(Step.Check, Actor)}.", () => Dossier.Complete(Step, Actor, Now));
    }

    [WithoutInput]
    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostRemoveAsync(string? key)
    {
        if (Dossier.Evidence.FirstOrDefault(e => e.Key == key) is not { } evidence)
        {
            return await ShowAgainAsync(new(
                RefusalKind.Incomplete, "Lampiran itu sudah tidak ada. Daftar di bawah menunjukkan lampiran yang masih tersimpan."));
        }

        Dossier.RemoveEvidence(evidence.Key, Actor, Now);
        Db.EvidenceContents.Remove(new() { Key = evidence.Key, DossierId = Dossier.Id, Bytes = [] });
        return await SavedAsync($"Lampiran “{evidence.OriginalName}” dihapus.");
    }

    private async Task<bool> TakeDownAsync()
    {
        var files = Input.Berkas ?? [];
        if (DateProblem(Input.Tanggal!.Value) is { } date)
        {
            ModelState.AddModelError("Input.Tanggal", date);
        }

        if (Dossier.Evidence.Count + files.Count > Uploads.MostFiles)
        {
            ModelState.AddModelError("Input.Berkas", $"Paling banyak {Uploads.MostFiles} lampiran untuk satu berkas. "
                + $"Sudah tersimpan {Dossier.Evidence.Count}, "
                + $"jadi {files.Count} lagi tidak muat. Gabungkan beberapa halaman menjadi satu PDF.");
        }

        if (!ModelState.IsValid)
        {
            return false;
        }

        Dossier.Receive(new(Input.DiserahkanOleh.Trimmed()!, Input.Tanggal.Value, Input.Catatan.Trimmed()), Actor, Now);
        foreach (var file in files)
        {
            var (evidence, content) = await EvidenceFile.ReadAsync(file, Dossier.Id, Actor, Now);
            Db.EvidenceContents.Add(content);
            Dossier.AddEvidence(evidence, Actor, Now);
        }

        return true;
    }

    private string? DateProblem(DateOnly date) =>
        date > Tanggal.DiWita(Now) ? "Tanggal diterima belum tiba. Tulis tanggal hari ini atau sebelumnya."
        : date < Dossier.Period.Mulai ? $"Tanggal diterima mendahului periode, yang mulai {Tanggal.Tampil(Dossier.Period.Mulai)}."
        : null;
}
