using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Certificates;

/// <summary>The requests that wait; several are issued with the authority's passphrase typed once.</summary>
public sealed partial class IndexModel(SopDbContext db, CertificateChanges changes, TimeProvider time) : PageModel, IShowsAgain
{
    private const int PageSize = 40;
    private const string ResultsKey = "Hasil";

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public long? Setelah { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.All)]
    public bool Semua { get; set; }

    public IReadOnlyList<RequestRow> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    /// <summary>The authority that issues; null before one is made.</summary>
    public AuthorityView? Authority { get; private set; }

    public IReadOnlyList<IssueResult> Results { get; private set; } = [];

    public DateTimeOffset Now => time.GetUtcNow();

    public Task OnGetAsync()
    {
        Results = TempData[ResultsKey] is string told ? JsonSerializer.Deserialize<IReadOnlyList<IssueResult>>(told)! : [];
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (results, whyNot) = await changes.IssueAsync(User, Input.Permintaan, Input.OfAuthority());
        if (whyNot is not null)
        {
            return await this.ShowAgainAsync("Input.Frasa", whyNot);
        }

        if (results.All(r => r.WhyNot is null))
        {
            return this.Done(Sentences.End(
                $"{results.Count} sertifikat sudah diterbitkan: {string.Join("; ", results.Select(r => r.Nama))}"));
        }

        TempData[ResultsKey] = JsonSerializer.Serialize(results);
        return LocalRedirect(Request.Path);
    }

    public async Task LoadAsync()
    {
        Authority = (await db.AuthoritiesAsync()).FirstOrDefault(a => a.NotAfter > Now);
        var all = db.Set<SigningCertificate>();
        var rows = await (
            from c in all.Waiting()
            join p in db.Pegawai on c.PegawaiId equals p.Id
            where Setelah == null || c.Id > Setelah
            orderby c.Id
            select new RequestRow(c.Id, p.Nama, p.Nip, p.UnitKerja!.Nama, c.RequestedAt, p.IsActive, all.Any(used => used.PegawaiId == p.Id
                && used.IssuedAt != null && used.EndedAt == null)))
            .Take(PageSize + 1).ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, r => r.Id);
        Rows = rows;
    }

    public sealed record RequestRow(
        long Id, string Nama, string? Nip, string? Unit, DateTimeOffset RequestedAt, bool IsActive, bool IsSuccessor);
}
