namespace SopKinerja.Domain.Scoring;

/// <summary>The result of a position that was left within the period, from the evaluation of that position.</summary>
/// <param name="NilaiSkp">Nilai capaian SKP there; null under a regulation without figures.</param>
/// <param name="Sebutan">The word of the result: "Baik".</param>
public sealed record HasilJabatan(
    long DossierId, string Jabatan, string PejabatPenilai, DateOnly Mulai, DateOnly Selesai, decimal? NilaiSkp, string Sebutan)
{
    /// <summary>"Penera Ahli Muda, 1 Januari s.d. 30 Juni 2026: Baik menurut Dra. Hj. Masniah".</summary>
    public string Uraian => $"{Jabatan}, {Tanggal.JangkaWaktu(Mulai, Selesai)}: "
        + $"{(NilaiSkp is { } nilai ? $"nilai SKP {Angka.Tampil(nilai)}" : Sebutan)} menurut {PejabatPenilai}";
}
