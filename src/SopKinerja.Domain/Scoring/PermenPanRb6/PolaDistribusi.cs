namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>The curve of one capaian organisasi: heights from left to right, as the form draws them.</summary>
public sealed record KurvaRow(CapaianOrganisasi Capaian, int SangatKurang, int Kurang, int ButuhPerbaikan, int Baik, int SangatBaik)
{
    public IReadOnlyList<(PredikatKinerja Predikat, int Height)> Heights =>
    [
        (PredikatKinerja.SangatKurang, SangatKurang),
        (PredikatKinerja.Kurang, Kurang),
        (PredikatKinerja.ButuhPerbaikan, ButuhPerbaikan),
        (PredikatKinerja.Baik, Baik),
        (PredikatKinerja.SangatBaik, SangatBaik),
    ];
}

/// <param name="Least">At least this share of the team, 0 to 1.</param>
/// <param name="Most">At most this share of the team, 0 to 1.</param>
public sealed record PanduanRow(CapaianOrganisasi Capaian, IReadOnlyList<PredikatKinerja> Predikat, decimal Least, decimal Most);

/// <summary>The five patterns of distribution. They are advice to the pejabat penilai: no predikat is refused because of them.</summary>
public static class PolaDistribusi
{
    public const string SumberPanduan = "SE Menteri PANRB 3/2023*";

    /// <summary>Heights of the picture in PermenPANRB 6/2022. The regulation gives the picture and no percentages.</summary>
    // The figures are those of a spreadsheet in circulation: good for drawing, and binding on no one.
    public static readonly IReadOnlyList<KurvaRow> Kurva =
    [
        //  Capaian organisasi                SK   K   BP   B   SB
        new(CapaianOrganisasi.Istimewa,        0,  1,   3,  7,  13),
        new(CapaianOrganisasi.Baik,            2,  3,   6, 11,   2),
        new(CapaianOrganisasi.ButuhPerbaikan,  3,  4,  10,  4,   3),
        new(CapaianOrganisasi.Kurang,          2, 11,   6,  3,   2),
        new(CapaianOrganisasi.SangatKurang,   13,  7,   3,  1,   0),
    ];

    // As a news site retold it; not yet compared with the circular itself. What it wants without a figure is left out.
    public static readonly IReadOnlyList<PanduanRow> Panduan =
    [
        new(CapaianOrganisasi.Istimewa,       [PredikatKinerja.SangatBaik],                              0,    0.7m),
        new(CapaianOrganisasi.Baik,           [PredikatKinerja.Baik],                                    0,    0.7m),
        new(CapaianOrganisasi.ButuhPerbaikan, [PredikatKinerja.ButuhPerbaikan],                          0.6m, 1),
        new(CapaianOrganisasi.ButuhPerbaikan, [PredikatKinerja.SangatBaik],                              0,    0.1m),
        new(CapaianOrganisasi.Kurang,         [PredikatKinerja.Kurang],                                  0.6m, 1),
        new(CapaianOrganisasi.Kurang,         [PredikatKinerja.ButuhPerbaikan],                          0.1m, 1),
        new(CapaianOrganisasi.Kurang,         [PredikatKinerja.SangatBaik],                              0,    0.1m),
        new(CapaianOrganisasi.SangatKurang,   [PredikatKinerja.SangatKurang],                            0.6m, 1),
        new(CapaianOrganisasi.SangatKurang,   [PredikatKinerja.Kurang, PredikatKinerja.ButuhPerbaikan],  0.1m, 1),
        new(CapaianOrganisasi.SangatKurang,   [PredikatKinerja.SangatBaik],                              0,    0),
    ];
}
