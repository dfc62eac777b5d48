namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>One result that the person is to reach (PermenPANRB 6/2022).</summary>
/// <param name="Diintervensi">The leader's rencana that it supports; null where there is none.</param>
/// <param name="PenugasanDari">Who gave the assignment, printed after the rencana: "Ketua Tim Perencanaan"; null where no one is
/// named.</param>
/// <param name="UkuranKeberhasilan">On a form without rows of indikator: measures and targets in words; null on the others.</param>
public sealed record RencanaHasilKerja(
    string Uraian, JenisHasilKerja Jenis, RencanaDiintervensi? Diintervensi, string? PenugasanDari,
    IReadOnlyList<IndikatorKinerjaIndividu> Indikator, string? UkuranKeberhasilan)
{
    public const int Most = 60;

    /// <summary>How many realisasi are asked: one for each indikator, or one for the whole where there are none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int JumlahRealisasi => Math.Max(1, Indikator.Count);
}

public enum JenisHasilKerja
{
    Utama,
    Tambahan,
}

/// <param name="Sumber">Where it stands; null when it was typed by hand.</param>
public sealed record RencanaDiintervensi(string Uraian, RencanaKey? Sumber);

/// <summary>Where a rencana hasil kerja stands: the plan, and the place in its list counted from zero. The branches of the
/// cascade.</summary>
public sealed record RencanaKey(long PlanId, int Position);
