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
    /// <summary>Key of the row of <see cref="ScoringMethods"/> for which it is written.</summary>
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

    /// <summary>Keys of the plans that it refers to.</summary>
    [JsonIgnore]
    public virtual IEnumerable<long> NamedPlans => [];

    /// <summary>What must be mended before it can be proposed; empty when nothing.</summary>
    public abstract IReadOnlyList<FormFault> Faults();

    /// <summary>The sheet with which a dossier begins.</summary>
    public abstract Sheet NewSheet(bool struktural);
}

/// <summary>What a new SKP depends on besides the person's earlier one.</summary>
/// <param name="Jabatan">Kind of the person's position.</param>
/// <param name="PimpinanUnitMandiri">Whether the person leads a unit kerja mandiri.</param>
/// <param name="Pendekatan">Where the regulation has it.</param>
public sealed record PlanBeginning(JenisJabatan Jabatan, bool PimpinanUnitMandiri, Pendekatan Pendekatan);
