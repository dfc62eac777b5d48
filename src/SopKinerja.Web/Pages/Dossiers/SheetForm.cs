using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The fields of one step under one regulation: from the dossier's sheet and back. A page binds one for each regulation and asks the one that fits.</summary>
/// <typeparam name="T">What the step takes.</typeparam>
public interface ISheetForm<out T>
{
    /// <summary>Key of the regulation whose sheet it is for.</summary>
    string Method { get; }

    /// <summary>Name of the property that the page binds.</summary>
    string Prefix { get; }

    /// <summary>Puts what is stored into the fields.</summary>
    void Show(Dossier dossier);

    /// <summary>A field for each line of the sheet, whatever was posted.</summary>
    void Fit(Dossier dossier);

    /// <summary>What stands in the fields; where there are none, what is stored.</summary>
    T Read(Dossier dossier);
}

/// <summary>What a page draws and binds by the regulation of a dossier.</summary>
public static class SheetParts
{
    /// <summary>The partial of that name for the dossier's regulation.</summary>
    public static string Part(this Dossier dossier, string name) => LawPages.Of(dossier.Method).Part(name);

    /// <summary>The form for the dossier's regulation, of those that the page binds.</summary>
    public static ISheetForm<T> For<T>(this IEnumerable<ISheetForm<T>> forms, Dossier dossier) => forms.Single(f => f.Method == dossier.Method);
}
