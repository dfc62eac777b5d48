namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>Perilaku kerja, each aspect 0–100 (PP 46/2011 pasal 12); kepemimpinan only for those in jabatan struktural.</summary>
public sealed record PerilakuKerja(
    decimal? OrientasiPelayanan, decimal? Integritas, decimal? Komitmen, decimal? Disiplin, decimal? KerjaSama, decimal? Kepemimpinan)
{
    public static PerilakuKerja Empty { get; } = new(null, null, null, null, null, null);

    public static PerilakuKerja Of(IReadOnlyList<decimal?> scores) => new(
        scores.ElementAtOrDefault(0), scores.ElementAtOrDefault(1), scores.ElementAtOrDefault(2), scores.ElementAtOrDefault(3),
        scores.ElementAtOrDefault(4), scores.ElementAtOrDefault(5));

    public IReadOnlyList<(string Nama, decimal? Nilai)> Aspects(bool struktural) =>
    [
        ("Orientasi pelayanan", OrientasiPelayanan),
        ("Integritas", Integritas),
        ("Komitmen", Komitmen),
        ("Disiplin", Disiplin),
        ("Kerja sama", KerjaSama),
        .. struktural ? [("Kepemimpinan", Kepemimpinan)] : Array.Empty<(string, decimal?)>(),
    ];

    public bool IsComplete(bool struktural) => Aspects(struktural).All(a => a.Nilai is not null);
}
