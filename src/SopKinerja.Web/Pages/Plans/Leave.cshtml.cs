using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Dossiers;
using SopKinerja.Web.Pages.People;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>Ends a plan with the position for which it was agreed, so that each position of a period has its own.</summary>
public sealed partial class LeaveModel(SopDbContext db, FilterLists choices, KesiapanSource kesiapan, TimeProvider time)
    : PlanPageModel(db, time), IShowsAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>Why the position is not left, nor its ending corrected, any more; null where it may be.</summary>
    public string? WhyFixed { get; private set; }

    /// <summary>That who agreed to it has left since, as a sentence; null where he has not.</summary>
    public string? Gone { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new()
        {
            Sampai = Plan.PostUntil,
            Jabatan = Plan.FormerJabatan ?? Plan.Pegawai.Jabatan,
            UnitKerjaId = Plan.FormerUnitId ?? Plan.Pegawai.UnitKerjaId,
            Penilai = await PenilaiAsync(),
            NomorSurat = Plan.History.LastOrDefault(h => h.Move is PlanMove.Left or PlanMove.Corrected)?.Reason,
        };
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await LoadAsync();
        if (WhyFixed is not null)
        {
            ModelState.AddModelError("", WhyFixed);
        }

        if (Input.Sampai is { } day && await WhyNotOnAsync(day) is { } why)
        {
            ModelState.AddModelError("Input.Sampai", why);
        }

        var unit = await Db.UnitKerja.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Input.UnitKerjaId);
        if (unit is null)
        {
            ModelState.AddModelError("Input.UnitKerjaId", "Unit kerja ini tidak ada dalam daftar. Pilih unit kerja lain.");
        }

        var penilai = await this.PersonAsync(Db, Input.Penilai, "Input.Penilai");
        if (penilai?.Id == Plan.PegawaiId)
        {
            ModelState.AddModelError("Input.Penilai", "Pejabat penilai harus orang lain dari pegawai yang dinilai.");
        }
        // Who rated him then may stand below him today; anyone else may not.
        else if (penilai is not null && Plan.History.All(h => h.Move != PlanMove.Agreed || h.ActorId != penilai.Id)
            && await Db.IsAboveAsync(Plan.PegawaiId, penilai.Id))
        {
            ModelState.AddModelError("Input.Penilai", $"{penilai.Nama} bawahan {Plan.Pegawai.Nama} dan tidak menyetujui SKP ini, jadi "
                + "tidak dapat menjadi pejabat penilainya. Tulis pejabat penilai pada jabatan yang ditinggalkan.");
        }

        var next = await NextAsync();
        if (next is not null && Input.Sampai is { } until && until != Plan.PostUntil
            && await WhyNotMoveAsync(next, until) is { } whyNext)
        {
            ModelState.AddModelError("Input.Sampai", $"Sesudah jabatan ini sudah ada SKP lain. {whyNext}");
        }

        if (!ModelState.IsValid)
        {
            return await this.ShowAgainAsync();
        }

        var isFirst = Plan.Post == 0;
        var no = await Db.Plans.CountAsync(p => p.PeriodId == Plan.PeriodId && p.PegawaiId == Plan.PegawaiId && p.Post > 0) + 1;
        Plan.Leave(
            no, Input.Sampai!.Value, Input.Jabatan.Trimmed()!, unit!, penilai!, Input.NomorSurat.Trimmed()!, Actor,
            Now);
        var isNextMoved = next is not null && next.PostFrom != Plan.PostUntil!.Value.AddDays(1);
        if (isNextMoved)
        {
            next!.BeginOn(Plan.PostUntil!.Value.AddDays(1), Actor, Now);
        }

        var said = string.Join(' ', [Done(isFirst, isNextMoved), .. await DoubtsAsync(penilai!)]);
        return await SaveAsync(said, () => LocalRedirect(Links.Plans.Details(Plan.Id)));
    }

    public async Task LoadAsync()
    {
        WhyFixed = await FixedByAsync(Plan);
        Units = [.. (await choices.GetAsync(HttpContext.RequestAborted)).Units.Select(u => u.Item)];
    }

    protected override PlanAct Own => PlanAct.Leave;
}
