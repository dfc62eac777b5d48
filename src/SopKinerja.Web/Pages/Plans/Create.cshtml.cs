using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>Starting a plan: for oneself, or as an analis for someone else.</summary>
public sealed class CreateModel(SopDbContext db, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Person)]
    public int? Pegawai { get; set; }

    /// <summary>Whether it begins with what the SKP before holds; so it does unless somebody takes the tick off.</summary>
    [BindProperty]
    public bool Salin { get; set; }

    [BindProperty]
    public Pendekatan Pendekatan { get; set; }

    [BindProperty]
    public bool Mandiri { get; set; }

    public IReadOnlyList<Period> Open { get; private set; } = [];

    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    public Candidate? Person { get; private set; }

    public bool Chooses => User.Actor().Holds(Role.Analis);

    public async Task<IActionResult> OnGetAsync()
    {
        Salin = true;
        return await AskAsync() is { } refusal ? HttpContext.Refuse(refusal) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (periode, isKnown) = (Periode, Pegawai is not null);
        if (await AskAsync() is { } refusal)
        {
            return HttpContext.Refuse(refusal);
        }

        if (periode != Periode || !isKnown || Person is null || Person.Hindrance is not null)
        {
            ModelState.AddModelError("", Person?.Hindrance ?? "SKP belum dibuat: pilih periode dan pegawai, lalu tekan Buat SKP.");
            return await this.ShowAgainAsync(
                Person?.Existing is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
        }

        return await AddAsync(Person.Begin(
            Open.Single(p => p.Id == Periode), Salin ? Person.Earlier : null, Pendekatan, Mandiri, User.Actor(), time.GetUtcNow()));
    }

    private async Task<IActionResult> AddAsync(Plan plan)
    {
        db.Plans.Add(plan);
        if (await db.WhyNotSavedAsync() is { } unsaved)
        {
            db.ChangeTracker.Clear();
            await AskAsync();
            ModelState.AddModelError("", Person?.Hindrance ?? unsaved.Sentence);
            return await this.ShowAgainAsync(unsaved.Row.Status);
        }

        return this.Done("SKP dibuat. Isi targetnya, lalu ajukan ke atasan langsung.", LawPages.Of(plan.Method).WritingAddress(plan.Id));
    }

    private async Task<Refusal?> AskAsync()
    {
        ModelState.Clear();
        var today = Tanggal.DiWita(time.GetUtcNow());
        Open = await db.Periods.AsNoTracking()
            .Where(p => p.IsOpen).OrderByDescending(p => p.Mulai).ThenByDescending(p => p.Id).Take(50).ToListAsync();
        Periode = Open.MaxBy(p => (p.Id == Periode, p.Mulai <= today && today <= p.Selesai, p.Mulai))?.Id;
        Pegawai ??= Chooses ? null : User.Actor().PegawaiId ?? 0;
        if (Pegawai is { } who && Plan.WhyNotBegin(who, User.Actor()) is { } refusal)
        {
            return refusal;
        }

        People = Chooses && Open.FirstOrDefault(p => p.Id == Periode) is { } period ? await Candidate.ChoicesAsync(db, period) : [];
        Person = Pegawai is null ? null : await Candidate.LoadAsync(db, Pegawai, Periode);
        return Person?.WhyNotBegin(User.Actor());
    }
}
