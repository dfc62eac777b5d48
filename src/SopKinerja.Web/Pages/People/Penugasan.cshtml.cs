using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

/// <summary>Who acts in the place of whom: recorded and ended by the administrator, seen by the two and by the Kepala Dinas.</summary>
public sealed partial class PenugasanModel(SopDbContext db, ChangeLog log, TimeProvider time) : PageModel, IShowsAgain
{
    private const int MostRows = 200;

    private static readonly FieldRefusal TwoAtOnce = new(UnsavedReason.TwoAtOnce, "Input.Menggantikan", "Pejabat ini sudah digantikan "
        + "orang lain pada sebagian tanggal itu. Akhiri penugasan yang lama dahulu, atau pilih tanggal lain.");

    private static readonly Refusal OnlyRead = new(RefusalKind.Forbidden, "Penugasan dicatat dan diakhiri oleh Administrator.");

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Penugasan> Rows { get; private set; } = [];

    public bool MayRecord => User.Actor().Holds(Role.Administrator);

    public bool SeesAll => PenugasanTable.Viewers.Any(User.Actor().Holds);

    public DateOnly Today => Tanggal.DiWita(time.GetUtcNow());

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayRecord)
        {
            return HttpContext.Refuse(OnlyRead);
        }

        var (menggantikan, pelaksana) = (
            await this.PersonAsync(db, Input.Menggantikan, "Input.Menggantikan"),
            await this.PersonAsync(db, Input.Pelaksana, "Input.Pelaksana"));
        if (menggantikan is not null && menggantikan.Id == pelaksana?.Id)
        {
            ModelState.AddModelError("Input.Pelaksana", "Pelaksana harus orang lain dari yang digantikan.");
        }

        if (!ModelState.IsValid)
        {
            return await this.ShowAgainAsync();
        }

        var penugasan = new Penugasan(
            Input.Jenis!.Value, menggantikan!.Id, pelaksana!.Id, Input.NomorSk.Trimmed()!, Input.TanggalSk!.Value, Input.Mulai!.Value,
            Input.Selesai, Input.Alasan.Trimmed()!);
        db.Penugasan.Add(penugasan);
        return await this.WhyNotSavedAsync(
                db, () => log.SaveNewAsync(User, ChangeSubjects.Penugasan, () => penugasan.Id, pelaksana.Nama,
                    penugasan.Recorded(pelaksana, menggantikan)),
                "", "", TwoAtOnce)
            ?? this.Done($"Penugasan {pelaksana.Nama} sudah dicatat dan berlaku {penugasan.JangkaWaktu}.", Links.People.Penugasan);
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostEndAsync(int penugasan)
    {
        if (!MayRecord)
        {
            return HttpContext.Refuse(OnlyRead);
        }

        var today = Today;
        if (await db.Penugasan.Include(p => p.Pelaksana).Include(p => p.Menggantikan)
            .SingleOrDefaultAsync(p => p.Id == penugasan && p.EndedAt == null && (p.Selesai == null || p.Selesai >= today)) is not { } row)
        {
            return this.Done("Penugasan itu sudah berakhir.", Links.People.Penugasan);
        }

        row.End(time.GetUtcNow());
        log.Write(User, ChangeSubjects.Penugasan, row.Id, row.Pelaksana.Nama, $"mengakhiri penugasan sebagai {row.Sebagai}.");
        return await db.WhyNotSavedAsync() is { } unsaved
            ? HttpContext.Refuse(new(RefusalKind.Conflict, unsaved.Sentence))
            : this.Done($"Penugasan {row.Pelaksana.Nama} sebagai {row.Sebagai} diakhiri sekarang.", Links.People.Penugasan);
    }

    public async Task LoadAsync() => Rows = await db.Penugasan.AsNoTracking().Include(p => p.Menggantikan).Include(p => p.Pelaksana)
        .VisibleTo(User.Actor()).OrderByDescending(p => p.Mulai).ThenByDescending(p => p.Id).Take(MostRows).ToListAsync();
}
