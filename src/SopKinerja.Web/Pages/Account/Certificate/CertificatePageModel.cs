using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.Certificate;

/// <summary>A page about one's own certificate: no form is judged for an account that belongs to no one.</summary>
public abstract class CertificatePageModel(SopDbContext db, TimeProvider time) : PageModel, IShowsAgain
{
    private static readonly Refusal NoPerson = new(
        RefusalKind.NotFound, "Akun administrator tidak terikat pada pegawai, jadi tidak mempunyai sertifikat tanda tangan. Sertifikat "
            + "pegawai ada di menu Sertifikat.");

    public int PegawaiId { get; private set; }

    /// <summary>The certificate in use, expired or not; null when there is none.</summary>
    public CertificateView? InUse { get; private set; }

    /// <summary>The request that waits; null when none does.</summary>
    public CertificateView? Waiting { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    protected SopDbContext Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var person = User.Actor().PegawaiId;
        if (person is null && !IsForAnybody)
        {
            context.Result = HttpContext.Refuse(NoPerson);
            return;
        }

        PegawaiId = person ?? 0;
        await LoadAsync();
        await next();
    }

    /// <summary>Whether the page is for accounts without a person too.</summary>
    protected virtual bool IsForAnybody => false;

    public virtual async Task LoadAsync()
    {
        var all = await db.CertificatesOfAsync(PegawaiId, Now);
        InUse = all.FirstOrDefault(c => c.State != CertificateState.Requested);
        Waiting = all.FirstOrDefault(c => c.State == CertificateState.Requested);
    }

    /// <summary>The page once more with the reason at a field, or after a lost race the newest state with 409; the overview when it was
    /// done.</summary>
    protected Task<IActionResult> AnswerAsync(CertificateRefusal? refusal, string field, string done)
    {
        if (refusal is null)
        {
            return Task.FromResult<IActionResult>(this.Done(done, Links.Account.Certificate));
        }

        ModelState.AddModelError(refusal.IsLostRace ? "" : field, refusal.Sentence);
        return this.ShowAgainAsync(refusal.IsLostRace ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }
}
