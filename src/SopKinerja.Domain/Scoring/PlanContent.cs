using System.Text.Json.Serialization;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Scoring;

/// <summary>The content of an SKP: the targets as one regulation wants them written.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "method")]
[JsonDerivedType(typeof(SasaranKerja), ScoringMethods.Pp46)]
[JsonDerivedType(typeof(SasaranKinerja), ScoringMethods.PermenPanRb6)]
public abstract record PlanContent
{
    [JsonIgnore]
    public string Method => ScoringMethods.Rows.Single(m => m.Content == GetType()).Key;

    /// <summary>How much it holds: "12 kegiatan", "5 rencana hasil kerja".</summary>
    [JsonIgnore]
    public abstract string Isi { get; }

    [JsonIgnore]
    public abstract bool IsEmpty { get; }

    /// <summary>Which of several forms it is written on; null where there is only one.</summary>
    [JsonIgnore]
    public virtual string? NamaFormulir => null;

    [JsonIgnore]
    public virtual IEnumerable<long> NamedPlans => [];

    /// <summary>What must be mended before it can be proposed; empty when nothing.</summary>
    public abstract IReadOnlyList<FormFault> Faults();

    /// <summary>The first target that takes longer than the time for which it is planned, as a sentence; null where none does.</summary>
    public virtual string? WhyTooLong(DateOnly mulai, DateOnly selesai) => null;

    public abstract Sheet NewSheet(bool struktural);

    /// <summary>How a copy of it begins for somebody in that position, so that it is written in the same way.</summary>
    public virtual PlanBeginning BeginningOf(JenisJabatan jabatan) => new(jabatan, PimpinanUnitMandiri: false, default);
}

public sealed record PlanBeginning(JenisJabatan Jabatan, bool PimpinanUnitMandiri, Pendekatan Pendekatan);
