using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>The words in which results are told under each regulation; those of two regulations never stand in one list.</summary>
/// <param name="Nama">What such a word is called: "predikat".</param>
/// <param name="Words">From the best to the worst.</param>
/// <param name="HasNilai">Whether there is a figure beside the word.</param>
public sealed record ResultWords(string Nama, IReadOnlyList<string> Words, bool HasNilai)
{
    /// <summary>Those of a regulation.</summary>
    public static ResultWords Of(string? method) => method == ScoringMethods.PermenPanRb6
        ? new("predikat", [.. Enum.GetValues<PredikatKinerja>().Order().Select(p => p.Nama())], HasNilai: false)
        : new("sebutan", [.. Sebutan.Bands.Select(b => b.Nama)], HasNilai: true);

    /// <summary>At the head of a column: "Predikat".</summary>
    public string Judul => char.ToUpperInvariant(Nama[0]) + Nama[1..];
}
