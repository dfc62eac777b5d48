using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>The buku catatan of one person for one period: the atasan langsung writes it as the year goes, the two of them read
/// it.</summary>
public sealed class NotesModel(SopDbContext db, TimeProvider time) : PlanPageModel(db, time), IShowsAgain, IShowsResults
{
    [BindProperty]
    public NoteForm Input { get; set; } = new();

    /// <summary>The dossier with whose result the book ended; null while it is open.</summary>
    public long? ClosedBy { get; private set; }

    public bool MayNote => Plan.WhyNot(PlanAct.Note, Actor) is null;

    public bool IsMine => Plan.PegawaiId == Actor.PegawaiId;

    public (AccessKind Kind, IReadOnlyCollection<Opened> Of) Shows =>
        (AccessKind.Notes, [new(Plan.PegawaiId, null, Plan.Period.Nama, ReadingCapacity.Of(Plan, Actor, Now))]);

    private DateOnly Today => Tanggal.DiWita(Now);

    public Task OnGetAsync()
    {
        Input.Tanggal = Plan.Period.WhyNotNote(Today, Today) is null ? Today : null;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostNoteAsync()
    {
        await LoadAsync();
        if (ClosedBy is not null)
        {
            ModelState.AddModelError("", "Catatan ini belum disimpan, karena penilaian periode ini sudah disetujui dan buku catatannya "
                + "ditutup. Salin catatan Anda bila masih perlu.");
            return await this.ShowAgainAsync(StatusCodes.Status409Conflict);
        }

        if (Plan.WhyNotNote(Plan.Period, Input.Tanggal!.Value, Actor, Now) is { } fault)
        {
            return await this.ShowAgainAsync($"{nameof(Input)}.{nameof(Input.Tanggal)}", fault);
        }

        Plan.Note(Plan.Period, Input.Tanggal.Value, Input.Uraian!, Actor, Now);
        return await SaveAsync(
            $"Catatan nomor {Plan.Notes.Count} tentang {Sentences.End($"{Plan.Pegawai.Nama} sudah dicatat")}",
            () => LocalRedirect(Links.Plans.Notes(Plan.Id)));
    }

    /// <summary>Who reads it: the two of them, and whoever acts in the place of the atasan langsung now.</summary>
    public IReadOnlyList<string> Readers { get; private set; } = [];

    public async Task LoadAsync()
    {
        ClosedBy = await Db.Dossiers.ClosingBooks()
            .Where(d => d.PeriodId == Plan.PeriodId && d.AsnId == Plan.PegawaiId && d.Post == Plan.Post)
            .Select(d => (long?)d.Id).FirstOrDefaultAsync();
        var acting = !Plan.Period.IsOpen || Plan.IsMeasured ? []
            : await Db.Penugasan.RunningOn(Today).Where(p => p.MenggantikanId == Plan.AtasanId && p.PelaksanaId != Plan.PegawaiId)
                .Select(p => p.Pelaksana.Nama).ToListAsync();
        var me = Actor.Nama;
        Readers = [.. new[] { "Anda", Plan.Pegawai.Nama, Plan.Atasan.Nama }.Concat(acting).Where(n => n != me).Distinct()];
    }

    protected override PlanAct Own => PlanAct.ReadNotes;

    protected override IQueryable<Plan> With(IQueryable<Plan> plans) => plans.Include(p => p.Notes.OrderBy(n => n.No));
}
