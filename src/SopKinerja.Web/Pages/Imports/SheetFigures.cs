namespace SopKinerja.Web.Pages.Imports;

/// <summary>Figures of a sheet as the export writes them, so that one figure is one text; what cannot be read stays, for the page's own
/// rules to refuse.</summary>
internal static class SheetFigures
{
    public static string? Figure(string? text) => Angka.TryParse(text, out var value, out _) ? Angka.Isian(value) : text;

    /// <summary>A figure that may be left out, as the paper form does: "-", "Nihil" or 0.</summary>
    public static string? Optional(string? text) =>
        Angka.IsNone(text) || (Angka.TryParse(text, out var value, out _) && value == 0) ? null : Figure(text);

    /// <summary>An amount that may be left out.</summary>
    public static string? Rupiah(string? text) => Angka.IsNone(text) ? null
        : !Angka.TryParseRupiah(text, out var value, out _) ? text
        : value == 0 ? null : Angka.RupiahIsian(value);
}
