using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans.Pp46;

/// <summary>Writing the targets of one plan, and laying them before the atasan langsung.</summary>
public sealed partial class EditModel(SopDbContext db, TimeProvider time) : PlanWritingPageModel(db, time)
{
    private const int RowsAtATime = 5;

    [BindProperty]
    public Form Input { get; set; } = new();

    protected override string Method => ScoringMethods.Pp46;

    /// <summary>Where the person studies for the whole period; null for anyone else.</summary>
    public string? Study => SasaranKerja.TugasBelajarOf(Keadaan, Plan.Period.Mulai, Plan.Period.Selesai);

    public bool MayGrow => Input.Rows.Length < KegiatanTugasJabatan.Most;

    public void OnGet()
    {
        var kegiatan = ((SasaranKerja)Plan.Content).Kegiatan;
        Input.Rows = [.. kegiatan.Select(TargetRow.From)];
        Grow(Study is not null ? 0 : kegiatan.Count == 0 ? RowsAtATime : 2);
    }

    [WithoutInput]
    [Performs<PlanAct>(PlanAct.Write)]
    public IActionResult OnPostMore()
    {
        Grow(RowsAtATime);
        return Page();
    }

    [Performs<PlanAct>(PlanAct.Write)]
    public Task<IActionResult> OnPostSaveAsync() => KeepAsync(Written());

    public async Task<IActionResult> OnPostProposeAsync()
    {
        var content = Written();
        var why = PlanWords.WhyNobodyAgrees(Plan.Pegawai) ?? (content.Faults() is [var first, ..] ? first.Sentence
            : content.WhyTooLong(Plan.Mulai, Plan.Selesai));
        if (why is not null)
        {
            ModelState.AddModelError("", why);
            return await this.ShowAgainAsync();
        }

        return await ProposeAsync(content);
    }

    private SasaranKerja Written() => new([.. Input.Rows.Where(r => !r.IsDropped).Select(r => r.ToKegiatan())]) { TugasBelajar = Study };

    private void Grow(int rows)
    {
        var room = Math.Clamp(KegiatanTugasJabatan.Most - Input.Rows.Length, 0, rows);
        Input.Rows = [.. Input.Rows, .. Enumerable.Range(0, room).Select(_ => new TargetRow())];
    }
}
