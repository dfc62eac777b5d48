using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The fields of one step under one regulation: from the dossier's sheet and back. A page binds one for each regulation and asks
/// the one that fits.</summary>
/// <typeparam name="T">What the step takes.</typeparam>
public interface ISheetForm<out T>
{
    string Method { get; }

    string Prefix { get; }

    void Show(Dossier dossier);

    /// <summary>Shows what was given in place of what the dossier holds.</summary>
    void Show(Dossier dossier, GivenScores given) => throw new InvalidOperationException("Nothing is given in this step.");

    void Fit(Dossier dossier);

    T Read(Dossier dossier);

    /// <summary>Writes what was planned into what is empty.</summary>
    void FillFromTarget(Dossier dossier) => throw new InvalidOperationException("Nothing of this step was planned.");

    /// <summary>Writes what stands in the sheet of an earlier part into what is empty; a regulation without parts is never
    /// asked.</summary>
    void FillFrom(Dossier dossier, Sheet part) => throw new InvalidOperationException("There are no parts under this regulation.");

    /// <summary>Whether the figure in doubt was ticked as right; a form without figures is never asked.</summary>
    bool IsConfirmed(FormFault doubt) => false;
}

public static class SheetParts
{
    public static string Part(this Dossier dossier, string name) => LawPages.Of(dossier.Method).Part(name);

    public static ISheetForm<T> For<T>(this IEnumerable<ISheetForm<T>> forms, Dossier dossier) =>
        forms.Single(f => f.Method == dossier.Method);
}
