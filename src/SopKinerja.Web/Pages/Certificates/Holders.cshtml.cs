using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Certificates;

/// <summary>Who has a certificate, whose ends soon, and who could sign in but not sign.</summary>
public sealed class HoldersModel(SopDbContext db, TimeProvider time) : PageModel
{
    private const int PageSize = 40;
    private const string Usable = "", Soon = "segera", Over = "berakhir", Left = "tidak-aktif";

    public const string Without = "belum";

    public static readonly IReadOnlyList<SelectListItem> Standings =
    [
        new("Dipakai", Usable), new("Berakhir dalam 30 hari", Soon), new("Sudah berakhir", Over),
        new("Belum punya yang berlaku", Without), new("Dipakai, pegawai tidak aktif", Left),
    ];

    [BindProperty(SupportsGet = true, Name = Keys.Search)]
    public string? Cari { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.State)]
    public string? Keadaan { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyList<HolderRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public NextPage Next { get; private set; } = null!;

    public DateTimeOffset Now => time.GetUtcNow();

    public async Task OnGetAsync()
    {
        var found = Found();
        Count = await found.CountAsync();
        var certificates = db.Set<SigningCertificate>().Where(c => c.EndedAt == null);
        var rows = await found.FollowingByName(db.Pegawai, Setelah).OrderBy(p => p.Nama).ThenBy(p => p.Id).Take(PageSize + 1)
            .Select(p => new HolderRow(
                p.Id, p.Nama, p.Nip, p.UnitKerja!.Nama, p.IsActive,
                certificates.Where(c => c.PegawaiId == p.Id && c.IssuedAt != null).Select(c => (long?)c.Id).FirstOrDefault(),
                certificates.Where(c => c.PegawaiId == p.Id && c.IssuedAt != null).Select(c => c.NotAfter).FirstOrDefault(),
                certificates.Any(c => c.PegawaiId == p.Id && c.IssuedAt == null)))
            .ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, r => r.Id);
        Rows = rows;
    }

    private IQueryable<Pegawai> Found()
    {
        var (now, soon) = (Now, Now + CertificateView.WarnBefore);
        var used = db.Set<SigningCertificate>().InUse();
        var people = db.Pegawai.AsNoTracking().Named(Cari);
        return Keadaan switch
        {
            Soon => people.Where(p => used.Any(c => c.PegawaiId == p.Id && c.NotAfter >= now && c.NotAfter < soon)),
            Over => people.Where(p => used.Any(c => c.PegawaiId == p.Id && c.NotAfter < now)),
            Without => people.Where(p => p.IsActive
                && db.Users.Any(u => u.PegawaiId == p.Id && u.IsActive) && !used.Any(c => c.PegawaiId == p.Id && c.NotAfter >= now)),
            Left => people.Where(p => !p.IsActive && used.Any(c => c.PegawaiId == p.Id)),
            _ => people.Where(p => used.Any(c => c.PegawaiId == p.Id)),
        };
    }

    public sealed record HolderRow(
        int Id, string Nama, string? Nip, string? Unit, bool IsActive, long? CertificateId, DateTimeOffset? NotAfter, bool IsWaiting);
}
