using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Integrity;

/// <summary>Draws documents again from what is stored: those that no signature in the file covers.</summary>
public sealed class Redrawing(SopDbContext db, DocumentPress press, DocumentProofs proofs)
{
    /// <summary>Outside the serving program.</summary>
    public static Redrawing Of(SopDbContext db, IConfiguration configuration, bool isDemo)
    {
        var settings = new CurrentSettings(db, SettingLocks.Of(configuration, isDemo));
        var letterheads = new Letterheads(db, new(LetterheadImage.Read(configuration[SettingTable.GambarKop.Name])));
        return new(db, new(BuiltPdfEngine.Make(configuration["SOP_FONTS"]), settings, letterheads), new(settings));
    }

    /// <summary>Whether a file of the standing version of a dossier is what it was drawn from.</summary>
    /// <param name="drawnAt">When its bytes were drawn.</param>
    public async Task<DrawnAgain> AgainAsync(long dossierId, DateTimeOffset drawnAt, byte[] file)
    {
        if (DrawingMark.In(file) is null || await DossierLoading.ToShow(db, dossierId) is not { } dossier)
        {
            return DrawnAgain.Unmarked;
        }

        var then = dossier.AsItStood(drawnAt);
        return press.Again(then, drawnAt, proofs.Of(then, drawnAt), file);
    }
}
