using Microsoft.AspNetCore.Mvc.Rendering;

namespace SopKinerja.Web.Pages.Organisation;

/// <summary>What both pages of charts show.</summary>
/// <param name="On">The same chart on another paper; null for the screen.</param>
/// <param name="Next">Where the first row goes on; null at its end.</param>
public sealed record ChartPage(
    Chart Chart, ChartPicture Picture, ChartPaper Paper, IReadOnlyList<Choosable> AllUnits, Func<string?, string> On, string File,
    string? Next)
{
    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "Yang dijadikan pangkal bagan ini tidak ada di sini. Pilih unit lain, atau buka seluruh bagannya.");

    public IReadOnlyList<SelectListItem> Units { get; } = [.. AllUnits.Select(u => u.Item)];

    public static string TitleOf(string judul, string? from, string? dinas, DateOnly today) => string.Join(
        ", ", new[] { judul, from, dinas, Tanggal.Tampil(today) }.Where(t => !string.IsNullOrEmpty(t)));
}
