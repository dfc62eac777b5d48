using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans.PermenPanRb6;

/// <summary>Writing one plan under PermenPANRB 6/2022, and proposing it to the atasan langsung.</summary>
// Sixty rencana of twenty indikator are more fields than a form may have elsewhere.
[RequestFormLimits(ValueCountLimit = 8_000)]
public sealed class RencanaModel(SopDbContext db, TimeProvider time) : PlanWritingPageModel(db, time), IShowsAgain
{
    [BindProperty]
    public SasaranForm Input { get; set; } = new();

    public RencanaPimpinan Pimpinan { get; private set; } = null!;

    public FormulirSkp Formulir => Input.Formulir(Sasaran, Plan.Pegawai.JenisJabatan);

    public bool IsUnsaved { get; private set; }

    private SasaranKinerja Sasaran => (SasaranKinerja)Plan.Content;

    protected override string Method => ScoringMethods.PermenPanRb6;

    public async Task OnGetAsync()
    {
        Pimpinan = await RencanaPimpinan.LoadAsync(Db, Plan);
        Input = SasaranForm.From(Sasaran, Pimpinan);
    }

    [WithoutInput]
    [Performs<PlanAct>(PlanAct.Write)]
    public Task<IActionResult> OnPostMoreAsync() => ShowUnsavedAsync();

    [WithoutInput]
    [Performs<PlanAct>(PlanAct.Write)]
    public async Task<IActionResult> OnPostSwitchAsync(int ke)
    {
        await LoadAsync();
        var other = FormulirSkp.For(Plan.Pegawai.JenisJabatan).ElementAtOrDefault(ke) ?? Formulir;
        Input = Input.On(Formulir, other, Pimpinan);
        return await ShowUnsavedAsync();
    }

    [Performs<PlanAct>(PlanAct.Write)]
    public async Task<IActionResult> OnPostSaveAsync() =>
        await ReadAsync() is { } content ? await KeepAsync(content) : await this.ShowAgainAsync();

    public async Task<IActionResult> OnPostProposeAsync()
    {
        // The places in the sentences are those of the SKP, so the page shows no others.
        Input.DropEmpty();
        ModelState.Clear();
        return await ReadAsync() is { } content && IsComplete(content) ? await ProposeAsync(content) : await this.ShowAgainAsync();
    }

    public async Task LoadAsync()
    {
        Pimpinan ??= await RencanaPimpinan.LoadAsync(Db, Plan);
        Input.Fit();
    }

    private async Task<IActionResult> ShowUnsavedAsync()
    {
        await LoadAsync();
        IsUnsaved = true;
        return Page();
    }

    /// <summary>Null, with a sentence at the field, where something was chosen that is no choice any more.</summary>
    private async Task<SasaranKinerja?> ReadAsync()
    {
        await LoadAsync();
        Input.Gone(Pimpinan).ToList().ForEach(field => ModelState.AddModelError($"Input.{field}", RencanaPimpinan.Gone));
        return ModelState.IsValid ? Input.To(Formulir, Pimpinan) : null;
    }

    private bool IsComplete(SasaranKinerja content)
    {
        content.Faults().ToList().ForEach(f => ModelState.AddModelError($"Input.{Input.Field(f.Place, Pimpinan)}", f.Sentence));
        if (PlanWords.WhyNobodyAgrees(Plan.Pegawai) is { } why)
        {
            ModelState.AddModelError("", why);
        }

        return ModelState.IsValid;
    }
}
