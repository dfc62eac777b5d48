using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Endpoints;

/// <summary>What an import takes: what there is, as its own template, and the rows that a run has left out.</summary>
public static class Sheets
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Masalah = "Masalah";

    private static readonly Refusal NotFound =
        new(RefusalKind.NotFound, "Data ini tidak ditemukan, atau bukan data yang boleh Anda lihat.");

    public static void MapSheets(this IEndpointRouteBuilder app)
    {
        var sheets = app.MapGroup("").RequireAuthorization(PageAccess.PolicyOf("/Imports/Index"));
        sheets.MapGet("/impor/data.csv", CsvAsync);
        sheets.MapGet("/impor/data.xlsx", WorkbookAsync);
        sheets.MapGet("/impor/{id:int}/sisa.xlsx", RestAsync);
    }

    private static Task<IResult> CsvAsync(
        string? jenis, int? periode, long? skp, long? berkas, HttpContext http, IEnumerable<ImportKind> kinds, CancellationToken cancel) =>
        AnswerAsync(kinds, jenis, new(http.User.Actor(), periode, skp ?? berkas), http, (kind, rows) => Task.FromResult<IResult>(
            TypedResults.File(Csv.File(kind.Heads, rows), "text/csv; charset=utf-8", $"{kind.Slug}.csv")), cancel);

    private static Task<IResult> WorkbookAsync(
        string? jenis, int? periode, long? skp, long? berkas, HttpContext http, IEnumerable<ImportKind> kinds, CancellationToken cancel) =>
        AnswerAsync(kinds, jenis, new(http.User.Actor(), periode, skp ?? berkas), http, async (kind, rows) => TypedResults.File(
            await Workbook.FileAsync(kind.Slug, kind.Heads, rows, cancel), WorkbookType, $"{kind.Slug}.xlsx"), cancel);

    private static async Task<IResult> AnswerAsync(
        IEnumerable<ImportKind> kinds, string? jenis, ImportScope scope, HttpContext http,
        Func<ImportKind, IReadOnlyList<string?[]>, Task<IResult>> file, CancellationToken cancel)
    {
        var kind = kinds.FirstOrDefault(k => k.Slug == jenis) ?? kinds.First(k => k.MayUse(scope.Actor));
        if (kind.WhyNot(scope.Actor) is { } refusal)
        {
            return TypedResults.StatusCode(http.Refuse(refusal).StatusCode);
        }

        await kind.LoadAsync(scope, cancel);
        return await kind.ExportAsync(cancel) is { } rows ? await file(kind, rows)
            : TypedResults.StatusCode(http.Refuse(NotFound).StatusCode);
    }

    private static async Task<IResult> RestAsync(
        int id, HttpContext http, SopDbContext db, IEnumerable<ImportKind> kinds, CancellationToken cancel)
    {
        if (await db.Imports.AsNoTracking().Of(http.User, kinds.Where(k => k.IsOfSheet)).SingleOrDefaultAsync(i => i.Id == id, cancel)
            is not { } run)
        {
            return TypedResults.StatusCode(http.Refuse(
                new(RefusalKind.NotFound, "Impor ini tidak ada, atau sudah lebih lama daripada yang disimpan.")).StatusCode);
        }

        var rows = await db.LeftOut(id).AsNoTracking().OrderBy(r => r.No).ToListAsync(cancel);
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
