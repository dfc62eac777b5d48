using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Endpoints;

/// <summary>What an import takes: the register as its own template, and the rows that a run has left out.</summary>
public static class Sheets
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Masalah = "Masalah";

    public static void MapSheets(this IEndpointRouteBuilder app)
    {
        var sheets = app.MapGroup("").RequireAuthorization(PageAccess.PolicyOf("/Imports/Index"));
        sheets.MapGet("/impor/data.csv", CsvAsync);
        sheets.MapGet("/impor/data.xlsx", WorkbookAsync);
        sheets.MapGet("/impor/{id:int}/sisa.xlsx", RestAsync);
    }

    private static async Task<FileContentHttpResult> CsvAsync(string? jenis, IEnumerable<ImportKind> kinds, CancellationToken cancel)
    {
        var kind = await LoadedAsync(jenis, kinds, cancel);
        return TypedResults.File(Csv.File(kind.Heads, kind.Export()), "text/csv; charset=utf-8", $"{kind.Slug}.csv");
    }

    private static async Task<FileContentHttpResult> WorkbookAsync(string? jenis, IEnumerable<ImportKind> kinds, CancellationToken cancel)
    {
        var kind = await LoadedAsync(jenis, kinds, cancel);
        return TypedResults.File(
            await Workbook.FileAsync(kind.Slug, kind.Heads, kind.Export(), cancel), WorkbookType, $"{kind.Slug}.xlsx");
    }

    private static async Task<ImportKind> LoadedAsync(string? jenis, IEnumerable<ImportKind> kinds, CancellationToken cancel)
    {
        var kind = kinds.FirstOrDefault(k => k.Slug == jenis) ?? kinds.First();
        await kind.LoadAsync(cancel);
        return kind;
    }

    private static async Task<IResult> RestAsync(int id, HttpContext http, SopDbContext db, CancellationToken cancel)
    {
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } run)
        {
            return TypedResults.StatusCode(http.Refuse(
                new(RefusalKind.NotFound, "Impor ini tidak ada, atau sudah lebih lama daripada yang disimpan.")).StatusCode);
        }

        var rows = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == id && !r.IsStored && r.Verdict != ImportVerdict.Equal)
            .OrderBy(r => r.No).ToListAsync(cancel);
        return TypedResults.File(
            await Workbook.FileAsync("sisa", [.. run.Heads, Masalah], rows.Select(r => Cells(run, r)), cancel),
            WorkbookType, $"sisa-impor-{id}.xlsx");
    }

    private static string?[] Cells(Import run, ImportRow row) =>
    [
        .. Enumerable.Range(0, run.Heads.Length).Select(i => i < row.Cells.Length ? row.Cells[i] : ""),
        string.Join(" ", row.Faults.Select(f => $"{RunWords.Place(run, f.Column)}: {f.Sentence}")),
    ];
}
