using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5b: the atasan pejabat penilai decides on an objection (PP 30/2019 ps. 59).</summary>
public sealed partial class DecideModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    private const string Tetap = "tetap";

    private const string Kembali = "kembali";

    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.Keputusan;

    [BindProperty]
    public Form Input { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Choices { get; } =
    [
        new("Hasil tetap: keberatan tidak mengubah hasil", Tetap),
        new("Dinilai kembali: pejabat penilai menilai lagi menurut keputusan ini", Kembali),
    ];

    public Task<IActionResult> OnPostCompleteAsync()
    {
        Dossier.Decide(Input.Putusan == Tetap, Input.Isi.Trimmed()!, Actor, Now);
        return MovedAsync($"Keputusan Anda sudah dicatat. Berkas sekarang menunggu {Dossier.Performer(Dossier.Row, Actor)}.");
    }
}
