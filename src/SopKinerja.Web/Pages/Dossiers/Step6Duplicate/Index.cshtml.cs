using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Infrastructure.Web;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step6Duplicate;

/// <summary>Step 6: the Sekretaris makes numbered copies of the final document.</summary>
public sealed class IndexModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Duplicate;

    [BindProperty]
    public Form Input { get; set; } = new();

    public StoredDocument? Original => Dossier.LastDocument;

    /// <summary>Those who usually get a copy.</summary>
    public IEnumerable<string> Recipients =>
        new[]
            {
                Dossier.Parties.Asn.Nama, Dossier.Parties.AtasanLangsung.Nama, Dossier.Parties.AtasanPejabatPenilai?.Nama,
                "Subbagian Umum dan Kepegawaian", "Arsip dinas",
            }
            .OfType<string>().Except(Dossier.Copies.Select(c => c.ForWhom));

    /// <summary>Makes the next copy.</summary>
    public async Task<IActionResult> OnPostCopyAsync()
    {
        var copy = Dossier.MakeCopy(Input.Untuk.Rapi()!, Actor, Now);
        return await SavedAsync($"Salinan ke-{copy.No} untuk {copy.ForWhom} sudah dibuat. Buka salinan itu untuk mencetaknya.");
    }

    /// <summary>Hands the dossier on to the archive.</summary>
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

    /// <summary>For whom the next copy is.</summary>
    public sealed class Form
    {
        public string? Untuk { get; set; }
    }

    /// <summary>What the form asks.</summary>
    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Untuk).Teks(200, "penerima salinan");
    }
}
