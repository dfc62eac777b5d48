using System.Globalization;

namespace SopKinerja.Web.Ui;

/// <summary>Reads a whole number written in digits only.</summary>
public sealed class WholeNumberModelBinder : TypedTextModelBinder
{
    protected override object? Read(string text, out string? error)
    {
        error = null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        error = text.Length > 0 && text.All(char.IsAsciiDigit)
            ? "Angka ini terlalu besar."
            : "Tulis bilangan bulat dengan angka saja, misalnya 12.";
        return null;
    }
}
