using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.Bsre;

/// <summary>The NIK by which BSrE knows the person, and how the person stands there; it exists where the service is set.</summary>
public sealed partial class IndexModel(BsreIdentities identities, BsreStanding standing, BsreSettings settings) : PageModel, IShowsAgain
{
    private static readonly Refusal NotHere = new(
        RefusalKind.NotFound, "Layanan BSrE tidak disetel di server ini, jadi halaman ini tidak ada.");

    private static readonly Refusal NoPerson = new(
        RefusalKind.NotFound, "Akun administrator tidak terikat pada pegawai, jadi tidak mempunyai identitas BSrE.");

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>With most digits hidden; null when there is none.</summary>
    public string? NikSamar { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var refusal = !settings.IsOn ? NotHere : User.Actor().PegawaiId is null ? NoPerson : null;
        if ((context.Result = refusal is null ? null : HttpContext.Refuse(refusal)) is null)
        {
            await next();
        }
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Actor().IsUnconfirmed)
        {
            return await this.ShowAgainAsync("", Actor.Unconfirmed.Sentence);
        }

        await identities.KeepAsync(User, Nik.Stripped(Input.Nik));
        return this.Done("NIK Anda disimpan tersandi.");
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostForgetAsync()
    {
        await identities.ForgetAsync(User);
        return this.Done("NIK Anda sudah dihapus dari aplikasi ini.");
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostCheckAsync() => (User.Actor().IsUnconfirmed ? Actor.Unconfirmed.Sentence
            : await standing.WhyNotAbleAsync(User.Actor().PegawaiId!.Value)) is { } unable
        ? await this.ShowAgainAsync("", unable)
        : this.Done("BSrE mengenal Anda dan sertifikat elektronik Anda sudah terbit. Anda dapat menandatangani.");

    [WithoutInput]
    public async Task<IActionResult> OnPostCodeAsync() => (User.Actor().IsUnconfirmed ? Actor.Unconfirmed.Sentence
            : !settings.AsksCode ? "Dinas ini menandatangani dengan passphrase BSrE, jadi tidak ada kode yang dikirim."
            : await standing.WhyNotSentCodeAsync(User.Actor().PegawaiId!.Value)) is { } unable
        ? await this.ShowAgainAsync("", unable)
        : this.Done("BSrE mengirim kode kepada Anda. Tulis kode itu di halaman tanda tangan sebelum masa berlakunya habis.");

    public bool AsksCode => settings.AsksCode;

    public async Task LoadAsync() => NikSamar = await identities.NikAsync(User.Actor().PegawaiId!.Value) is { } nik ? Nik.Samar(nik) : null;
}
