using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Pages.People.Accounts.Slips;

namespace SopKinerja.Web.Endpoints;

/// <summary>The file of slips that the reader made, as often as he asks within a day.</summary>
public static class Slips
{
    public static void MapSlips(this IEndpointRouteBuilder app) =>
        app.MapGet("/akun/slip/{id:int}/slip.pdf", FileAsync).RequireAuthorization(PageAccess.PolicyOf("/People/Accounts/Slips/Batch"));

    private static async Task<IResult> FileAsync(int id, HttpContext http, EntrySlips slips, DocumentPress press, TimeProvider time)
    {
        if (press.WhyNotPrinted is { } missing)
        {
            return TypedResults.StatusCode(http.Refuse(new(RefusalKind.Conflict, missing)).StatusCode);
        }

        var usable = (await slips.FindAsync(http.User, id, http.RequestAborted))?.Where(s => s.Until is not null).ToList();
        if (usable is not { Count: > 0 })
        {
            return TypedResults.StatusCode(http.Refuse(new(RefusalKind.NotFound, BatchModel.Gone)).StatusCode);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(press.DrawSlips(usable, time.GetUtcNow()), "application/pdf", $"slip-masuk-{id}.pdf");
    }
}
