namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>How hasil kerja or perilaku kerja stands to the ekspektasi; the values are the codes of SIASN.</summary>
public enum RatingKinerja
{
    DiAtasEkspektasi = 1,
    SesuaiEkspektasi = 2,
    DiBawahEkspektasi = 3,
}

public enum PredikatKinerja
{
    SangatBaik = 1,
    Baik = 2,
    ButuhPerbaikan = 3,
    Kurang = 4,
    SangatKurang = 5,
}

public sealed record PredikatRow(RatingKinerja HasilKerja, RatingKinerja Perilaku, PredikatKinerja Predikat);

/// <summary>The predikat that follows from the two ratings, cell by cell (PermenPANRB 6/2022).</summary>
public static class Predikat
{
    public static readonly IReadOnlyList<PredikatRow> Rows =
    [
        //  Hasil kerja                       Perilaku                          Predikat
        new(RatingKinerja.DiAtasEkspektasi,   RatingKinerja.DiAtasEkspektasi,   PredikatKinerja.SangatBaik),
        new(RatingKinerja.DiAtasEkspektasi,   RatingKinerja.SesuaiEkspektasi,   PredikatKinerja.Baik),
        new(RatingKinerja.DiAtasEkspektasi,   RatingKinerja.DiBawahEkspektasi,  PredikatKinerja.Kurang),
        new(RatingKinerja.SesuaiEkspektasi,   RatingKinerja.DiAtasEkspektasi,   PredikatKinerja.Baik),
        new(RatingKinerja.SesuaiEkspektasi,   RatingKinerja.SesuaiEkspektasi,   PredikatKinerja.Baik),
        new(RatingKinerja.SesuaiEkspektasi,   RatingKinerja.DiBawahEkspektasi,  PredikatKinerja.Kurang),
        new(RatingKinerja.DiBawahEkspektasi,  RatingKinerja.DiAtasEkspektasi,   PredikatKinerja.ButuhPerbaikan),
        new(RatingKinerja.DiBawahEkspektasi,  RatingKinerja.SesuaiEkspektasi,   PredikatKinerja.ButuhPerbaikan),
        new(RatingKinerja.DiBawahEkspektasi,  RatingKinerja.DiBawahEkspektasi,  PredikatKinerja.SangatKurang),
    ];

    public static PredikatKinerja Of(RatingKinerja hasilKerja, RatingKinerja perilaku) =>
        Rows.Single(r => r.HasilKerja == hasilKerja && r.Perilaku == perilaku).Predikat;

    /// <summary>Null where a rating is missing.</summary>
    public static PredikatKinerja? Of(RatingKinerja? hasilKerja, RatingKinerja? perilaku) =>
        (hasilKerja, perilaku) is ({ } first, { } second) ? Of(first, second) : null;

    /// <summary>The number of the kuadran in SIASN, 1 to 5.</summary>
    public static int KuadranSiasn(PredikatKinerja predikat) => (int)predikat;

    public static string Nama(this RatingKinerja rating) => rating switch
    {
        RatingKinerja.DiAtasEkspektasi => "Di Atas Ekspektasi",
        RatingKinerja.SesuaiEkspektasi => "Sesuai Ekspektasi",
        RatingKinerja.DiBawahEkspektasi => "Di Bawah Ekspektasi",
        _ => throw new ArgumentOutOfRangeException(nameof(rating)),
    };

    public static string Nama(this PredikatKinerja predikat) => predikat switch
    {
        PredikatKinerja.SangatBaik => "Sangat Baik",
        PredikatKinerja.Baik => "Baik",
        PredikatKinerja.ButuhPerbaikan => "Butuh Perbaikan",
        PredikatKinerja.Kurang => "Kurang",
        PredikatKinerja.SangatKurang => "Sangat Kurang",
        _ => throw new ArgumentOutOfRangeException(nameof(predikat)),
    };

    public static string NamaMatriks(this PredikatKinerja predikat) =>
        predikat == PredikatKinerja.Kurang ? "Kurang/Misconduct" : predikat.Nama();
}
