namespace SopKinerja.Domain.Scoring;

public static class Pembulatan
{
    /// <summary>Two decimals, half away from zero; only for the final figure and for showing.</summary>
    public static decimal DuaDesimal(decimal value) =>
        decimal.Round(WithoutNoise(value), 2, MidpointRounding.AwayFromZero);

    public static bool IsDuaDesimal(decimal value) => WithoutNoise(value) == DuaDesimal(value);

    private static decimal WithoutNoise(decimal value) => decimal.Round(value, Angka.NoiseFrom, MidpointRounding.AwayFromZero);
}
