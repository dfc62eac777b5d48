namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>How someone on tugas belajar is rated: the nilai SKP from the IPK and the perilaku kerja from the university, each with its
/// ground. No table of conversion is known, so the pejabat penilai converts and says how (FAQ of a regional office of BKN, not yet
/// compared).</summary>
/// <param name="NilaiSkp">0–100, two decimals; null while it is still to be given.</param>
/// <param name="DasarNilaiSkp">Which transcript, on which scale, converted how.</param>
/// <param name="DasarPerilaku">Which letter of the university.</param>
public sealed record PenilaianTugasBelajar(decimal? NilaiSkp, string? DasarNilaiSkp, string? DasarPerilaku)
{
    /// <summary>What is printed beside the figures: "Nilai SKP dari IPK: …".</summary>
    public IReadOnlyList<string> Dasar() =>
    [
        Sentences.End($"Nilai SKP dari IPK tugas belajar: {DasarNilaiSkp}"),
        Sentences.End($"Perilaku kerja dari perguruan tinggi: {DasarPerilaku}"),
    ];

    public IEnumerable<FormFault> Missing() => new (string Name, bool IsThere, string Kalimat)[]
    {
        (nameof(NilaiSkp), NilaiSkp is not null, "Nilai SKP dari IPK belum diisi."),
        (nameof(DasarNilaiSkp), DasarNilaiSkp is not null,
            "Dasar nilai SKP belum diisi. Tulis transkripnya, skala IPK-nya, dan cara mengonversinya."),
        (nameof(DasarPerilaku), DasarPerilaku is not null, "Dasar perilaku kerja belum diisi. Tulis surat perguruan tingginya."),
    }.Where(f => !f.IsThere).Select(f => new FormFault($"{nameof(Pp46Sheet.TugasBelajar)}.{f.Name}", f.Kalimat));
}
