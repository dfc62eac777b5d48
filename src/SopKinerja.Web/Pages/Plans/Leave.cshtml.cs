using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.People;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>Ends a plan with the position for which it was agreed, so that each position of a period has its own.</summary>
public sealed partial class LeaveModel(SopDbContext db, FilterLists choices, TimeProvider time) : PlanPageModel(db, time), IShowsAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>Whether a dossier of the whole period was opened from it already.</summary>
    public bool IsMeasured { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var agreed = Plan.History.LastOrDefault(h => h.Move == PlanMove.Agreed)?.ActorId;
        Input = new()
        {
            Jabatan = Plan.Pegawai.Jabatan,
            UnitKerjaId = Plan.Pegawai.UnitKerjaId,
            Penilai = await Db.Pegawai.Where(p => p.Id == agreed).Select(p => p.Nama).SingleOrDefaultAsync() ?? Plan.Atasan.Nama,
        };
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await LoadAsync();
        if (IsMeasured)
        {
            ModelState.AddModelError("", "Berkas pengukuran untuk seluruh periode sudah dibuka dari SKP ini. Minta Kasubbag "
                + "membatalkannya, lalu akhiri SKP ini.");
        }

        if (Input.Sampai is { } day && Plan.WhyNotLeaveOn(day) is { } why)
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

        if (!ModelState.IsValid)
        {
            return await this.ShowAgainAsync();
        }

        var no = await Db.Plans.CountAsync(p => p.PeriodId == Plan.PeriodId && p.PegawaiId == Plan.PegawaiId && p.Post > 0) + 1;
        Plan.Leave(
            no, Input.Sampai!.Value, Input.Jabatan.Trimmed()!, unit!, penilai!.Id, Input.NomorSurat.Trimmed()!, Actor,
            Now);
        return await SaveAsync(
            $"SKP {Plan.Pegawai.Nama} sebagai {Plan.FormerJabatan} diakhiri. Berkasnya sekarang dapat dibuka, dan SKP untuk jabatan "
            + "barunya dapat disusun.",
            () => LocalRedirect(Links.Plans.Details(Plan.Id)));
    }

    public async Task LoadAsync()
    {
        IsMeasured = await Db.Dossiers.AnyAsync(
            d => d.PeriodId == Plan.PeriodId && d.AsnId == Plan.PegawaiId && d.Bagian == 0 && d.Post == 0);
        Units = [.. (await choices.GetAsync(HttpContext.RequestAborted)).Units.Select(u => u.Item)];
    }

    protected override PlanAct Own => PlanAct.Leave;
}
