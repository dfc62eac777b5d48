using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.Account;
using SopKinerja.Web.Pages.Account.OwnData;
using SopKinerja.Web.Pages.Authenticity;
using SopKinerja.Web.Pages.Dossiers;
using SopKinerja.Web.Pages.Dossiers.Step1Collect;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Pages.Organisation;
using SopKinerja.Web.Pages.People;
using SopKinerja.Web.Pages.People.Units;
using SopKinerja.Web.Pages.Periods;
using SopKinerja.Web.Pages.Shared;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

public static class PagesSetup
{
    // More than a form and an address can name together; beyond it the framework throws.
    private const int MostRows = 10_000;

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
            {
                PageAccess.Apply(options.Conventions);
                options.Conventions.AddFolderApplicationModelConvention("/", LimitForm);
            })
            .AddMvcOptions(options =>
            {
                options.MaxModelBindingCollectionSize = MostRows;
                // Made here: a filter that is made for each request loses its place in the order.
                options.Filters.Add(new KnownHandlers());
                options.Filters.Add(new WholeForms());
                options.Filters.Add(new SentFields());
                options.Filters.Add<OneFormOneAct>();
                options.Filters.Add<AlreadyThere>();
                options.Filters.Add<ResultsNoted>(ResultsNoted.Order);
            });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddScoped<HeadSource>();
        services.AddScoped<FilterLists>();
        services.AddScoped<DossierOpening>();
        services.AddScoped<KesiapanSource>();
        services.AddScoped<KeptDataSource>();
        services.AddScoped<FileCheck>();
        services.AddScoped<SerahTerima>();
        services.AddScoped<PegawaiChanges>();
        services.AddScoped<UnitChanges>();
        services.AddScoped<UnitMoves>();
        services.AddScoped<UnitChart>();
        services.AddScoped<PenilaiChart>();
        services.AddScoped<HolidayChanges>();
        services.AddScoped<ImportKind, PegawaiKind>();
        services.AddScoped<ImportKind, UnitKind>();
        services.AddScoped<ImportKind, AccountKind>();
        services.AddScoped<ImportKind, HolidayKind>();
        services.AddScoped<ImportKind, Imports.Pp46.TargetKind>();
        services.AddScoped<ImportKind, Imports.PermenPanRb6.RencanaKind>();
        services.AddScoped<ImportKind, Imports.Pp46.RealisasiKind>();
        services.AddScoped<ImportKind, Imports.PermenPanRb6.RealisasiKind>();
        services.AddScoped<ImportKind, CopyPlanKind>();
        services.AddScoped<ImportKind, OpenDossierKind>();
        services.AddScoped<ImportKind, CompleteKind>();
        services.AddScoped<DryRun>();
        services.AddScoped<ChosenRuns>();
        services.AddScoped<ColumnsByHand>();
        services.AddScoped<ImportStore>();
    }
    private static void LimitForm(PageApplicationModel page)
    {
        if (page.ModelType != typeof(ErrorModel) && !page.Filters.OfType<UploadLimitAttribute>().Any())
        {
            page.Filters.Add(PageAccess.Anonymous.Contains(page.ViewEnginePath)
                ? new UploadLimitAttribute(0) { IsPublic = true }
                : new UploadLimitAttribute(0));
        }
    }
}
