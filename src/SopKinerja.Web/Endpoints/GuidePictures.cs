using SopKinerja.Web.Pages.Help;

namespace SopKinerja.Web.Endpoints;

/// <summary>The pictures in the guides.</summary>
public static class GuidePictures
{
    public static void MapGuidePictures(this IEndpointRouteBuilder app) => app.MapGet("/bantuan/gambar/{gambar}", Picture);

    private static IResult Picture(string gambar, HttpContext http)
    {
        if (Guides.Picture(gambar) is not { } picture)
        {
            return TypedResults.NotFound();
        }

        // They change with the program, whose address does not.
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Stream(picture, "image/png");
    }
}
