namespace SopKinerja.Web.Endpoints;

public static class EndpointsSetup
{
    public static void MapEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapFiles();
        app.MapForms();
        app.MapExports();
        app.MapSheets();
        app.MapSlips();
        app.MapCharts();
        app.MapAuthorities();
        app.MapSeals();
        app.MapGuidePictures();
        app.MapProvider();
    }
}
