namespace SopKinerja.Web.Ui;

/// <summary>What every reason asks that is written down for good.</summary>
public static class ReasonRules
{
    private const int Least = 10;
    private const int Most = 1000;

    /// <summary>Null when the reason, without spaces around it, can be kept.</summary>
    /// <param name="tooShort">The sentence for less than ten characters.</param>
    public static string? WhyNot(string reason, string tooShort) => reason switch
    {
        { Length: < Least } => tooShort,
        { Length: > Most } => $"Alasan terlalu panjang ({reason.Length} huruf). Ringkas menjadi paling banyak 1.000 huruf.",
        _ when reason.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')) =>
            "Alasan memuat tanda yang tidak dapat dicetak. Ketik ulang.",
        _ => null,
    };
}
