using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Units;

public sealed class EditModel(SopDbContext db, UnitChanges changes) : RecordPageModel<EditModel.Found>, IUnitPage, IShowsChanges
{
    [BindProperty]
    public UnitForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Induks { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Input = UnitForm.Of(Row.Unit);
        Induks = await IUnitPage.InduksAsync(db, Id);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Induks = await IUnitPage.InduksAsync(db, Id);
        if (!await MayStandUnderAsync())
        {
            return await this.ShowAgainAsync();
        }

        return await this.WhyNotSavedAsync(
                db, () => changes.ChangeAsync(User, Row.Unit, Input, Nama), "Input.Kode", IUnitPage.KodeTaken, IUnitPage.Circle)
            ?? this.Done($"Unit kerja {Row.Unit.Nama} sudah disimpan.", Links.Units.List);
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Induks = await IUnitPage.InduksAsync(db, Id);
        if (this.NeedsVersion())
        {
            Input.Version = Row.Unit.Version;
        }
    }

    protected override Task<Found?> FindAsync() => db.UnitKerja.Where(u => u.Id == Id)
        .Select(u => new Found(
            u,
            db.UnitHeads().Where(p => p.UnitKerjaId == u.Id).OrderBy(p => p.Nama).Select(p => new Head(p.Id, p.Nama, p.Jabatan)).ToList(),
            ChangeLine.Of(db, ChangeSubjects.UnitKerja, Id).ToList())).SingleOrDefaultAsync();

    private async Task<bool> MayStandUnderAsync()
    {
        if (Input.IndukId is not { } induk)
        {
            return true;
        }

        var sentence = IUnitPage.WhyNot(Id, induk, unit => Induks.Any(u => u.Value == $"{unit}")) is { } refused ? refused
            : await db.ContainsAsync(Id, induk) ? IUnitPage.Circle.Sentence
            : null;
        if (sentence is not null)
        {
            ModelState.AddModelError("Input.IndukId", sentence);
        }

        return sentence is null;
    }

    private string? Nama(int? id) => Induks.FirstOrDefault(u => u.Value == $"{id}")?.Text;

    /// <summary>The unit, who heads it, and its newest changes.</summary>
    public sealed record Found(UnitKerja Unit, IReadOnlyList<Head> Heads, IReadOnlyList<ChangeLine> Changes);

    public sealed record Head(int Id, string Nama, string Jabatan);
}
