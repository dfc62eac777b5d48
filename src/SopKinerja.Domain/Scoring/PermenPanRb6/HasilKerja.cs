namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <param name="Realisasi">For each indikator, or one for the whole where there are none; null means not filled in yet.</param>
/// <param name="UmpanBalik">Umpan balik berkelanjutan of the pejabat penilai; null while there is none.</param>
public sealed record HasilKerja(IReadOnlyList<string?> Realisasi, string? UmpanBalik, IReadOnlyList<string> Bukti)
{
    public static HasilKerja Of(RencanaHasilKerja rencana) => new([.. Enumerable.Repeat<string?>(null, rencana.JumlahRealisasi)], null, []);
}
