using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Accounts;

/// <summary>Offices, password and sessions of an account; every change ends its sessions at once.</summary>
public sealed partial class EditModel(SopDbContext db, AccountChanges changes, Sessions sessions)
    : RecordPageModel<EditModel.Found>, IOfficesPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public OfficesForm Jabatan { get; set; } = new();

    public NewCredentials? Reset { get; private set; }

    public void OnGet()
    {
        Reset = this.TakeSecret<NewCredentials>();
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

        return await changes.SaveAsync(User, Row.Account, Input.Version, Input.Nama.Trimmed(), Jabatan.Ticked(), Input.Aktif) switch
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
    public async Task<IActionResult> OnPostResetPasswordAsync() => await changes.ResetPasswordAsync(User, Row.Account) is { } password
        ? this.DoneOnce(
            $"Kata sandi sementara untuk akun {Row.Account.UserName} sudah dibuat.",
            new NewCredentials(Row.Account.UserName!, Row.Nama, password))
        : await this.LostRaceAsync();

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
