using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Units;

public sealed class CreateModel(SopDbContext db, ChangeLog log) : PageModel, IUnitPage, IShowsAgain
{
    [BindProperty]
    public UnitForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Induks { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Input.IndukId is { } induk && Induks.All(u => u.Value != $"{induk}"))
        {
            return await this.ShowAgainAsync("Input.IndukId", "Unit ini tidak ada dalam daftar. Pilih unit lain.");
        }

        var unit = new UnitKerja(Input.Kode!.Trim(), Input.Nama!.Trim(), Input.IndukId);
        unit.Change(unit.Kode, unit.Nama, unit.IndukId, Input.Aktif);
        db.UnitKerja.Add(unit);
        return await this.WhyNotSavedAsync(db, () => SaveAsync(unit), "Input.Kode", IUnitPage.KodeTaken)
            ?? this.Done($"Unit kerja {unit.Nama} sudah ditambahkan.", Links.Units.List);
    }

    public async Task LoadAsync() => Induks = await IUnitPage.InduksAsync(db, null);

    private Task SaveAsync(UnitKerja unit) =>
        log.SaveNewAsync(
            User, ChangeSubjects.UnitKerja, () => unit.Id, unit.Nama, $"menambahkan unit kerja ini dengan kode “{unit.Kode}”.");
}
