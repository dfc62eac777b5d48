using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

public sealed class KeadaanModel(SopDbContext db, ChangeLog log, FilterLists choices, TimeProvider time) : PageModel, IShowsAgain
{
    private const int MostFound = 20;
    private const int MostRows = 200;

    [BindProperty]
    public KeadaanForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Search)]
    public string? Cari { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Person)]
    public int? Pegawai { get; set; }

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<PersonChoice> Found { get; private set; } = [];

    public PersonChoice? Person { get; private set; }

    public IReadOnlyList<KeadaanPegawai> Rows { get; private set; } = [];

    /// <summary>The regulation of the period that is shown; null where there is no period at all.</summary>
    public ScoringMethod? Law { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Person is null || Periode is not { } period || KeadaanPegawai.WhyNotRecord(Person.Id, User.Actor()) is not null)
        {
            return HttpContext.Refuse(KeadaanPegawai.WhyNotRecord(Pegawai ?? 0, User.Actor())
                ?? new(RefusalKind.NotFound, "Pegawai atau periode ini tidak ditemukan. Cari lagi namanya."));
        }

        if (KeadaanTable.Row(Input.Jenis!.Value).WhyNotFor(Nip.JenisOf(Person.Nip)) is { } unfit)
        {
            return await this.ShowAgainAsync("Input.Jenis", unfit);
        }

        var keadaan = Input.For(period, Person.Id);
        var earlier = await db.Keadaan.AsNoTracking().Where(k => k.PegawaiId == Person.Id).ToListAsync();
        if (earlier.Find(keadaan.Repeats) is { } same)
        {
            return await this.ShowAgainAsync("Input.Mulai", $"{KeadaanTable.Row(same.Jenis).Nama} {same.JangkaWaktu} sudah tercatat "
                + $"({same.UraianSurat}) dan bertumpang tindih dengan tanggal ini. Pilih tanggal lain, atau hapus dahulu catatan itu.");
        }

        var whole = await db.Periods.AsNoTracking().SingleAsync(p => p.Id == period);
        if (keadaan.WhyNot((whole.Nama, whole.Mulai, whole.Selesai), Person.Nip, earlier, Tanggal.DiWita(time.GetUtcNow()))
            is { } contradiction)
        {
            return await this.ShowAgainAsync("Input.Mulai", contradiction);
        }

        db.Keadaan.Add(keadaan);
        await log.SaveNewAsync(User, ChangeSubjects.Keadaan, () => keadaan.Id, Person.Nama,
            $"mencatat {KeadaanTable.Row(keadaan.Jenis).InSentence} {keadaan.JangkaWaktu}: {keadaan.UraianSurat}.");
        return this.Done($"Keadaan {Person.Nama} sudah dicatat.", Links.Periods.Keadaan(Periode));
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostRemoveAsync(int keadaan)
    {
        if (await db.Keadaan.Include(k => k.Pegawai).SingleOrDefaultAsync(k => k.Id == keadaan) is not { } row)
        {
            return this.Done("Catatan itu sudah tidak ada dalam daftar.", Links.Periods.Keadaan(Periode));
        }

        if (KeadaanPegawai.WhyNotRecord(row.PegawaiId, User.Actor()) is { } refusal)
        {
            return HttpContext.Refuse(refusal);
        }

        db.Keadaan.Remove(row);
        log.Write(User, ChangeSubjects.Keadaan, row.Id, row.Pegawai.Nama,
            $"menghapus {KeadaanTable.Row(row.Jenis).InSentence} {row.JangkaWaktu}: {row.UraianSurat}.");
        if (await db.WhyNotSavedAsync() is { } unsaved)
        {
            return HttpContext.Refuse(new(RefusalKind.Conflict, unsaved.Sentence));
        }

        return this.Done($"Catatan tentang {row.Pegawai.Nama} sudah dihapus.", Links.Periods.Keadaan(Periode));
    }

    public async Task LoadAsync()
    {
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        (Periods, Periode) = ([.. all.Periods.Select(p => p.Item)], all.Period(Periode));
        Law = all.Periods.FirstOrDefault(p => p.Id == Periode) is { } period ? ScoringMethods.Row(period.Method) : null;
        var me = User.Actor().PegawaiId;
        Found = Pegawai is null && SearchText.Clean(Cari) is null ? [] : await db.Pegawai.OfTheDinas().Where(p => p.Id != me)
            .Where(p => Pegawai == null || p.Id == Pegawai).Named(Pegawai is null ? Cari : null)
            .OrderBy(p => p.Nama).ThenBy(p => p.Id).Take(MostFound).Select(PersonChoice.From).ToListAsync();
        Person = Pegawai is null ? null : Found.SingleOrDefault();
        Rows = await db.Keadaan.AsNoTracking().Include(k => k.Pegawai).Where(k => k.PeriodId == Periode)
            .OrderBy(k => k.Pegawai.Nama).ThenBy(k => k.Mulai).ThenBy(k => k.Id).Take(MostRows).ToListAsync();
    }
}
