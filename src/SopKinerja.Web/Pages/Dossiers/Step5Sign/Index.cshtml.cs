using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Pages.Dossiers.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5: the rated person reads the result and the document and says that it was received.</summary>
public sealed partial class IndexModel(
    SopDbContext db, TimeProvider time, StepSigning signing, DocumentPress press, DocumentProofs proofs, ResultReceipts receipts)
    : StepPageModel(db, time), ISigningPage
{
    private const string Tidak = "tidak";

    private const string Tetap = "tetap";

    public override Step Step => Step.Sign;

    [BindProperty]
    public SecretForm Input { get; set; } = new();

    [BindProperty]
    public Form Pernyataan { get; set; } = new();

    public SigningModeRow Mode => signing.ModeOf(Dossier);

    public StoredDocument Document => Dossier.LastDocument!;

    public FormDescription Preview => press.Describe(Dossier, Document.DrawnAt, proofs.Of(Dossier, Document.DrawnAt));

    public Refusal? WhyNotObject => Procedure.WhyNot(Dossier, Act.Object, Actor, Now);

    /// <summary>The two things that a signature may say; one of them where there is nothing to object to any more.</summary>
    public IReadOnlyList<SelectListItem> Choices => WhyNotObject is not null ? [] :
    [
        new("Menerima hasil dan tidak berkeberatan: berkas diteruskan sekarang", Tidak),
        new($"Menerima hasil; hak keberatan tetap sampai {Tanggal.Tampil(Dossier.LastDayToObject!.Value)}, lalu berkas diteruskan sendiri",
            Tetap),
    ];

    public IReadOnlyList<PartSoFar> Parts { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await receipts.NoteAsync(Dossier, Actor);
        Version = Dossier.Version;
        Parts = await PartSoFar.OfAsync(Db, Dossier, Actor);
    }

    public async Task<IActionResult> OnPostCompleteAsync()
    {
        if (Choices.Count > 0 && !Choices.Any(c => c.Value == Pernyataan.Pilihan))
        {
            return await this.ShowAgainAsync(
                "Pernyataan.Pilihan", "Pernyataan belum dipilih: tidak berkeberatan, atau hak keberatan tetap.");
        }

        return await SignedAsync(signing, Input.KataSandi,
            (given, now) => Dossier.Acknowledge(given.Draw, Actor, now, berkeberatan: Pernyataan.Pilihan == Tetap),
            () => "Terima kasih. Pernyataan Anda sudah dicatat dan dokumen akhirnya sudah disimpan. " + (Dossier.Row.EndsByItself
                ? $"Anda dapat mengajukan keberatan sampai {Tanggal.Tampil(Dossier.LastDayToObject!.Value)}."
                : $"Berkas sekarang menunggu {Dossier.Performer(Dossier.Row, Actor)}."));
    }

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToSign;
}
