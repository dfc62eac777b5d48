namespace SopKinerja.Web.Documents;

public static class DocumentsSetup
{
    /// <exception cref="Settings.StartRefusedException">The letterhead's picture cannot be drawn.</exception>
    public static void AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        LiberationFonts.LookIn(configuration["SOP_FONTS"]);
        services.AddSingleton(_ => BuiltPdfEngine.Make(configuration["SOP_FONTS"]));
        services.AddSingleton(new LetterheadLock(LetterheadImage.Read(configuration[Settings.SettingTable.GambarKop.Name])));
        services.AddScoped<Letterheads>();
        services.AddScoped<DocumentPress>();
    }
}
