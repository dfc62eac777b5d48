using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>Certificates for people of a site, so that they can sign on its pages; the authority is made with the first.</summary>
public static class SiteCertificates
{
    /// <summary>Passphrase of the site's authority.</summary>
    public const string OfAuthority = "kunci besar dinas kita";

    /// <summary>Passphrase of everybody who is certified here.</summary>
    public const string OfPerson = "sungai barito mengalir";

    /// <summary>Makes the authority, a month before the site's present; does nothing where there is one.</summary>
    public static async Task FoundAuthorityAsync(this SopSite site)
    {
        if (!await site.AskAsync(db => db.Set<SigningAuthority>().AnyAsync()))
        {
            await site.DoneAsync<CertificateActs>(o => o.MakeAuthorityAsync(new(OfAuthority), site.Clock.GetUtcNow().AddMonths(-1)));
        }
    }

    /// <summary>A request of each that waits; its key.</summary>
    public static async Task<long> RequestedAsync(this SopSite site, string userName)
    {
        await site.FoundAuthorityAsync();
        var me = site.People[userName].PegawaiId!.Value;
        await site.DoneAsync<CertificateActs>(p => p.RequestAsync(me, new(OfPerson), site.Clock.GetUtcNow()), me);
        return await site.AskAsync(
            db => db.Set<SigningCertificate>().Waiting().Where(c => c.PegawaiId == me).Select(c => c.Id).SingleAsync());
    }

    /// <summary>A certificate in use for each of these people, from an hour before the site's present.</summary>
    public static async Task CertifyAsync(this SopSite site, params string[] userNames)
    {
        foreach (var userName in userNames)
        {
            var id = await site.RequestedAsync(userName);
            await site.DoneAsync<CertificateActs>(o => o.IssueAsync(id, new(OfAuthority), "Admin", site.Clock.GetUtcNow().AddHours(-1)),
                site.People[userName].PegawaiId);
        }
    }

    /// <summary>All requests and certificates of someone, oldest first.</summary>
    public static Task<List<SigningCertificate>> CertificatesOfAsync(this SopSite site, string userName) =>
        site.AskAsync(db => db.Set<SigningCertificate>()
        .AsNoTracking().Where(c => c.PegawaiId == site.People[userName].PegawaiId).OrderBy(c => c.Id).ToListAsync());

    // With its line in the log of changes, as the pages write it.
    private static async Task DoneAsync<TService>(this SopSite site, Func<TService, Task<string?>> act, int? pegawaiId = null)
        where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (pegawaiId is { } person)
        {
            scope.ServiceProvider.GetRequiredService<ChangeLog>().Write(new(), ChangeSubjects.Sertifikat, person, "x", "mengurus sertifikat.");
        }

        Assert.Null(await act(scope.ServiceProvider.GetRequiredService<TService>()));
    }
}
