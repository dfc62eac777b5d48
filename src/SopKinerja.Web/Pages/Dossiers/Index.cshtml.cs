using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Infrastructure.Web;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>Finds dossiers. The form is posted; a search by name goes on to an address of its own, one by NIP is shown in place.</summary>
public sealed class IndexModel(SopDbContext db, Choices choices) : PageModel, IShowsAgain
{
    private const int PageSize = 25;
    private const string Archived = "arsip";
    private const string Stopped = "keberatan";

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    public bool IsSearch => (Input.Cari ?? Input.Keadaan) is not null || (Input.Unit ?? Input.Periode) is not null;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public static IEnumerable<SelectListItem> States =>
    [
        .. SopTable.Rows.Select(r => new SelectListItem($"Langkah {r.No}: {r.Nama}", r.Slug)),
        new("Ada keberatan", Stopped), new("Diarsipkan", Archived),
    ];

    public async Task OnGetAsync(string? cari, int? unit, int? periode, string? keadaan, long? setelah)
    {
        // A NIP typed into the address by hand finds nothing there, so that nobody comes to rely on it.
        Input = new() { Cari = SearchText.LooksLikeNip(cari) ? null : SearchText.Clean(cari), Unit = unit, Periode = periode, Keadaan = keadaan, Setelah = setelah };
        await FindAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!SearchText.LooksLikeNip(Input.Cari))
        {
            return RedirectToPage(Address(Input.Setelah));
        }

        await FindAsync();
        return Page();
    }

    /// <summary>The address of this search from a row on.</summary>
    public object Address(long? after) => new { cari = SearchText.Clean(Input.Cari), unit = Input.Unit, periode = Input.Periode, keadaan = Input.Keadaan, setelah = after };

    public async Task LoadAsync() => (Units, Periods) = await choices.GetAsync(HttpContext.RequestAborted);

    private async Task FindAsync()
    {
        await LoadAsync();
        var found = await InState(db.Dossiers.VisibleTo(User.Actor()).Named(SearchText.Clean(Input.Cari)))
            .Where(d => (Input.Unit == null || d.UnitKerjaId == Input.Unit) && (Input.Periode == null || d.PeriodId == Input.Periode)
                && (Input.Setelah == null || d.Id < Input.Setelah))
            .OrderByDescending(d => d.Id).Take(PageSize + 1)
            .Select(d => new Row(d.Id, d.Parties, d.Period.Nama, d.Step, d.StepSince, d.ClosedAt, d.Keberatan != null))
            .ToListAsync(HttpContext.RequestAborted);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Id : null;
    }

    private IQueryable<Dossier> InState(IQueryable<Dossier> dossiers) => Input.Keadaan switch
    {
        Archived => dossiers.Where(d => d.ClosedAt != null),
        Stopped => dossiers.Where(d => d.Keberatan != null),
        var slug when SopTable.Rows.FirstOrDefault(r => r.Slug == slug) is { } row =>
            dossiers.Where(d => d.Step == row.Step && d.ClosedAt == null && d.Keberatan == null),
        _ => dossiers,
    };

    /// <summary>One dossier of the list.</summary>
    public sealed record Row(
        long Id, Parties Parties, string Periode, Step Step, DateTimeOffset StepSince, DateTimeOffset? ClosedAt, bool IsStopped);

    /// <summary>What to look for.</summary>
    public sealed class Form
    {
        public string? Cari { get; set; }

        public int? Unit { get; set; }

        public int? Periode { get; set; }

        public string? Keadaan { get; set; }

        public long? Setelah { get; set; }
    }

    /// <summary>What the form asks.</summary>
    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Cari).MaximumLength(SearchText.Most)
            .WithMessage($"Kata yang dicari terlalu panjang. Tulis paling banyak {SearchText.Most} huruf dari nama, atau angka NIP.");
    }
}
