namespace SopKinerja.Web.Endpoints;

/// <summary>Addresses that answer with a file.</summary>
public static class EndpointsSetup
{
    public static void MapEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapFiles();
        app.MapForms();
        app.MapExports();
        app.MapAuthorities();
    }
}
