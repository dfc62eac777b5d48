using System.Globalization;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace SopKinerja.Web.Ui;

public static class UiSetup
{
    public static RequestLocalizationOptions Indonesian
    {
        get
        {
            var culture = new CultureInfo("id-ID");
            return new()
            {
                DefaultRequestCulture = new(culture),
                SupportedCultures = [culture],
                SupportedUICultures = [culture],
                RequestCultureProviders = []
            };
        }
    }

    public static void AddUi(this IServiceCollection services)
    {
        ValidatorOptions.Global.LanguageManager.Culture = new CultureInfo("id");
        ValidatorOptions.Global.DefaultClassLevelCascadeMode = CascadeMode.Continue;
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        services.AddValidatorsFromAssemblyContaining<ValidationFilter>(ServiceLifetime.Singleton, includeInternalTypes: true);
        services.Configure<MvcOptions>(options => options.UseIndonesianMessages().Filters.Add<ValidationFilter>());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "sopkinerja-formulir";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Our sentences say more than a browser's, so no rule is sent to it.
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "sopkinerja-pesan";
            // The framework would send it in the clear over TLS too.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddWebEncoders(options => options.TextEncoderSettings = new(UnicodeRanges.All));
    }
}
