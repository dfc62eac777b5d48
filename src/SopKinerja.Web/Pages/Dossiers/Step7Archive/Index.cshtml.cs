using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step7Archive;

/// <summary>Step 7: the Sekretaris writes down where the document lies, and the dossier closes for good.</summary>
public sealed partial class IndexModel(SopDbContext db, TimeProvider time, CurrentSettings settings) : StepPageModel(db, time)
{
    public override Step Step => Step.Archive;

    [BindProperty]
    public Form Input { get; set; } = new();

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            if (HttpMethods.IsGet(Request.Method))
            {
                await SuggestAsync();
            }

            return await next();
        });

    public async Task<IActionResult> OnPostCompleteAsync()
    {
        Dossier.Archive(Input.ToRecord(), Actor, Now);
        return await MovedAsync($"Dokumen disimpan di boks {Dossier.ArchiveRecord!.NomorBoks} dan berkas sudah ditutup.");
    }

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToDuplicate;

    private async Task SuggestAsync()
    {
        var year = Dossier.Period.Mulai.Year;
        // The box into which the unit's last document of that year went has room more often than not.
        var unit = await Db.UnitKerja.Where(u => u.Id == Dossier.UnitKerjaId)
            .Select(u => new
            {
                u.Kode,
                Last = Db.Dossiers.Where(d => d.UnitKerjaId == u.Id && d.ClosedAt != null && d.Period.Mulai.Year == year)
                    .OrderByDescending(d => d.ClosedAt).Select(d => d.ArchiveRecord).FirstOrDefault(),
            })
            .SingleAsync(HttpContext.RequestAborted);
        var kode = unit.Last?.KodeKlasifikasi ?? settings.Value.KodeKlasifikasi;
        Input = new()
        {
            KodeKlasifikasi = kode,
            NomorBoks = unit.Last?.NomorBoks ?? $"BOX-{unit.Kode}-{year}-001",
            NomorFolder = unit.Last?.NomorFolder ?? "FOLDER-01",
            NomorArsip = string.Create(CultureInfo.InvariantCulture, $"{kode}/{Dossier.Id}/{year}"),
        };
    }
}
