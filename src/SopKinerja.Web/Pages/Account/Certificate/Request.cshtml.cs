using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.Certificate;

public sealed partial class RequestModel(
    SopDbContext db, CertificateChanges changes, PasswordAgain password, TimeProvider time) : CertificatePageModel(db, time)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public bool HasAuthority { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        // Anyone who finds someone's screen open must not become that person for two years.
        if (await password.WhyNotAsync(User, Input.KataSandi) is { } wrong)
        {
            return await this.ShowAgainAsync("Input.KataSandi", wrong);
        }

        return await AnswerAsync(
            await changes.RequestAsync(User, PegawaiId, new(Input.Frasa!)), "Input.Frasa",
            "Permintaan sertifikat sudah dikirim kepada administrator.");
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        HasAuthority = await Db.HasAuthorityAsync(Now);
    }
}
