using SopKinerja.Domain.Scoring;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>The words in which results are told under one regulation; those of two regulations never stand in one list.</summary>
/// <param name="Nama">What such a word is called: "predikat".</param>
public sealed record ResultWords(string Nama, IReadOnlyList<string> Words, bool HasNilai)
{
    public static ResultWords Of(string? method)
    {
        var row = method is null ? ScoringMethods.Rows[^1] : ScoringMethods.Row(method);
        return new(row.NamaHasil, row.KataHasil, row.HasNilai);
    }

    /// <summary>At the head of a column: "Predikat".</summary>
    public string Judul => char.ToUpperInvariant(Nama[0]) + Nama[1..];
}
