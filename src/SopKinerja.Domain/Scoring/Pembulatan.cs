namespace SopKinerja.Domain.Scoring;

/// <summary>The one rounding there is.</summary>
public static class Pembulatan
{
    /// <summary>Two decimals, half away from zero; only for the final figure and for showing.</summary>
    public static decimal DuaDesimal(decimal value) =>
        decimal.Round(WithoutNoise(value), 2, MidpointRounding.AwayFromZero);

    /// <summary>Whether two decimals say the figure wholly.</summary>
    public static bool IsDuaDesimal(decimal value) => WithoutNoise(value) == DuaDesimal(value);

    private static decimal WithoutNoise(decimal value) => decimal.Round(value, Angka.NoiseFrom, MidpointRounding.AwayFromZero);
}
