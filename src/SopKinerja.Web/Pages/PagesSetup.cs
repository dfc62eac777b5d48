using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Account;
using SopKinerja.Web.Pages.Authenticity;
using SopKinerja.Web.Pages.Dossiers.Step1Collect;
using SopKinerja.Web.Pages.Shared;

namespace SopKinerja.Web.Pages;

public static class PagesSetup
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options => PageAccess.Apply(options.Conventions))
            .AddMvcOptions(options =>
            {
                options.Filters.Add<OneFormOneAct>();
                options.Filters.Add<AlreadyThere>();
            });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddScoped<HeadSource>();
        services.AddScoped<FilterLists>();
        services.AddScoped<DossierOpening>();
        services.AddScoped<FileCheck>();
    }
}
