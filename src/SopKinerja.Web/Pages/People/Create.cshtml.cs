using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

public sealed class CreateModel(SopDbContext db, PegawaiChanges changes) : PageModel, IPegawaiPage, IShowsAgain
{
    internal const string NipTaken = "NIP ini sudah dipakai pegawai lain. Cari pegawai itu lebih dahulu, atau periksa angkanya.";

    [BindProperty]
    public PegawaiForm Input { get; set; } = new();

    public PegawaiChoices Choices { get; private set; } = new([], []);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!await Choices.AllowAsync(Input, null, db, ModelState))
        {
            return await this.ShowAgainAsync();
        }

        Pegawai? pegawai = null;
        return await this.WhyNotSavedAsync(db, async () => pegawai = await changes.AddAsync(User, Input), "Input.Nip", NipTaken)
            ?? this.Done($"{pegawai!.Nama} sudah ditambahkan. Bila perlu masuk ke sistem, buatkan akunnya.", Links.People.Edit(pegawai.Id));
    }

    public async Task LoadAsync() => Choices = await PegawaiChoices.LoadAsync(db, null);
}
