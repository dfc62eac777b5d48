using System.Globalization;

namespace SopKinerja.Web.Ui;

public static class FieldText
{
    /// <summary>The text of the value; all decimals are kept, so that saving an untouched field changes nothing.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        decimal number => Angka.Isian(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
