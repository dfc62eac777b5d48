using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Authenticity;

[ServiceFilter<PublicLimits>(Order = PublicLimits.Order)]
[UploadLimit(FileCheck.MostBytes, IsPublic = true)]
public sealed partial class IndexModel(FileCheck check) : PageModel
{
    /// <summary>What became of the file; null before one was handed in.</summary>
    public CheckedFile? Checked { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost(CodeForm input) =>
        LocalRedirect(IssuedVersion.Url(VerificationCode.Parse(input.Kode)!));

    /// <summary>Answers at once: the file is kept nowhere, so there is nothing that another address could show.</summary>
    public async Task<IActionResult> OnPostFileAsync(FileForm unggahan)
    {
        var bytes = new byte[unggahan.Berkas!.Length];
        await using var stream = unggahan.Berkas.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, HttpContext.RequestAborted);
        Checked = await check.JudgeAsync(bytes, HttpContext.RequestAborted);
        return Page();
    }
}
