using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.Codes;

/// <summary>Switches the one-time code on, and shows how it stands. The key travels in the form, in cipher, until a code of it comes
/// back.</summary>
public sealed partial class IndexModel(
    SopDbContext db, UserManager<Persistence.Account> users, SecondFactor second, PasswordAgain password,
    CurrentSettings settings) : OwnAccountPageModel(users, second, password)
{
    private const int Group = 4;

    private bool _isOfferOver;

    [BindProperty]
    public Form Input { get; set; } = new();

    public RecoveryCodes? Codes { get; private set; }

    public string? Notice { get; private set; }

    public IReadOnlyList<ChangeLine> Changes { get; private set; } = [];

    /// <summary>The key as people type it: in groups of four.</summary>
    public string KeyInGroups => string.Join(' ', Key.Chunk(Group).Select(part => new string(part)));

    public QrSquare Qr => QrSquare.Of(OneTimeCode.Address(Key, Own.UserName!, $"SopKinerja {settings.Value.NamaPendek}"));

    private string Key { get; set; } = "";

    public void OnGet() => Codes = this.TakeSecret<RecoveryCodes>();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Own.TwoFactorEnabled)
        {
            return HttpContext.Refuse(new(RefusalKind.Conflict, "Kode sekali pakai akun Anda sudah aktif."));
        }

        if (_isOfferOver)
        {
            return await this.ShowAgainAsync("Input.Kode", "Kunci ini sudah terlalu lama. Pindai kode QR yang baru, lalu tulis kodenya.");
        }

        if (await WhyNotPasswordAsync(Input.KataSandi) is { } refused)
        {
            return refused;
        }

        return await Second.SwitchOnAsync(User, Own, Key, Input.Kode!) is { } codes
            ? this.DoneOnce("Kode sekali pakai sudah aktif. Simpan kode pemulihannya sekarang.", codes)
            : await this.ShowAgainAsync(
                "Input.Kode", "Kode ini bukan dari kunci di atas, atau sudah dipakai. Pindai kode QR-nya, tunggu kode berikutnya, dan "
                    + "pastikan jam ponsel disetel otomatis.");
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostReadAsync()
    {
        await Second.ReadNoticeAsync(Own);
        return this.Done("Terima kasih. Pemberitahuan itu tidak akan tampil lagi.");
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Notice = await Second.NoticeAsync(Own);
        Changes = await ChangeLine.Of(db, ChangeSubjects.Akun, Own.Id).ToListAsync();
        if (Second.KeyOf(Own, Input.Kunci) is not { } key)
        {
            _isOfferOver = Input.Kunci is not null;
            ModelState.Remove("Input.Kunci");
            Input.Kunci = Second.Offer(Own);
            key = Second.KeyOf(Own, Input.Kunci)!;
        }

        Key = key;
    }

    protected override Refusal? WhyNot() => null;
}
