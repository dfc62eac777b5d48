namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>One measure of a rencana hasil kerja (PermenPANRB 6/2022).</summary>
/// <param name="Aspek">Where the form has the column, else null.</param>
/// <param name="Target">How much of it, in words: "12 laporan", "paling lambat 31 Maret".</param>
/// <param name="Perspektif">Where the form has the column, else null.</param>
public sealed record IndikatorKinerjaIndividu(AspekIndikator? Aspek, string Uraian, string Target, Perspektif? Perspektif)
{
    /// <summary>How many indikator one rencana may hold; a bound of this program, not of the regulation.</summary>
    public const int Most = 20;
}

public enum AspekIndikator
{
    Kuantitas,
    Kualitas,
    Waktu,
    Biaya,
}

/// <summary>From whose side a pimpinan tinggi's indikator looks at the organisation.</summary>
public enum Perspektif
{
    PenerimaLayanan,
    ProsesBisnis,
    PenguatanInternal,
    Anggaran,
}
