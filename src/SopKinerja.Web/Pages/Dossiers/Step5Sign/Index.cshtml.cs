using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5: the rated person reads the result and the document and says that it was received.</summary>
public sealed class IndexModel(SopDbContext db, TimeProvider time, PasswordAgain password, DocumentPress press) : StepPageModel(db, time)
{
    public override Step Step => Step.Sign;

    [BindProperty]
    public Form Input { get; set; } = new();

    public StoredDocument Document => Dossier.Documents.Single(d => d.Kind == DocumentKind.Approved);

    public FormDescription Preview => press.Describe(Dossier, Document.DrawnAt);

    public Refusal? WhyNotObject => Procedure.WhyNot(Dossier, Step, Act.Object, Actor, Now);

    /// <summary>The other parts of the period; none where only the whole is evaluated.</summary>
    public IReadOnlyList<PartSoFar> Parts { get; private set; } = [];

    public override async Task LoadAsync() => Parts = await PartSoFar.OfAsync(Db, Dossier, Actor);

    public async Task<IActionResult> OnPostCompleteAsync()
    {
        if (await WhyNotSignedAsync(password, Input.KataSandi) is { } shownAgain)
        {
            return shownAgain;
        }

        var now = Now;
        Dossier.Acknowledge(d => press.Draw(d, now), Actor, now);
        return await MovedAsync("Terima kasih. Pernyataan Anda sudah dicatat dan dokumen akhirnya sudah disimpan. Berkas diteruskan ke Sekretaris.");
    }

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToSign;

    /// <summary>The password of the account, instead of a signature.</summary>
    public sealed class Form
    {
        public string? KataSandi { get; set; }
    }
}
