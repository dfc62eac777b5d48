using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The fields of one step under one regulation: from the dossier's sheet and back. A page binds one for each regulation and asks the one that fits.</summary>
public interface ISheetForm
{
    /// <summary>Puts what is stored into the fields.</summary>
    void Show(Dossier dossier);

    /// <summary>A field for each line of the sheet, whatever was posted.</summary>
    void Fit(Dossier dossier);

    /// <summary>The sheet with what stands in the fields.</summary>
    Sheet Over(Dossier dossier);

    /// <summary>What must be filled in before the step is done, each at its field of this form.</summary>
    IEnumerable<FormFault> Missing(Dossier dossier);
}

/// <summary>Where the parts of a page lie that show a sheet.</summary>
public static class SheetParts
{
    /// <summary>The partial of that name in the folder of the sheet's regulation, which is called like its namespace.</summary>
    public static string Part(this Sheet sheet, string name) => $"{sheet.GetType().Namespace!.Split('.')[^1]}/{name}";
}
