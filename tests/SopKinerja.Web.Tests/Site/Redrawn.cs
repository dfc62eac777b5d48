using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Tests.Site;

internal static class Redrawn
{
    /// <summary>What verify finds among results and documents, with those drawn again that nobody signs in the file.</summary>
    /// <param name="db">Where it reads the files and the results; null for the site's own.</param>
    public static async Task<VerificationReport> VerifyAsync(this SopSite site, SopDbContext? db = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<SopDbContext>();
        var again = new Redrawing(
            own, scope.ServiceProvider.GetRequiredService<DocumentPress>(), scope.ServiceProvider.GetRequiredService<DocumentProofs>());
        return await new Verification(db ?? own, _ => { }) { Redrawing = again }.RunAsync(CancellationToken.None);
    }
}
