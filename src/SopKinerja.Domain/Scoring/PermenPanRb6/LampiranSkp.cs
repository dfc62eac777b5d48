namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>The lampiran of an SKP: what leader and person agreed on beside the results (PermenPANRB 6/2022).</summary>
/// <param name="DukunganSumberDaya">What the person is given to reach them.</param>
/// <param name="SkemaPertanggungjawaban">How and when progress is reported.</param>
/// <param name="Konsekuensi">What follows from reaching them, or not.</param>
public sealed record LampiranSkp(
    IReadOnlyList<string> DukunganSumberDaya, IReadOnlyList<string> SkemaPertanggungjawaban, IReadOnlyList<string> Konsekuensi)
{
    /// <summary>Nothing agreed yet.</summary>
    public static LampiranSkp Empty { get; } = new([], [], []);

    /// <summary>The three parts in the order of the form, with their headings.</summary>
    public IReadOnlyList<(string Judul, IReadOnlyList<string> Uraian)> Sections() =>
    [
        ("DUKUNGAN SUMBER DAYA", DukunganSumberDaya),
        ("SKEMA PERTANGGUNGJAWABAN", SkemaPertanggungjawaban),
        ("KONSEKUENSI", Konsekuensi),
    ];
}
