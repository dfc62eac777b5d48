using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Access;

/// <summary>Who may open which pages. A page that no row covers is refused to everybody.</summary>
public static class PageAccess
{
    private static readonly Role[] Everyone = [];

    /// <remarks>Pages about one dossier or plan ask <see cref="Procedure"/> or the plan besides. The distribution of a team is for
    /// anyone who rates one, and its counts hold only results that the reader may see; the capaian of a unit is for those who set it, who
    /// rate in it, or who see all results (<c>CapaianQueries</c>).</remarks>
    public static readonly IReadOnlyList<PageRow> Rows =
    [
        new("/Index",                        Everyone),
        new("/Sop",                          Everyone),
        new("/About",                        Everyone),
        new("/Help",                         Everyone),
        new("/Dossiers",                     Everyone),
        new("/Dossiers/Step1Collect/Open",   [Role.Analis]),
        new("/Plans",                        Everyone),
        new("/Cascade",                      Everyone),
        new("/Archives",                     [Role.Sekretaris, Role.Auditor]),
        new("/Archives/Scans",               [Role.Sekretaris]),
        new("/Reports",                      [Role.KepalaDinas, Role.Auditor]),
        new("/Reports/Distribution",         Everyone),
        new("/Seals",                        [Role.KepalaDinas, Role.Sekretaris, Role.Administrator, Role.Auditor]),
        new("/Achievements",                 Everyone),
        new("/Organisation",                 [Role.Administrator, Role.KepalaDinas, Role.Auditor]),
        new("/People/Penugasan",             Everyone),
        new("/People",                       [Role.Administrator]),
        new("/People/Index",                 [Role.Administrator, Role.Auditor]),
        new("/People/Odd",                   [Role.Administrator, Role.Auditor]),
        new("/People/Edit",                  [Role.Administrator]) { Readers = [Role.Auditor] },
        new("/People/Units/Index",           [Role.Administrator, Role.Auditor]),
        new("/People/Units/Edit",            [Role.Administrator]) { Readers = [Role.Auditor] },
        new("/People/Accounts/Index",        [Role.Administrator, Role.Auditor]),
        new("/People/Accounts/Edit",         [Role.Administrator]) { Readers = [Role.Auditor] },
        new("/People/Changes",               [Role.Administrator, Role.Auditor]),
        new("/Audit",                        [Role.Auditor]),
        new("/Office",                       [Role.Administrator]) { Readers = [Role.Auditor] },
        new("/Periods",                      [Role.Administrator]),
        new("/Periods/Index",                [Role.Administrator, Role.Auditor]),
        new("/Periods/Edit",                 [Role.Administrator]) { Readers = [Role.Auditor] },
        new("/Periods/Holidays",             [Role.Administrator]) { Readers = [Role.Auditor] },
        // What each may import its kinds say.
        new("/Imports",                      [Role.Administrator]) { IsForPersons = true },
        new("/Certificates",                 [Role.Administrator]),
        new("/Certificates/Index",           [Role.Administrator]) { Readers = [Role.Auditor] },
        new("/Certificates/Holders",         [Role.Administrator, Role.Auditor]),
        new("/Certificates/Authority",       [Role.Administrator]) { Readers = [Role.Auditor] },
        new("/Corrections",                  [Role.Administrator, Role.Auditor]),
        new("/Corrections/Answer",           [Role.Administrator]),
        new("/Confirmations",                [.. Confirmations.By]),
        new("/Periods/Keadaan",              [.. KeadaanTable.By]),
        new("/Account",                      Everyone),
    ];

    public static readonly IReadOnlyList<string> Anonymous =
        ["/Account/SignIn", "/Account/Code", "/Error", "/Authenticity/Index", "/Authenticity/Document"];

    /// <summary>The entries of the navigation, in order; each is shown to those who may open its page.</summary>
    public static readonly IReadOnlyList<NavRow> Nav =
    [
        new("Tugas saya",  Links.Home,                      "/Index",           CountsAwaiting: true,  Admin: false),
        new("Berkas",      Links.Dossiers.List,             "/Dossiers",        CountsAwaiting: false, Admin: false),
        new("SKP",         Links.Plans.List,                "/Plans",           CountsAwaiting: false, Admin: false),
        new("Arsip",       Links.Archives.List,             "/Archives",        CountsAwaiting: false, Admin: false),
        new("Pindaian",    Links.Archives.Scans,            "/Archives/Scans",  CountsAwaiting: false, Admin: false) { Only = SigningMode.WetInk },
        new("Kemajuan",    Links.Reports.Progress(),        "/Reports",         CountsAwaiting: false, Admin: false),
        new("Catatan akses", Links.Audit.List,              "/Audit",           CountsAwaiting: false, Admin: false),
        new("Pegawai",     Links.People.List,               "/People",          CountsAwaiting: false, Admin: true),
        new("Unit kerja",  Links.Units.List,                "/People",          CountsAwaiting: false, Admin: true),
        new("Akun",        Links.Accounts.List,             "/People",          CountsAwaiting: false, Admin: true),
        new("Periode",     Links.Periods.List,              "/Periods",         CountsAwaiting: false, Admin: true),
        new("Sertifikat",  Links.Certificates.Requests(),   "/Certificates",    CountsAwaiting: false, Admin: true),
        new("Setelan",     Links.Settings,                  "/Office",          CountsAwaiting: false, Admin: true),
        new("Perubahan",   Links.People.Changes,            "/People",          CountsAwaiting: false, Admin: true),
        new("SOP",         Links.Sop,                       "/Sop",             CountsAwaiting: false, Admin: false),
    ];

    public static PageRow? RowFor(string viewEnginePath) => Rows
        .Where(r => viewEnginePath == r.Place || viewEnginePath.StartsWith($"{r.Place}/", StringComparison.Ordinal))
        .MaxBy(r => r.Place.Length);

    public static bool MayOpen(string place, Actor actor) =>
        RowFor(place) is { } row && (row.Offices.Count == 0 || row.Offices.Concat(row.Readers).Any(actor.Holds)
            || (row.IsForPersons && actor.PegawaiId is not null));

    /// <summary>Whether the page's forms are for this person, and not only its words.</summary>
    public static bool MayChange(string? place, ClaimsPrincipal user) =>
        place is null || RowFor(place) is not { Readers.Count: > 0 } row || row.Offices.Any(user.Actor().Holds);

    public static string PolicyOf(string viewEnginePath) => PolicyName(RowFor(viewEnginePath));

    public static void Apply(PageConventionCollection pages)
    {
        foreach (var page in Anonymous)
        {
            pages.AllowAnonymousToPage(page);
        }

        pages.AddFolderApplicationModelConvention("/", model =>
        {
            if (!Anonymous.Contains(model.ViewEnginePath))
            {
                model.EndpointMetadata.Add(new AuthorizeAttribute(PolicyName(RowFor(model.ViewEnginePath))));
            }
        });
    }

    public static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var row in Rows)
        {
            options.AddPolicy(PolicyName(row), policy =>
            {
                policy.RequireAuthenticatedUser();
                if (row.Readers.Count > 0)
                {
                    policy.RequireAssertion(asked => row.Offices.Any(o => asked.User.IsInRole($"{o}"))
                        || (IsReading(asked) && row.Readers.Any(o => asked.User.IsInRole($"{o}"))));
                }
                else if (row.IsForPersons)
                {
                    policy.RequireAssertion(asked => row.Offices.Any(o => asked.User.IsInRole($"{o}"))
                        || asked.User.Actor().PegawaiId is not null);
                }
                else if (row.Offices.Count > 0)
                {
                    policy.RequireRole(row.Offices.Select(o => o.ToString()));
                }
            });
        }

        options.AddPolicy(PolicyName(null), policy => policy.RequireAssertion(_ => false));
    }

    private static bool IsReading(AuthorizationHandlerContext asked) =>
        asked.Resource is HttpContext { Request.Method: var method } && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method));

    private static string PolicyName(PageRow? row) => row is null ? "nobody" : $"page:{row.Place}";
}

public sealed record PageRow(string Place, IReadOnlyList<Role> Offices)
{
    /// <summary>Who may open the pages besides, and send no form of theirs.</summary>
    public IReadOnlyList<Role> Readers { get; init; } = [];

    /// <summary>Whether it is for everybody who works in the dinas besides.</summary>
    public bool IsForPersons { get; init; }
}

public sealed record NavRow(string Teks, string Url, string Place, bool CountsAwaiting, bool Admin)
{
    /// <summary>The way of signing in which there is anything to do there; null for every way.</summary>
    public SigningMode? Only { get; init; }
}
