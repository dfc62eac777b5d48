namespace SopKinerja.Web.Ui;

/// <summary>What every reason asks that is written down for good.</summary>
public static class ReasonRules
{
    private const int Least = 10;
    private const int Most = 1000;

    /// <summary>Null when the reason can be kept.</summary>
    /// <param name="tooShort">The sentence for less than ten characters.</param>
    public static string? WhyNot(string reason, string tooShort) => TypedText.Length(reason) switch
    {
        < Least => tooShort,
        > Most => TextRules.TooLong("alasan", reason, Most),
        _ => TextRules.WhyNotPrinted("alasan", reason, multiline: true),
    };
}
