using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Organisation;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Endpoints;

/// <summary>The charts of the organisation as files, each for whom its page is.</summary>
public static class Charts
{
    public static void MapCharts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/bagan/unit.svg", UnitsAsync).RequireAuthorization(PageAccess.PolicyOf("/Organisation/Units"));
        app.MapGet("/bagan/penilai.svg", PenilaiAsync).RequireAuthorization(PageAccess.PolicyOf("/Organisation/Penilai"));
    }

    private static async Task<IResult> UnitsAsync(
        int? unit, int? setelah, HttpContext http, UnitChart chart, CurrentSettings settings, TimeProvider time)
    {
        var today = Tanggal.DiWita(time.GetUtcNow());
        return File(
            http, await chart.LoadAsync(new(http.User.Actor()), unit, setelah, today, http.RequestAborted), UnitChart.Judul,
            "bagan-unit.svg", settings, unit is not null, today);
    }

    private static async Task<IResult> PenilaiAsync(
        int? unit, int? pegawai, int? setelah, HttpContext http, PenilaiChart chart, CurrentSettings settings, TimeProvider time)
    {
        var today = Tanggal.DiWita(time.GetUtcNow());
        return File(
            http, await chart.LoadAsync(new(http.User.Actor()), unit, pegawai, setelah, today, http.RequestAborted), PenilaiChart.Judul,
            "bagan-penilai.svg", settings, pegawai is not null, today);
    }

    private static IResult File(
        HttpContext http, Chart? chart, string judul, string name, CurrentSettings settings, bool hasRoot, DateOnly today) =>
        chart is null ? TypedResults.StatusCode(http.Refuse(ChartPage.NotFound).StatusCode)
        : TypedResults.File(
            chart.On(ChartPaper.File, ChartPage.TitleOf(
                judul, hasRoot ? chart.Roots[0].Title : null, settings.Value.NamaPendek, today)).ToFile(), "image/svg+xml", name);
}
