using System.Globalization;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>
/// Judges what a later save did to a file: all it may do is add one signature field to the form and its widget to a page. That is the
/// whole defence against changes behind a signature ("shadow attacks"): everything else is refused, whether it shows or not.
/// </summary>
internal static class RevisionGuard
{
    /// <summary>The object of the field that a save added; null when it did anything else.</summary>
    /// <param name="revision">Index of the save, from 1.</param>
    public static int? AddedField(PdfSource source, int revision)
    {
        var (before, after) = (source.Revisions[revision - 1], source.Revisions[revision]);
        var root = (PdfReference)before.Trailer["/Root"]!;
        if (!IsSameTrailer(before, after) || after.Size < before.Size)
        {
            return null;
        }

        var (oldCatalog, newCatalog) = (source.Map(root, revision - 1), source.Map(root, revision));
        if (newCatalog["/AcroForm"] is not PdfReference form || (oldCatalog["/AcroForm"] is { } known && !known.IsSameAs(form))
            || !newCatalog.Without("/AcroForm").IsSameAs(oldCatalog.Without("/AcroForm")))
        {
            return null;
        }

        var field = AddedTo(source, revision, form.Number);
        if (field is not { } number || number < before.Size || source.Find(number, revision)?.Value is not PdfMap widget
            || widget["/P"] is not PdfReference page || !IsWidget(widget) || !IsInItsRoom(source, widget, page))
        {
            return null;
        }

        var changed = after.Offsets.Keys.Where(one => one < before.Size).ToHashSet();
        changed.Remove(root.Number);
        changed.Remove(form.Number);
        return changed.SetEquals([page.Number]) && AddsOnlyTo(source, revision, page.Number, number) ? number : null;
    }

    private static bool IsSameTrailer(PdfRevision before, PdfRevision after) =>
        after.Trailer.Without("/Prev", "/Size", "/ID").IsSameAs(before.Trailer.Without("/Prev", "/Size", "/ID"))
        && before.Trailer["/ID"] is PdfArray { Items: [var was, _] }
        && after.Trailer["/ID"] is PdfArray { Items: [var stays, _] } && was.IsSameAs(stays)
        && PdfSource.Number(after.Trailer["/Prev"]) == before.Table;

    private static int? AddedTo(PdfSource source, int revision, int form)
    {
        var old = source.Find(form, revision - 1)?.Map;
        var now = source.Map(new PdfReference(form), revision);
        return now["/Fields"] is PdfArray { Items: [.., PdfReference added] } fields
            && now["/SigFlags"] is PdfAtom { Raw: "3" } && now.Entries.Count == 2
            && (old?["/Fields"] as PdfArray ?? new([])).With(added).IsSameAs(fields)
                ? added.Number
                : null;
    }

    private static bool IsWidget(PdfMap widget) =>
        widget.Is("/Type", "/Annot") && widget.Is("/Subtype", "/Widget") && widget.Is("/FT", "/Sig")
        && widget.Entries.All(
            entry => entry.Key is "/Type" or "/Subtype" or "/FT" or "/T" or "/TU" or "/F" or "/Rect" or "/P" or "/AP" or "/V")
        && widget["/F"] is PdfAtom flags && (int.Parse(flags.Raw, CultureInfo.InvariantCulture) & 4) != 0;

    private static bool IsInItsRoom(PdfSource source, PdfMap widget, PdfReference page) =>
        Enum.TryParse<SignaturePlace>(PdfText.Read(widget["/T"]), out var place) && place.ToString() == PdfText.Read(widget["/T"])
        && SignatureRoom.Of(source, place) is var room && room.Page == page.Number && room.Rectangle.IsSameAs(widget["/Rect"]);

    private static bool AddsOnlyTo(PdfSource source, int revision, int page, int field)
    {
        var (old, now) = (source.Map(new PdfReference(page), revision - 1), source.Map(new PdfReference(page), revision));
        var annotations = (old["/Annots"] as PdfArray ?? new([])).With(new PdfReference(field));
        return annotations.IsSameAs(now["/Annots"]) && old.Without("/Annots").IsSameAs(now.Without("/Annots"));
    }
}
