using SopKinerja.Domain.Scoring;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>The words in which results are told under one regulation; those of two regulations never stand in one list.</summary>
/// <param name="Nama">What such a word is called: "predikat".</param>
/// <param name="Words">From the best to the worst.</param>
/// <param name="HasNilai">Whether there is a figure beside the word.</param>
public sealed record ResultWords(string Nama, IReadOnlyList<string> Words, bool HasNilai)
{
    /// <summary>Those of a regulation; of the one in force where no period was chosen.</summary>
    public static ResultWords Of(string? method)
    {
        var row = method is null ? ScoringMethods.Rows[^1] : ScoringMethods.Row(method);
        return new(row.NamaHasil, row.KataHasil, row.HasNilai);
    }

    /// <summary>At the head of a column: "Predikat".</summary>
    public string Judul => char.ToUpperInvariant(Nama[0]) + Nama[1..];
}
