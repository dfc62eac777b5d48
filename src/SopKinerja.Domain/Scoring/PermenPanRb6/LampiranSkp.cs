namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>The lampiran of an SKP: what leader and person agreed on beside the results (PermenPANRB 6/2022).</summary>
public sealed record LampiranSkp(
    IReadOnlyList<string> DukunganSumberDaya, IReadOnlyList<string> SkemaPertanggungjawaban, IReadOnlyList<string> Konsekuensi)
{
    public static LampiranSkp Empty { get; } = new([], [], []);

    public IReadOnlyList<(string Judul, IReadOnlyList<string> Uraian)> Sections() =>
    [
        ("DUKUNGAN SUMBER DAYA", DukunganSumberDaya),
        ("SKEMA PERTANGGUNGJAWABAN", SkemaPertanggungjawaban),
        ("KONSEKUENSI", Konsekuensi),
    ];
}
