using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step1Collect;

/// <summary>Step 1 begins: opens dossiers from agreed plans, one by one or for a whole unit.</summary>
public sealed partial class OpenModel(
    SopDbContext db, FilterLists choices, DossierOpening opening, KesiapanSource kesiapan, ChosenRuns runs)
    : PageModel
{
    private const int PageSize = 50;
    private const int MostTold = 15;

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Part)]
    public int? Bagian { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Unit)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public long? Setelah { get; set; }

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    /// <summary>The parts of the period to choose from; fewer than two where only the whole is evaluated.</summary>
    public IReadOnlyList<SelectListItem> Parts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What will be in the way of the dossier of each plan.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<string>> Warnings { get; private set; } = new Dictionary<long, IReadOnlyList<string>>();

    public long? Next { get; private set; }

    public int? Me => User.Actor().PegawaiId;

    public async Task OnGetAsync()
    {
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        (Periods, Units) = (
            [.. all.Periods.Where(p => p.IsActive).Select(p => p.Item)], [.. all.Units.Where(u => u.IsActive).Select(u => u.Item)]);
        var period = Periode is null ? all.Present : all.Periods.FirstOrDefault(p => p.Id == Periode);
        (Periode, Parts, Bagian) = (Periode ?? period?.Id, period?.Bagian ?? [], period?.BagianOr(Bagian, all.Today));
        var found = await Chosen().Where(p => Setelah == null || EF.Functions.GreaterThan(
                ValueTuple.Create(p.Pegawai.Nama, p.Id),
                ValueTuple.Create(db.Plans.First(x => x.Id == Setelah).Pegawai.Nama, Setelah.Value)))
            .OrderBy(p => p.Pegawai.Nama).ThenBy(p => p.Id).Take(PageSize + 1)
            .Select(p => new Row(
                p.Id, p.PegawaiId, p.Pegawai.Nama, p.FormerJabatan ?? p.Pegawai.Jabatan, p.FormerUnit ?? p.Pegawai.UnitKerja!.Nama,
                p.Post > 0 ? p.AtasanId : p.Pegawai.AtasanId, p.Post > 0 ? p.Atasan.Nama : p.Pegawai.Atasan!.Nama,
                p.PostFrom, p.PostUntil))
            .ToListAsync(HttpContext.RequestAborted);
        Rows = [.. found.Take(PageSize)];
        Warnings = await kesiapan.WarningsAsync([.. Rows.Select(r => (r.PlanId, r.PegawaiId, r.AtasanId))]);
        Next = found.Count > PageSize ? Rows[^1].PlanId : null;
    }

    public async Task<IActionResult> OnPostOpenAsync(long plan)
    {
        var opened = await opening.OpenAsync(DossierOpening.Waiting(db, Part).Where(p => p.Id == plan), Part, User.Actor());
        return opened.Dossiers is [var dossier]
            ? this.Done(
                $"Berkas {dossier.Parties.Asn.Nama} dibuka. Catat penerimaan formulir kinerjanya di bawah ini.",
                Links.Dossiers.Work(dossier.Id, Domain.Sop.Step.Collect))
            : Back(opened, "SKP ini sudah dibuka berkasnya, atau tidak lagi menunggu dibuka.");
    }

    public async Task<IActionResult> OnPostOpenUnitAsync() => Unit is null || Periode is null
        ? HttpContext.Refuse(new(RefusalKind.Incomplete, "Pilih periode dan unit kerja dahulu, lalu buka semua berkasnya."))
        : Back(await opening.OpenAsync(Chosen(), Part, User.Actor()), "Tidak ada SKP yang menunggu dibuka di unit ini.");

    private int Part => Bagian ?? 0;

    private IQueryable<Domain.Plans.Plan> Chosen() =>
        DossierOpening.Waiting(db, Part).Where(p => p.PeriodId == Periode && (Unit == null || p.Pegawai.UnitKerjaId == Unit));

    private LocalRedirectResult Back(Opened opened, string nothing)
    {
        if (opened.Dossiers.Count > 0)
        {
            TempData["Berhasil"] = $"{opened.Dossiers.Count} berkas dibuka dan menunggu formulir kinerja.";
        }

        string[] told = opened.Lost is { } lost ? [lost]
            : opened.Skipped.Count > MostTold ? [.. opened.Skipped.Take(MostTold), $"… dan {opened.Skipped.Count - MostTold} orang lain."]
            : opened.Skipped.Count > 0 ? [.. opened.Skipped]
            : opened.Dossiers.Count > 0 ? [] : [nothing];
        TempData["Dilewati"] = told.Length == 0 ? null : told;
        return LocalRedirect(Links.Dossiers.Open(Periode, Bagian, Unit));
    }

    /// <summary>One agreed plan without a dossier.</summary>
    public sealed record Row(
        long PlanId, int PegawaiId, string Nama, string Jabatan, string? UnitKerja, int? AtasanId, string? Atasan, DateOnly? PostFrom,
        DateOnly? PostUntil)
    {
        /// <summary>Which position it is, where somebody has held more than one; null elsewhere.</summary>
        public string? Masa => PostUntil is { } last ? $"jabatan sebelumnya, sampai {Tanggal.Tampil(last)}"
            : PostFrom is { } first ? $"sejak {Tanggal.Tampil(first)}" : null;
    }
}
