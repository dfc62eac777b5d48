using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Units;

public sealed class CreateModel(SopDbContext db, UnitChanges changes) : PageModel, IUnitPage, IShowsAgain
{
    [BindProperty]
    public UnitForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Induks { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Input.IndukId is { } induk && IUnitPage.WhyNot(null, induk, unit => Induks.Any(u => u.Value == $"{unit}")) is { } refused)
        {
            return await this.ShowAgainAsync("Input.IndukId", refused);
        }

        UnitKerja? unit = null;
        return await this.WhyNotSavedAsync(db, async () => unit = await changes.AddAsync(User, Input), "Input.Kode", IUnitPage.KodeTaken)
            ?? this.Done($"Unit kerja {unit!.Nama} sudah ditambahkan.", Links.Units.List);
    }

    public async Task LoadAsync() => Induks = await IUnitPage.InduksAsync(db, null);
}
