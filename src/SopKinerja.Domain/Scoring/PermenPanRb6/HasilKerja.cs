namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>What was reached of one rencana hasil kerja.</summary>
/// <param name="Realisasi">For each indikator, or one for the whole where there are none; null means not filled in yet.</param>
/// <param name="UmpanBalik">Umpan balik berkelanjutan of the pejabat penilai; null while there is none.</param>
/// <param name="Bukti">Keys of the dossier's bukti dukung that show it; a key whose file was taken out again shows nothing.</param>
public sealed record HasilKerja(IReadOnlyList<string?> Realisasi, string? UmpanBalik, IReadOnlyList<string> Bukti)
{
    /// <summary>Nothing filled in yet for a rencana.</summary>
    public static HasilKerja Of(RencanaHasilKerja rencana) => new([.. Enumerable.Repeat<string?>(null, rencana.JumlahRealisasi)], null, []);
}
