using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Accounts;

public sealed partial class CreateModel(SopDbContext db, AccountChanges changes, EntrySlips slips, CurrentSettings settings)
     : PageModel, IOfficesPage, IShowsAgain
{
    public static readonly IReadOnlyList<SelectListItem> Bentuks = [
        new("Pegawai dinas", Form.Pegawai), new("Administrator", Form.Administrator), new("Auditor", Form.Auditor)];

    public const string AboutBentuk = "Administrator mengelola data dan akun dan tidak melihat hasil penilaian. Auditor "
        + "(Inspektorat, BKPSDM) membaca semuanya dan tidak mengubah apa pun; sebelum dikonfirmasi Kasubbag, Sekretaris, atau Kepala "
        + "Dinas akunnya tidak membuka apa pun. Keduanya tidak memegang tugas lain.";

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public OfficesForm Jabatan { get; set; } = new();

    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    public async Task OnGetAsync(int? pegawai)
    {
        await LoadAsync();
        Input.PegawaiId = pegawai;
        if (Chosen() is { } person)
        {
            Input.NamaPengguna = await UserNames.SuggestAsync(db, person.Nama);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Input.IsForPegawai && Chosen() is null)
        {
            return await this.ShowAgainAsync(
                "Input.PegawaiId", "Pegawai ini tidak ada dalam daftar atau sudah mempunyai akun. Pilih pegawai lain.");
        }

        var owner = Input.IsForPegawai ? Chosen()!.Nama : Input.Nama!.Trim();
        Made? made = null;
        return await this.WhyNotSavedAsync(
            db, async () => made = await AddAsync(owner), "Input.NamaPengguna",
            "Nama pengguna atau pegawai ini baru saja mendapat akun. Periksa daftar akun.", Form.NameOfAnother)
            ?? (made is null ? await this.ShowAgainAsync() : this.Done(
                $"Akun {made.Account.UserName} untuk {owner} sudah dibuat.",
                made.Slips is null ? Links.Accounts.Edit(made.Account.Id) : Links.Accounts.SlipsOf(made.Slips.Id)));
    }

    public async Task LoadAsync() => People = await db.Pegawai
        .Where(p => p.IsActive && !db.Users.Any(u => u.PegawaiId == p.Id))
        .OrderBy(p => p.Nama).ThenBy(p => p.Id).Select(PersonChoice.From).ToListAsync();

    private async Task<Made?> AddAsync(string owner)
    {
        await using var transaction = await db.BeginOwnTransactionAsync();
        var userName = Input.NamaPengguna.Trimmed()?.ToLowerInvariant() ?? await UserNames.SuggestAsync(db, owner);
        var account = Input.IsForPegawai
            ? Persistence.Account.OfPegawai(userName, Input.PegawaiId!.Value, Jabatan.Ticked())
            : Input.Bentuk == Form.Auditor ? Persistence.Account.OfAuditor(userName, owner)
            : Persistence.Account.OfAdministrator(userName, owner);
        var faults = (await changes.AddAsync(User, account, owner)).ToList();
        faults.ForEach(f => ModelState.AddModelError("Input.NamaPengguna", f));
        if (faults.Count > 0)
        {
            return null;
        }

        // While the letterhead is missing there is no slip, and the account waits on the page of slips.
        var batch = settings.Value.WhyNotPrinted is null ? await slips.MakeAsync(User, [account]) : null;
        await (transaction?.CommitAsync() ?? Task.CompletedTask);
        return new(account, batch);
    }

    private sealed record Made(Persistence.Account Account, EntryBatch? Slips);

    private PersonChoice? Chosen() => People.FirstOrDefault(p => p.Id == Input.PegawaiId);
}
