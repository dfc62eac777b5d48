using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Accounts;

/// <summary>Offices, password and sessions of an account; every change ends its sessions at once.</summary>
public sealed partial class EditModel(
    SopDbContext db, AccountChanges changes, Sessions sessions, EntrySlips slips, CurrentSettings settings, TimeProvider time)
    : RecordPageModel<EditModel.Found>, IOfficesPage, IShowsChanges
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public OfficesForm Jabatan { get; set; } = new();

    /// <summary>Why no slip can be made, as a sentence; null when one can.</summary>
    public string? WhyNoSlip => Row.Account.Id == User.AccountId()
            ? "Ini akun Anda sendiri. Kata sandi Anda ganti di halaman Ganti kata sandi; bila lupa, mintalah administrator lain."
        : !Row.Account.IsActive ? "Akun ini ditutup." : settings.Value.WhyNotPrinted;

    public bool IsSlipLate => Row.Account.IsEntryLate(time.GetUtcNow());

    public void OnGet()
    {
        var account = Row.Account;
        Input = new() { Nama = account.Nama, Aktif = account.IsActive, Version = account.ConcurrencyStamp };
        Jabatan = OfficesForm.Of(account.Offices);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Row.Account.PegawaiId is null && Input.Nama.Trimmed() is null)
        {
            return await this.ShowAgainAsync("Input.Nama", "Nama pemilik akun belum diisi.");
        }

        AccountChange? change = null;
        var unsaved = await this.WhyNotSavedAsync(
            db, async () => change = await changes.SaveAsync(
                User, Row.Account, Input.Version, Input.Nama.Trimmed(), Jabatan.Ticked(), Input.Aktif),
            "", "Akun ini sedang diubah orang lain. Muat ulang halamannya.", CreateModel.Form.NameOfAnother);
        return unsaved ?? change switch
        {
            AccountChange.Saved => Done($"Akun {Row.Account.UserName} sudah disimpan. Perubahannya sudah berlaku."),
            AccountChange.LastAdministrator => await this.ShowAgainAsync(
                "Input.Aktif",
                "Ini satu-satunya akun administrator yang masih dapat dipakai. Buat atau buka administrator lain lebih dahulu."),
            AccountChange.Awaited => await this.ShowAgainAsync(
                "Input.Aktif",
                "Masih ada yang menunggu pemilik akun ini. Catat serah terimanya dahulu, dari halaman datanya sebagai pegawai."),
            _ => await this.LostRaceAsync(),
        };
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostSlipAsync()
    {
        if (WhyNoSlip is { } why)
        {
            ModelState.AddModelError("", why);
            return await this.ShowAgainAsync();
        }

        EntryBatch? made = null;
        return await this.WhyNotSavedAsync(
            db, async () => made = await slips.MakeAsync(User, [Row.Account]), "Input.Version", "Slip akun ini baru saja dibuat.")
            ?? this.Done($"Slip masuk akun {Row.Account.UserName} sudah dibuat.", Links.Accounts.SlipsOf(made!.Id));
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        await changes.EndSessionsAsync(User, Row.Account);
        return Done($"Semua sesi akun {Row.Account.UserName} sudah diakhiri.");
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (this.NeedsVersion())
        {
            Input.Version = Row.Account.ConcurrencyStamp;
        }
    }

    protected override Task<Found?> FindAsync() => db.Users.Where(a => a.Id == Id)
        .Select(a => new Found(
            a, a.Pegawai!.Nama ?? a.Nama, a.Pegawai!.Jabatan, sessions.Living(Id).Count(),
            ChangeLine.Of(db, ChangeSubjects.Akun, Id).ToList()))
        .SingleOrDefaultAsync();

    /// <summary>The account with its owner, how many sessions it has, and its newest changes.</summary>
    public sealed record Found(
        Persistence.Account Account, string Nama, string? Jabatan, int Sessions, IReadOnlyList<ChangeLine> Changes);
}
