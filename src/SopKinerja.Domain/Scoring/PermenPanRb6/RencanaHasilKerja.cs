namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>One result that the person is to reach (PermenPANRB 6/2022).</summary>
/// <param name="Uraian">The result in words.</param>
/// <param name="Jenis">Group A or B of the form.</param>
/// <param name="Diintervensi">The leader's rencana that it supports; null where there is none.</param>
/// <param name="PenugasanDari">Who gave the assignment, printed after the rencana: "Ketua Tim Perencanaan"; null where nobody is named.</param>
/// <param name="Indikator">On a form with rows of indikator; empty on the others.</param>
/// <param name="UkuranKeberhasilan">On a form without rows of indikator: measures and targets in words; null on the others.</param>
public sealed record RencanaHasilKerja(
    string Uraian, JenisHasilKerja Jenis, RencanaDiintervensi? Diintervensi, string? PenugasanDari,
    IReadOnlyList<IndikatorKinerjaIndividu> Indikator, string? UkuranKeberhasilan)
{
    /// <summary>How many rencana one SKP may hold; a bound of this program, not of the regulation.</summary>
    public const int Most = 60;

    /// <summary>How many realisasi are asked: one for each indikator, or one for the whole where there are none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int JumlahRealisasi => Math.Max(1, Indikator.Count);
}

/// <summary>The two groups of hasil kerja on the form.</summary>
public enum JenisHasilKerja
{
    Utama,
    Tambahan,
}

/// <summary>A rencana hasil kerja of the leader, as it read when it was chosen.</summary>
/// <param name="Uraian">Its words, which the form prints even if the leader's SKP changes.</param>
/// <param name="Sumber">Where it stands; null when it was typed by hand.</param>
public sealed record RencanaDiintervensi(string Uraian, RencanaKey? Sumber);

/// <summary>Where a rencana hasil kerja stands: the plan, and the place in its list counted from zero. The branches of the cascade.</summary>
public sealed record RencanaKey(long PlanId, int Position);
