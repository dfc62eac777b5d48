using System.Text.Json.Serialization;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Scoring;

/// <summary>The filled-in form of one regulation: targets, realisasi and scores. Everything that the result depends on is in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "method")]
[JsonDerivedType(typeof(Pp46Sheet), ScoringMethods.Pp46)]
[JsonDerivedType(typeof(PermenPanRb6Sheet), ScoringMethods.PermenPanRb6)]
public abstract record Sheet
{
    /// <summary>Whether every kegiatan has its realisasi.</summary>
    [JsonIgnore]
    public abstract bool HasAllRealisasi { get; }

    /// <summary>Whether the pejabat penilai has given every score.</summary>
    [JsonIgnore]
    public abstract bool HasAllScores { get; }

    /// <summary>How many kegiatan there are to tick, fill in and score.</summary>
    [JsonIgnore]
    public abstract int JumlahKegiatan { get; }

    /// <summary>What a kegiatan is called under this regulation, as the heading of a list of them.</summary>
    [JsonIgnore]
    public abstract string JudulKegiatan { get; }

    /// <summary>Predikat kinerja pegawai; null while it is not known, and under a regulation that has none.</summary>
    [JsonIgnore]
    public virtual PredikatKinerja? PredikatPegawai => null;

    /// <summary>Each kegiatan with its target in words, in the order of the SKP.</summary>
    public abstract IReadOnlyList<SheetLine> Lines();

    /// <summary>This sheet with what the analis may type, taken from another; targets and scores stay.</summary>
    /// <exception cref="ArgumentException">The other is not a sheet for the same kegiatan.</exception>
    public abstract Sheet WithRealisasiOf(Sheet typed);

    /// <summary>This sheet with what the pejabat penilai may give, taken from another; targets and realisasi stay.</summary>
    /// <exception cref="ArgumentException">The other is not a sheet for the same kegiatan.</exception>
    public abstract Sheet WithScoresOf(Sheet rated);

    /// <summary>The result for lists and letters. Only when all realisasi and scores are there.</summary>
    /// <exception cref="InvalidOperationException">Something is missing.</exception>
    public abstract Outcome Conclude();
}

/// <summary>One kegiatan in words.</summary>
/// <param name="Uraian">What is to be done, or reached.</param>
/// <param name="Target">How much of it; several lines where there are several measures.</param>
public sealed record SheetLine(string Uraian, string Target);

/// <summary>A result in its shortest form.</summary>
/// <param name="Nilai">Nilai prestasi kerja, two decimals; null under a regulation without a figure.</param>
/// <param name="Sebutan">The word for it.</param>
public sealed record Outcome(decimal? Nilai, string Sebutan);
