using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Dossiers.Step1Collect;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5, the other way: the rated person objects with reasons and evidence, and the dossier stops.</summary>
[UploadLimit(Uploads.MostRequest)]
public sealed partial class ObjectModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    private const int MostFiles = 10;

    public override Step Step => Dossier.Step;

    public override Substep Substep => Dossier.Substep;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Evidence> Bukti => Dossier.DraftKeberatan?.Bukti ?? [];

    protected override Act Own => Act.Object;

    protected override void Show() => Input.Alasan = Dossier.DraftKeberatan?.Reasons;

    [Performs<Act>(Act.Object)]
    public async Task<IActionResult> OnPostSaveAsync() => await KeepAsync()
        ? await SavedAsync("Konsep keberatan Anda disimpan. Hanya Anda yang dapat membacanya sampai dikirim.")
        : await this.ShowAgainAsync();

    public async Task<IActionResult> OnPostObjectAsync()
    {
        if (TypedText.Length(Input.Alasan.Trimmed()) < 20)
        {
            ModelState.AddModelError(
                "Input.Alasan", "Alasan keberatan terlalu singkat. Tulis paling sedikit 20 karakter: bagian mana dan mengapa.");
        }

        return !await KeepAsync() ? await this.ShowAgainAsync() : await MovedAsync(
            $"Keberatan Anda sudah dicatat dan dikirim.", () => Dossier.Object(Input.Alasan.Trimmed()!, Actor, Now));
    }

    [WithoutInput]
    [Performs<Act>(Act.Object)]
    public async Task<IActionResult> OnPostRemoveAsync(string? key)
    {
        if (Bukti.FirstOrDefault(e => e.Key == key) is not { } evidence)
        {
            return await ShowAgainAsync(new(RefusalKind.Incomplete, "Lampiran itu sudah tidak ada dalam konsep ini."));
        }

        Dossier.Draft(new DraftKeberatan(Dossier.DraftKeberatan!.Reasons, [.. Bukti.Where(e => e != evidence)]), Actor, Now);
        Db.EvidenceContents.Remove(new() { Key = evidence.Key, DossierId = Dossier.Id, Bytes = [] });
        return await SavedAsync($"Lampiran “{evidence.OriginalName}” dihapus.");
    }

    private async Task<bool> KeepAsync()
    {
        var files = Input.Berkas ?? [];
        if (Bukti.Count + files.Count > MostFiles)
        {
            ModelState.AddModelError(
                "Input.Berkas", $"Paling banyak {MostFiles} lampiran untuk satu keberatan. Gabungkan beberapa halaman menjadi satu PDF.");
        }

        if (!ModelState.IsValid)
        {
            return false;
        }

        List<Evidence> bukti = [.. Bukti];
        foreach (var file in files)
        {
            var (evidence, content) = await EvidenceFile.ReadAsync(file, Dossier.Id, Actor, Now);
            Db.EvidenceContents.Add(content);
            bukti.Add(evidence);
        }

        Dossier.Draft(new DraftKeberatan(Input.Alasan.Trimmed()!, bukti), Actor, Now);
        return true;
    }
}
