using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

public sealed class CreateModel(SopDbContext db, ChangeLog log) : PageModel, IPegawaiPage, IShowsAgain
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

        var pegawai = new Pegawai(Input.Digits(), Input.Biodata());
        db.Pegawai.Add(pegawai);
        return await this.WhyNotSavedAsync(db, () =>
            log.SaveNewAsync(User, ChangeSubjects.Pegawai, () => pegawai.Id, pegawai.Nama, Sentence(pegawai)), "Input.Nip", NipTaken)
            ?? this.Done($"{pegawai.Nama} sudah ditambahkan. Bila perlu masuk ke sistem, buatkan akunnya.", Links.People.Edit(pegawai.Id));
    }

    public async Task LoadAsync() => Choices = await PegawaiChoices.LoadAsync(db, null);

    private static string Sentence(Pegawai p) => $"menambahkan pegawai ini dengan jabatan “{p.Jabatan}”.";
}
