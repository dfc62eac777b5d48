using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Web.Access;
using SopKinerja.Web.Infrastructure.Web;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Archives;

/// <summary>The list of what lies in the archive. Searched like the list of dossiers: no NIP ever stands in an address.</summary>
public sealed class IndexModel(SopDbContext db, Choices choices) : PageModel, IShowsAgain
{
    private const int PageSize = 50;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    public bool IsSearch => (Input.Cari ?? Input.Boks) is not null || (Input.Unit ?? Input.Periode) is not null;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public async Task OnGetAsync(string? cari, string? boks, int? unit, int? periode, long? setelah)
    {
        Input = new() { Cari = SearchText.LooksLikeNip(cari) ? null : SearchText.Clean(cari), Boks = SearchText.Clean(boks), Unit = unit, Periode = periode, Setelah = setelah };
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
    public object Address(long? after) => new { cari = SearchText.Clean(Input.Cari), boks = SearchText.Clean(Input.Boks), unit = Input.Unit, periode = Input.Periode, setelah = after };

    public async Task LoadAsync() => (Units, Periods) = await choices.GetAsync(HttpContext.RequestAborted);

    private async Task FindAsync()
    {
        await LoadAsync();
        var found = await InBox(db.Dossiers.VisibleTo(User.Actor()).Named(SearchText.Clean(Input.Cari)))
            .Where(d => d.ClosedAt != null && (Input.Unit == null || d.UnitKerjaId == Input.Unit)
                && (Input.Periode == null || d.PeriodId == Input.Periode) && (Input.Setelah == null || d.Id < Input.Setelah))
            .OrderByDescending(d => d.Id).Take(PageSize + 1)
            .Select(d => new Row(d.Id, d.Parties, d.Period.Nama, d.ArchiveRecord!, d.ClosedAt!.Value))
            .ToListAsync(HttpContext.RequestAborted);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Id : null;
    }

    private IQueryable<Dossier> InBox(IQueryable<Dossier> dossiers)
    {
        if (SearchText.Clean(Input.Boks) is not { } box)
        {
            return dossiers;
        }

        var record = JsonSerializer.Serialize(new { NomorBoks = box.ToUpperInvariant() });
        return dossiers.Where(d => EF.Functions.JsonContains(d.ArchiveRecord!, record));
    }

    /// <summary>One document in its box.</summary>
    public sealed record Row(long Id, Parties Parties, string Periode, ArchiveRecord Record, DateTimeOffset ClosedAt);

    /// <summary>What to look for.</summary>
    public sealed class Form
    {
        public string? Cari { get; set; }

        public string? Boks { get; set; }

        public int? Unit { get; set; }

        public int? Periode { get; set; }

        public long? Setelah { get; set; }
    }

    /// <summary>What the form asks.</summary>
    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Cari).MaximumLength(SearchText.Most)
                .WithMessage($"Kata yang dicari terlalu panjang. Tulis paling banyak {SearchText.Most} huruf dari nama, atau angka NIP.");
            RuleFor(f => f.Boks).MaximumLength(50).WithMessage("Nomor boks terlalu panjang. Tulis paling banyak 50 huruf.");
        }
    }
}
