using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Endpoints;

/// <summary>Each seal as a file.</summary>
public static class Seals
{
    public static void MapSeals(this IEndpointRouteBuilder app) => app.MapGet("/segel/{no:int}", FileAsync)
        .RequireAuthorization(PageAccess.PolicyOf("/Seals"));

    private static async Task<IResult> FileAsync(int no, HttpContext http, SopDbContext db) =>
        await db.Seals().SingleOrDefaultAsync(s => s.No == no) is { } seal
            ? TypedResults.File(Encoding.UTF8.GetBytes(seal.ToJson()), "application/json", seal.FileName)
            : TypedResults.StatusCode(http.Refuse(new(RefusalKind.NotFound, "Segel ini tidak ada.")).StatusCode);
}
