using System.Text.Json.Serialization;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Scoring;

/// <summary>The filled-in form of one regulation: targets, realisasi and scores. Everything that the result depends on is in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "method")]
[JsonDerivedType(typeof(Pp46Sheet), ScoringMethods.Pp46)]
[JsonDerivedType(typeof(PermenPanRb6Sheet), ScoringMethods.PermenPanRb6)]
public abstract record Sheet
{
    /// <summary>Why the pejabat penilai evaluates before the end of what is measured; null where he does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EarlyReason { get; init; }

    /// <summary>What was reached in positions left within the period, as their own evaluations say; null for who stayed. PP 46/2011
    /// averages it, PermenPANRB 6/2022 takes it into account (BKN, not yet compared).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HasilJabatan>? JabatanSebelumnya { get; init => field = value is { Count: > 0 } ? value : null; }

    /// <summary>Nilai SKP that another position of the same period is averaged with; null under a regulation without figures.</summary>
    [JsonIgnore]
    public virtual decimal? NilaiSkp => null;

    [JsonIgnore]
    public bool HasAllRealisasi => (JumlahKegiatan > 0 || NeedsNoLine) && MissingRealisasi().Count == 0;

    [JsonIgnore]
    public bool HasAllScores => HasAllRealisasi && MissingScores().Count == 0;

    [JsonIgnore]
    public abstract TypedRealisasi Typed { get; }

    [JsonIgnore]
    public abstract GivenScores Given { get; }

    [JsonIgnore]
    public abstract int JumlahKegiatan { get; }

    /// <summary>Whether the result comes from elsewhere, so that there need be no line to measure.</summary>
    [JsonIgnore]
    public virtual bool NeedsNoLine => false;

    [JsonIgnore]
    public abstract string JudulKegiatan { get; }

    /// <summary>Predikat kinerja pegawai; null while it is not known, and under a regulation that has none.</summary>
    [JsonIgnore]
    public virtual PredikatKinerja? PredikatPegawai => null;

    /// <summary>Whether the capaian kinerja organisasi of the unit is still missing, which others set.</summary>
    [JsonIgnore]
    public virtual bool LacksCapaian => false;

    public abstract IReadOnlyList<SheetLine> Lines();

    /// <summary>The realisasi that the analis has yet to type, in the order of the SKP, each at its field of the form.</summary>
    public abstract IReadOnlyList<FormFault> MissingRealisasi();

    public abstract IReadOnlyList<FormFault> MissingScores();

    /// <summary>Figures that may be right and are more likely a slip, each at its field of the form: over ten times the target. None
    /// under a regulation without figures.</summary>
    public virtual IReadOnlyList<FormFault> Doubts() => [];

    /// <exception cref="ArgumentException">It is typed for another regulation or for other kegiatan.</exception>
    public abstract Sheet With(TypedRealisasi typed);

    /// <exception cref="ArgumentException">They are given for another regulation or for other kegiatan.</exception>
    public abstract Sheet With(GivenScores given);

    /// <summary>Takes the capaian kinerja organisasi that was set for the unit, null while none is; the same sheet under a regulation
    /// without one.</summary>
    public virtual Sheet WithCapaian(CapaianOrganisasi? capaian) => this;

    /// <summary>Takes the scores or ratings and nothing else of what is given: what the decision on an objection may change.</summary>
    /// <exception cref="ArgumentException">They are given for another regulation or for other kegiatan.</exception>
    public abstract Sheet WithFiguresOf(GivenScores given);

    /// <summary>Every score or rating with its name, "–" where there is none yet.</summary>
    public abstract IReadOnlyList<GivenFigure> Figures();

    /// <exception cref="InvalidOperationException">Something is missing.</exception>
    public abstract Outcome Conclude();
}

/// <summary>What the analis types in step 3. It has no place for a target or a score.</summary>
public abstract record TypedRealisasi;

/// <summary>What the pejabat penilai gives in step 4. It has no place for a target or a realisasi.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "method")]
[JsonDerivedType(typeof(Pp46Scores), ScoringMethods.Pp46)]
[JsonDerivedType(typeof(PermenPanRb6Scores), ScoringMethods.PermenPanRb6)]
public abstract record GivenScores
{
    /// <summary>What does not fit the states of the person in that period, each at its field of the form.</summary>
    public virtual IReadOnlyList<FormFault> Faults(IReadOnlyCollection<JenisKeadaan> keadaan) => [];
}

public sealed record GivenFigure(string Nama, string Nilai);

public sealed record SheetLine(string Uraian, string Target);

/// <param name="Nilai">Nilai prestasi kerja, two decimals; null under a regulation without a figure.</param>
public sealed record Outcome(decimal? Nilai, string Sebutan);
