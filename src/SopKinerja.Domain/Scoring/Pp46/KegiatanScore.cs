namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>Penghitungan and nilai capaian of one kegiatan (Perka BKN 1/2013, lampiran; form columns 13 and 14). The aspects are unrounded:
/// no form prints them.</summary>
/// <param name="Kuantitas">RO / TO × 100, without a ceiling (PP 46/2011 pasal 8: more than 100 is possible).</param>
/// <param name="Biaya">The same for biaya; null where the target has none.</param>
public sealed record KegiatanScore(decimal Kuantitas, decimal Kualitas, decimal Waktu, decimal? Biaya)
{
    /// <summary>See <see cref="Pp46Editions"/>.</summary>
    public int Edition { get; init; } = Pp46Editions.RoundedOnce;

    public decimal Penghitungan => Pp46Editions.Carried(Kuantitas + Kualitas + Waktu + (Biaya ?? 0), Edition);

    public decimal Nilai => Pp46Editions.Carried(Penghitungan / (Biaya is null ? 3 : 4), Edition);

    /// <param name="to">Target output.</param>
    /// <param name="ro">Realisasi output.</param>
    /// <param name="tk">Target kualitas.</param>
    /// <param name="rk">Realisasi kualitas.</param>
    /// <param name="tw">Target waktu.</param>
    /// <param name="rw">Realisasi waktu, in the unit of the target.</param>
    /// <param name="tb">Target biaya in rupiah, or null or zero.</param>
    /// <param name="rb">Realisasi biaya in rupiah; null counts as zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is not more than zero, or a realisasi is negative.</exception>
    public static KegiatanScore Of(decimal to, decimal ro, decimal tk, decimal rk, decimal tw, decimal rw, decimal? tb, decimal? rb)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(to);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tk);
        ArgumentOutOfRangeException.ThrowIfNegative(ro);
        ArgumentOutOfRangeException.ThrowIfNegative(rk);
        if (ro == 0 && rw == 0)
        {
            // Not done at all: zero on every aspect, whatever was spent, and it still counts (Perka BKN 1/2013, the "x 0 x 100" rule).
            (rk, rb) = (0, 0);
        }

        return new(ro * 100 / to, rk * 100 / tk, Efisiensi.Nilai(tw, rw), tb is null or 0 ? null : Efisiensi.Nilai(tb.Value, rb ?? 0));
    }
}

/// <summary>The aspects waktu and biaya, where less than the target is better up to a point (Perka BKN 1/2013, lampiran).</summary>
public static class Efisiensi
{
    /// <summary>100 % − realisasi / target × 100 %, in per cent; negative on an overrun.</summary>
    public static decimal Persen(decimal target, decimal realisasi)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target);
        ArgumentOutOfRangeException.ThrowIfNegative(realisasi);
        return (target - realisasi) * 100 / target;
    }

    /// <summary>Whether the efisiensi is at most 24 %, asked without a division so that the edge is exact.</summary>
    public static bool AtMost24(decimal target, decimal realisasi) => 100 * realisasi >= 76 * target;

    /// <summary>
    /// Up to 24 % efisiensi: (1,76 × target − realisasi) / target × 100, which is 100 at 24 % and 76 on target.
    /// Over 24 %: 76 − (that − 100), which is realisasi / target × 100; not done gives 0.
    /// An overrun of 76 % and more gives 0 and never less (our rule where the regulation is silent).
    /// </summary>
    public static decimal Nilai(decimal target, decimal realisasi)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target);
        ArgumentOutOfRangeException.ThrowIfNegative(realisasi);
        return AtMost24(target, realisasi) ? Math.Max(0, ((176 * target) - (100 * realisasi)) / target) : realisasi * 100 / target;
    }
}
