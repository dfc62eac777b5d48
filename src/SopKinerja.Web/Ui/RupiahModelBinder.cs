namespace SopKinerja.Web.Ui;

/// <summary>Reads an amount of rupiah: "750.000" is seven hundred and fifty thousand.</summary>
public sealed class RupiahModelBinder : TypedTextModelBinder
{
    protected override bool IsNone(string text) => Angka.IsNone(text);

    protected override object? Read(string text, out string? error) =>
        Angka.TryParseRupiah(text, out var number, out error) ? number : null;
}

/// <summary>Marks a decimal that is an amount of rupiah.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RupiahAttribute : Attribute;
