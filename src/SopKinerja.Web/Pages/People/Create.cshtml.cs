using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

public sealed class CreateModel(SopDbContext db, PegawaiChanges changes) : PageModel, IPegawaiPage, IShowsAgain
{
    internal static readonly FieldRefusal NameOfAccount = new(UnsavedReason.NameOfAnother, "Input.Nama", "Nama ini dipakai sebuah akun "
        + "administrator atau auditor, sehingga tindakannya tampak seperti tindakan pegawai ini. Ganti nama pada akun itu di halaman "
        + "Akun.");

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
        return await this.WhyNotSavedAsync(
                db, async () => pegawai = await changes.AddAsync(User, Input), "Input.Nip", NipTaken, NameOfAccount)
            ?? this.Done($"{pegawai!.Nama} sudah ditambahkan. Bila perlu masuk ke sistem, buatkan akunnya.", Links.People.Edit(pegawai.Id));
    }

    public async Task LoadAsync() => Choices = await PegawaiChoices.LoadAsync(db, null);
}
