using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Reports;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Achievements;

/// <summary>The capaian of one unit for a period or a part of it: set by its head or the Kepala Dinas, with its source and its
/// history.</summary>
public sealed partial class SetModel(SopDbContext db, FilterLists choices, TimeProvider time) : RecordPageModel<UnitKerja>
{
    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Part)]
    public int? Bagian { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PeriodChoice Choice { get; private set; } = PeriodChoice.None;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<CapaianUnit> Lines { get; private set; } = [];

    public CapaianUnit? Last => Lines is [var last, ..] ? last : null;

    /// <summary>In which office the reader sets it; null where he only reads.</summary>
    public string? SetsAs { get; private set; }

    public CapaianCounts Counts { get; private set; } = CapaianCounts.None;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Show(Last);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (await db.Periods.SingleOrDefaultAsync(p => p.Id == Periode) is not { } period)
        {
            return HttpContext.Refuse(new(RefusalKind.NotFound, "Belum ada periode menurut PermenPANRB 6/2022."));
        }

        if (Input.Sesudah != (Last?.No ?? 0))
        {
            return await LostRaceAsync();
        }

        if (Last is not null && WhyNotChange() is { } field)
        {
            return await this.ShowAgainAsync(field.Key, field.Sentence);
        }

        db.CapaianUnit.Add(CapaianUnit.Set(period, Choice.Bagian, Id, Last, Input.Read(),
            new(User.Actor().PegawaiId!.Value, User.Actor().Nama, SetsAs!, time.GetUtcNow())));
        return await db.WhyNotSavedAsync() is not null
            ? await LostRaceAsync()
            : this.Done($"Capaian kinerja organisasi {Row.Nama} untuk {Choice.Nama} sudah ditetapkan: {Values.Single(
                v => v.Value == $"{Input.Capaian}").Text}.", Links.Achievements.List(Periode, Bagian));
    }

    public override async Task LoadAsync()
    {
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        Choice = PeriodChoice.Of(all.MeasuredBy(m => m.HasPolaDistribusi), Periode, Bagian);
        (Periode, Bagian) = (Choice.Period?.Id, Choice.Bagian);
        Lines = await db.CapaianUnit.AsNoTracking().Where(c => c.PeriodId == Periode && c.Bagian == Choice.Bagian && c.UnitKerjaId == Id)
            .OrderByDescending(c => c.No).ToListAsync();
        SetsAs = await db.SetsCapaianAsAsync(Id, User.Actor(), Tanggal.DiWita(time.GetUtcNow()));
        Counts = (await CapaianCounts.OfAsync(db, Periode, Choice.Bagian, db.UnitKerja.Where(u => u.Id == Id).Select(u => u.Id)))
            .GetValueOrDefault(Id, CapaianCounts.None);
    }

    protected override Task<UnitKerja?> FindAsync() =>
        db.WithCapaianFor(User.Actor(), Tanggal.DiWita(time.GetUtcNow())).AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id);

    protected override async Task<Refusal?> WhyNotChangeAsync() =>
        await db.SetsCapaianAsAsync(Id, User.Actor(), Tanggal.DiWita(time.GetUtcNow())) is null ? CapaianQueries.MayNotSet
        : User.Actor().IsUnconfirmed ? Actor.Unconfirmed : null;

    private (string Key, string Sentence)? WhyNotChange() =>
        ReasonRules.WhyNot(
            Input.Alasan.Trimmed() ?? "", "Tulis alasan perubahannya, paling sedikit 10 karakter.") is { } reason ? ("Input.Alasan", reason)
        : CapaianUnit.WhyNotAfter(Last, Input.Read()) is { } same ? ("Input.Sumber", same)
        : null;

    private async Task<IActionResult> LostRaceAsync()
    {
        await LoadAsync();
        ModelState.Remove("Input.Sesudah");
        Input.Sesudah = Last?.No ?? 0;
        ModelState.AddModelError("", "Capaian ini baru saja ditetapkan orang lain atau dari jendela lain, jadi isian Anda belum disimpan. "
            + "Bandingkan isian Anda dengan riwayat di bawah, lalu simpan lagi bila isian Anda yang benar.");
        return await this.ShowAgainAsync(StatusCodes.Status409Conflict);
    }
}
