using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Endpoints;

/// <summary>What anyone needs to judge a signed document elsewhere: the authority's certificate and its list of revoked ones. They name no
/// person.</summary>
public static class Authorities
{
    public static void MapAuthorities(this IEndpointRouteBuilder app)
    {
        app.MapGet("/otoritas/{id:int}.cer", CertificateAsync).AllowAnonymous();
        app.MapGet("/otoritas/{id:int}.crl", ListAsync).AllowAnonymous();
    }

    private static async Task<IResult> CertificateAsync(int id, HttpContext http, SopDbContext db)
    {
        var found = await db.Set<SigningAuthority>()
            .Where(a => a.Id == id).Select(a => new { a.Certificate, a.MadeAt }).SingleOrDefaultAsync(http.RequestAborted);
        return found is null
            ? NotFound(http, "Otoritas ini tidak ada. Periksa alamatnya.")
            : Kept(http, found.Certificate, "application/pkix-cert", $"otoritas-{id}.cer", found.MadeAt, $"\"{id}\"");
    }

    private static async Task<IResult> ListAsync(int id, HttpContext http, SopDbContext db)
    {
        var found = await db.Set<SigningList>().Where(l => l.AuthorityId == id).OrderByDescending(l => l.Number)
            .Select(l => new { l.Bytes, l.MadeAt, l.Number }).FirstOrDefaultAsync(http.RequestAborted);
        return found is null
            ? NotFound(http, "Belum ada daftar pencabutan dari otoritas ini.")
            : Kept(
                http, found.Bytes, "application/pkix-crl", $"otoritas-{id}-{found.Number}.crl", found.MadeAt, $"\"{id}-{found.Number}\"");
    }

    // An hour: as late as that someone elsewhere may learn of a revocation.
    private static FileContentHttpResult Kept(HttpContext http, byte[] bytes, string type, string name, DateTimeOffset at, string tag)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(bytes, type, name, lastModified: at, entityTag: new EntityTagHeaderValue(tag));
    }

    private static StatusCodeHttpResult NotFound(HttpContext http, string sentence) =>
        TypedResults.StatusCode(http.Refuse(new(RefusalKind.NotFound, sentence)).StatusCode);
}
