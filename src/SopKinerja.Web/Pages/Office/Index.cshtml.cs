using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Office;

/// <summary>The settings of the dinas with their history.</summary>
[UploadLimit(LetterheadImage.MostBytes + Uploads.RoomForFields)]
public sealed partial class IndexModel(
    SopDbContext db, SettingActs acts, CurrentSettings settings, Letterheads letterheads, IConfiguration configuration)
    : PageModel, IShowsAgain, IShowsChanges
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string? WhyNotPrinted => settings.Value.WhyNotPrinted;

    public string? Picture => letterheads.Of(settings.Value) is { IsThere: true } image ? Links.LetterheadOf(image.Mark) : null;

    public bool IsPictureLocked => settings.Locks.VariableOf(SettingTable.GambarKop) is not null;

    public SigningModeRow Mode => SigningModes.Named(configuration[StepSigning.ModeSetting]);

    public IReadOnlyList<ChangeLine> Changes { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Version != await NewestAsync())
        {
            return await this.LostRaceAsync();
        }

        if (IsOfTheMachine(SettingTable.AlamatAplikasi))
        {
            return await this.ShowAgainAsync($"Input.{SettingTable.AlamatAplikasi.Key}",
                "Alamat itu hanya terbuka di server itu sendiri, padahal dicetak pada dokumen. Tulis alamat yang dibuka orang lain.");
        }

        if (IsElsewhere(SettingTable.AlamatAplikasi))
        {
            return await this.ShowAgainAsync($"Input.{SettingTable.AlamatAplikasi.Key}", "Anda membuka aplikasi ini di "
                + $"{Request.Host}. Buka dahulu di alamat yang Anda isi, lalu simpan dari sana, supaya tidak ada yang terkunci di luar.");
        }

        var picture = Input.Gambar is { } file ? LetterheadImage.Of(BytesOf(file), out _) : null;
        List<(SettingRow Row, string Value)> wanted = [.. Typed.Where(r => !IsDisabled(r)).Select(r => (r, r.Read(Input.Of(r))))];
        if (picture is not null || Input.TanpaGambar)
        {
            wanted.Add((SettingTable.GambarKop, picture?.Sha256 ?? ""));
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        var isChanged = await acts.AddAsync(User, wanted, picture is null ? null
            : new() { Sha256 = picture.Sha256, ContentType = picture.ContentType, Bytes = picture.Bytes });
        return await this.WhyNotSavedAsync(db, SaveAsync, "", "Setelan ini baru saja diubah orang lain. Muat ulang halaman ini.")
            ?? this.Done(isChanged ? "Setelan dinas sudah disimpan dan langsung berlaku." : "Tidak ada yang berubah.");

        async Task SaveAsync()
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    public async Task LoadAsync()
    {
        if (this.NeedsVersion())
        {
            Input.Version = await NewestAsync();
        }

        Changes = await ChangeLine.Of(db, ChangeSubjects.Setelan, 0).ToListAsync();
    }

    public bool IsDisabled(SettingRow row) => settings.Locks.VariableOf(row) is not null;

    public string ValueOf(SettingRow row) => settings.Value[row];

    public string? HintOf(SettingRow row) => settings.Locks.VariableOf(row) is { } variable
        ? $"Diatur variabel lingkungan {variable} di server, jadi tidak dapat diubah di sini."
        : row.Hint;

    // Whoever mistypes the address would shut out everybody.
    private bool IsElsewhere(SettingRow row) => !IsDisabled(row) && !OfficeAddress.IsOfTheMachine(Request.Host.Host)
        && !OfficeAddress.Answers(row.Read(Input.Of(row)), Request.Host.Host);

    private bool IsOfTheMachine(SettingRow row) => !IsDisabled(row) && row.Read(Input.Of(row)) is { Length: > 0 } address
        && OfficeAddress.IsOfTheMachine(new Uri(address).Host);

    private async Task<long> NewestAsync() => await db.SettingChanges.MaxAsync(c => (long?)c.Id) ?? 0;
}
