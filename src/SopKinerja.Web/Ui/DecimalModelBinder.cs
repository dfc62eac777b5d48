namespace SopKinerja.Web.Ui;

/// <summary>Reads a figure as Indonesians write it; what cannot be read with certainty is refused with a sentence, and stays
/// typed.</summary>
public sealed class DecimalModelBinder : TypedTextModelBinder
{
    protected override bool IsNone(string text) => Angka.IsNone(text);

    protected override object? Read(string text, out string? error) =>
        Angka.TryParse(text, out var number, out error) ? number : null;
}
