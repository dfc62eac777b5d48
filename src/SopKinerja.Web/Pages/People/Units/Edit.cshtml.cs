using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Units;

public sealed class EditModel(SopDbContext db, ChangeLog log, Register register) : RecordPageModel<EditModel.Found>, IUnitPage
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

        var before = UnitForm.Of(Row.Unit);
        db.Entry(Row.Unit).Property(u => u.Version).OriginalValue = Input.Version ?? 0;
        Row.Unit.Change(Input.Kode!.Trim(), Input.Nama!.Trim(), Input.IndukId, Input.Aktif);
        Write(before);
        // Forms print the name of the unit.
        int[] people = [.. await db.Pegawai.Where(p => p.UnitKerjaId == Id).Select(p => p.Id).ToListAsync()];
        return await this.WhyNotSavedAsync(db, () => register.SaveAsync(people), "Input.Kode", IUnitPage.KodeTaken, IUnitPage.Circle)
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
        .Select(u => new Found(u, ChangeLine.Of(db, ChangeSubjects.UnitKerja, Id).ToList())).SingleOrDefaultAsync();

    private async Task<bool> MayStandUnderAsync()
    {
        if (Input.IndukId is not { } induk)
        {
            return true;
        }

        var sentence = induk == Id ? "Unit tidak dapat berada di bawah dirinya sendiri. Pilih unit lain."
            : Induks.All(u => u.Value != $"{induk}") ? "Unit ini tidak ada dalam daftar. Pilih unit lain."
            : await db.ContainsAsync(Id, induk) ? IUnitPage.Circle.Sentence
            : null;
        if (sentence is not null)
        {
            ModelState.AddModelError("Input.IndukId", sentence);
        }

        return sentence is null;
    }

    private void Write(UnitForm before)
    {
        var unit = Row.Unit;
        log.Write(User, ChangeSubjects.UnitKerja, unit.Id, unit.Nama, new Differences()
            .Of("kode", before.Kode, unit.Kode).Of("nama", before.Nama, unit.Nama)
            .Of("unit di atasnya", Nama(before.IndukId), Nama(unit.IndukId))
            .Of("keadaan", before.Aktif ? "dipakai" : "tidak dipakai", unit.IsActive ? "dipakai" : "tidak dipakai"));
    }

    private string? Nama(int? id) => Induks.FirstOrDefault(u => u.Value == $"{id}")?.Text;

    /// <summary>The unit and its newest changes.</summary>
    public sealed record Found(UnitKerja Unit, IReadOnlyList<ChangeLine> Changes);
}
