using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Where a spreadsheet is handed in or pasted; it is judged at once and stored later.</summary>
[UploadLimit(SheetReader.MostBytes + Uploads.RoomForFields)]
public sealed partial class IndexModel(SopDbContext db, IEnumerable<ImportKind> kinds, FilterLists lists, DryRun dryRun)
    : PageModel, IShowsAgain
{
    private const int MostRuns = 20;

    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery(Name = Keys.Kind)]
    public string? Jenis { get; set; }

    [FromQuery(Name = Keys.Period)]
    public int? Periode { get; set; }

    /// <summary>Those of the reader; others are not named to him.</summary>
    public IReadOnlyList<ImportKind> Kinds { get; private set; } = [];

    public ImportKind Kind { get; private set; } = null!;

    /// <summary>The periods that rows without one may mean; empty for a kind that knows none.</summary>
    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<RunRow> Runs { get; private set; } = [];

    public ImportKind KindOf(RunRow run) => kinds.First(k => k.Slug == run.Kind);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Kinds = [.. kinds.Where(k => k.IsOfSheet && k.MayUse(User.Actor()))];
        Kind = kinds.FirstOrDefault(k => k.IsOfSheet && k.Slug == Jenis) ?? await UsualAsync();
        context.Result = Kind.WhyNot(User.Actor()) is { } refusal ? HttpContext.Refuse(refusal) : null;
        if (context.Result is null)
        {
            await next();
        }
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (file, nama) = await ReadAsync();
        var (run, refusal) = await dryRun.MakeAsync(Kind, file, nama, Input.Lembar, User, Input.Periode, HttpContext.RequestAborted);
        if (run is null)
        {
            return await this.ShowAgainAsync(Input.Berkas is null ? "Input.Sel" : "Input.Berkas", refusal!);
        }

        db.Imports.Add(run);
        await db.SaveChangesAsync();
        return LocalRedirect(Links.Imports.Run(run.Id));
    }

    public async Task LoadAsync()
    {
        if (Kind.Method is { } method)
        {
            Periods = await db.Periods.Where(p => p.Method == method).OrderByDescending(p => p.IsOpen).ThenByDescending(p => p.Mulai)
                .Select(p => new SelectListItem(p.Nama, $"{p.Id}")).ToListAsync();
            Input.Periode ??= Periode;
        }

        Runs = await db.Imports.AsNoTracking().Of(User, kinds).OrderByDescending(i => i.Id).Take(MostRuns)
        .Select(i => new RunRow(i.Id, i.Kind, i.At, i.FileNama, i.State, i.Rows.Count, i.Rows.Count(r => r.IsStored))).ToListAsync();
    }

    // Where nobody says: that of the regulation by which is measured today.
    private async Task<ImportKind> UsualAsync()
    {
        var method = Kinds.Any(k => k.Method is not null) ? (await lists.GetAsync(HttpContext.RequestAborted)).Present?.Method : null;
        return Kinds.FirstOrDefault(k => method is not null && k.Method == method) ?? Kinds[0];
    }

    private async Task<(SheetFile File, string Nama)> ReadAsync()
    {
        if (Input.Berkas is not { } upload)
        {
            // As it was sent: what is bound has no tabs, by which a spreadsheet separates its cells.
            return (SheetReader.Pasted(Request.Form["Input.Sel"].ToString()), "sel yang ditempel");
        }

        await using var content = new MemoryStream();
        await upload.CopyToAsync(content, HttpContext.RequestAborted);
        return (SheetReader.Read(content.ToArray()), Uploads.NameOf(upload.FileName));
    }

    public sealed record RunRow(int Id, string Kind, DateTimeOffset At, string FileNama, ImportState State, int Rows, int Stored);
}
