namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>The words for a figure (PP 46/2011 pasal 17): "91 ke atas" means that 90,5 is still Baik.</summary>
public static class Sebutan
{
    public static readonly IReadOnlyList<(decimal From, string Nama)> Bands =
    [
        (91, "Sangat Baik"),
        (76, "Baik"),
        (61, "Cukup"),
        (51, "Kurang"),
        (decimal.MinValue, "Buruk"),
    ];

    public static string Of(decimal nilai) => Bands.First(b => Pembulatan.DuaDesimal(nilai) >= b.From).Nama;
}
