using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.OwnData;

/// <summary>What is kept about the reader, and a request to put something of it right.</summary>
public sealed partial class IndexModel(SopDbContext db, KeptDataSource source, ChangeLog log, TimeProvider time) : PageModel, IShowsAgain
{
    private const int MostShown = 20;

    // More at once is a letter and not a request.
    private const int MostOpen = 10;

    private static readonly Refusal NoPerson = new(
        RefusalKind.Forbidden, "Akun ini bukan milik pegawai. Yang keliru pada akunnya sampaikan langsung kepada administrator.");

    [BindProperty]
    public Form Input { get; set; } = new();

    public KeptData Data { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    public bool MayAsk => User.Actor().PegawaiId is not null;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Actor().PegawaiId is not { } me)
        {
            return HttpContext.Refuse(NoPerson);
        }

        if (await db.Corrections.CountAsync(c => c.PegawaiId == me && c.AnsweredAt == null) >= MostOpen)
        {
            return await this.ShowAgainAsync("", $"Masih ada {MostOpen} permintaan Anda yang belum dijawab. Tunggu jawabannya dahulu, "
                + "atau datangi administrator.");
        }

        var correction = new Correction(me, time.GetUtcNow(), Input.Salah.Trimmed()!, Input.Seharusnya.Trimmed()!);
        db.Corrections.Add(correction);
        await log.SaveNewAsync(User, ChangeSubjects.Pembetulan, () => correction.Id, User.Actor().Nama, "meminta pembetulan datanya.");
        return this.Done("Permintaan Anda sudah dikirim kepada administrator. Jawabannya tampil di halaman ini.");
    }

    public async Task LoadAsync()
    {
        Data = await source.ReadAsync(User, MostShown, HttpContext.RequestAborted);
        var me = User.Actor().PegawaiId;
        Corrections = await db.Corrections.AsNoTracking().Where(c => c.PegawaiId == me).OrderByDescending(c => c.Id).Take(50)
            .ToListAsync(HttpContext.RequestAborted);
    }
}
