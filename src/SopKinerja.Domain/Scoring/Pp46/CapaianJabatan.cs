namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>
/// The nilai SKP of a position that the person left within the period, as its own pejabat penilai gave it; nilai SKP of the period is the
/// average over the positions (Perka BKN 1/2013, not yet compared).
/// </summary>
/// <param name="NilaiSkp">Nilai capaian SKP, two decimals; may exceed 100.</param>
public sealed record CapaianJabatan(string Jabatan, string PejabatPenilai, DateOnly Sampai, decimal NilaiSkp);
