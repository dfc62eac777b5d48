using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages.Account.Certificate;

/// <summary>One's own certificate: what it is for, where it stands, what can be done.</summary>
public sealed class IndexModel(
    SopDbContext db, CertificateChanges changes, TimeProvider time) : CertificatePageModel(db, time)
{
    public bool HasAuthority { get; private set; }

    public IReadOnlyList<ChangeLine> Changes { get; private set; } = [];

    public async Task<IActionResult> OnPostWithdrawAsync() =>
        await AnswerAsync(await changes.WithdrawAsync(User, PegawaiId), "", "Permintaan sertifikat sudah ditarik.");

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        HasAuthority = await Db.HasAuthorityAsync(Now);
        Changes = await ChangeLine.Of(Db, ChangeSubjects.Sertifikat, PegawaiId).ToListAsync();
    }
}
