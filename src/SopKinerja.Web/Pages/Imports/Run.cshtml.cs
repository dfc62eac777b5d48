using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Quartz;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>One run: what each row is, then storing it, how far that is, and what is left.</summary>
public sealed partial class RunModel(
    SopDbContext db, IEnumerable<ImportKind> kinds, ImportStore store, ColumnsByHand byHand, ISchedulerFactory schedulers,
    TimeProvider time) : RecordPageModel<Import>
{
    private const int PageSize = 50;

    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery(Name = Keys.State)]
    public ImportVerdict? Shown { get; set; }

    [FromQuery(Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    /// <summary>The first row, so that one sees what a column holds.</summary>
    public string[] Example { get; private set; } = [];

    public IReadOnlyDictionary<ImportVerdict, int> Counts { get; private set; } = null!;

    public int Stored { get; private set; }

    public NextPage Next { get; private set; } = null!;

    public Task OnGetAsync()
    {
        Input.Kolom = Row.Columns;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostColumnsAsync()
    {
        var columns = Row.Heads
            .Select((_, i) => Input.Kolom.ElementAtOrDefault(i) is { } m && Kind.Meanings.Contains(m) ? m : "").ToArray();
        return await byHand.TakeAsync(Kind, Row, columns, User, HttpContext.RequestAborted) is { } next
            ? this.Done("Berkas sudah diperiksa lagi dengan kolom ini; pilihan Anda dipakai juga untuk berkas berikutnya.",
                Links.Imports.Run(next.Id))
            : Done(Over);
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostStoreAsync()
    {
        if (!await MoveAsync(ImportState.Judged, ImportState.Storing))
        {
            return Done(Over);
        }

        var asked = await db.ImportRows.Waiting(Id).CountAsync();
        if (asked <= ImportStore.AtOnce)
        {
            var wrong = await WrongAsync();
            await store.RunAsync(Id, CancellationToken.None);
            return Done(await ToldAsync(asked, wrong));
        }

        await (await schedulers.GetScheduler()).TriggerJob(new JobKey(ImportStore.Job));
        return Done($"{TextRules.Capitalized(Kind.Verbs.Act)} dimulai. Halaman ini boleh ditutup; {Kind.Verbs.Act} berjalan terus.");
    }

    [WithoutInput]
    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (!await MoveAsync(ImportState.Storing, ImportState.Cancelled) && !await MoveAsync(ImportState.Judged, ImportState.Cancelled))
        {
            return Done($"{Kind.Verbs.Run} ini sudah berakhir.");
        }

        await db.ForgetStoredAsync(Id);
        return Done($"{Kind.Verbs.Run} dibatalkan. Yang sudah {Kind.Verbs.Past} tetap {Kind.Verbs.Past}; hitungannya di bawah.");
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        await ShowAsync();
    }

    protected override Task<Import?> FindAsync() => db.Imports.AsNoTracking().Of(User, kinds).SingleOrDefaultAsync(i => i.Id == Id);

    private async Task ShowAsync()
    {
        var counts = await db.ImportRows.Where(r => r.ImportId == Id).GroupBy(r => r.Verdict)
            .Select(g => new { g.Key, All = g.Count(), Stored = g.Count(r => r.IsStored) }).ToListAsync();
        (Counts, Stored) = (counts.ToDictionary(c => c.Key, c => c.All), counts.Sum(c => c.Stored));
        // Wrong ones first, as long as nobody asks for others.
        Shown ??= Count(ImportVerdict.Wrong) > 0 ? ImportVerdict.Wrong : Count(ImportVerdict.New) > 0 ? ImportVerdict.New
            : Count(ImportVerdict.Changed) > 0 ? ImportVerdict.Changed : ImportVerdict.Equal;
        var rows = await db.ImportRows.AsNoTracking()
            .Where(r => r.ImportId == Id && r.Verdict == Shown && (Setelah == null || r.No > Setelah))
            .OrderBy(r => r.No).Take(PageSize + 1).ToListAsync();
        Example = rows.FirstOrDefault()?.Cells ?? [];
        (Next, Rows) = (NextPage.Trim(Request, rows, PageSize, r => r.No), rows);
    }
}
