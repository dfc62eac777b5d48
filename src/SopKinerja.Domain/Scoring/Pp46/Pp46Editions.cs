namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>How the figures between the realisasi and the nilai prestasi kerja are carried. The regulation does not say; a sheet keeps the
/// edition it began with, so that every old result comes out again.</summary>
public static class Pp46Editions
{
    /// <summary>Nothing is rounded but the final figure. Printed parts may then differ from their printed sum by a hundredth.</summary>
    public const int RoundedOnce = 1;

    /// <summary>Every figure that the form prints is rounded, two decimals, half up, and the next is computed from the printed one, so
    /// that a calculator finds on paper what the form says.</summary>
    public const int AsPrinted = 2;

    /// <exception cref="ArgumentOutOfRangeException">There is no such edition.</exception>
    public static decimal Carried(decimal value, int edition) => edition switch
    {
        RoundedOnce => value,
        AsPrinted => Pembulatan.DuaDesimal(value),
        _ => throw new ArgumentOutOfRangeException(nameof(edition), edition, "There is no such edition of PP 46/2011's method."),
    };
}
