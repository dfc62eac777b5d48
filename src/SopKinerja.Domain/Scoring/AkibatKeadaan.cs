using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring;

/// <summary>What follows from one state of a person under one regulation.</summary>
/// <param name="Excuses">Whether no SKP is written where the state lasts for the whole period.</param>
public sealed record AkibatKeadaan(JenisKeadaan Jenis, bool Excuses, string Kalimat)
{
    /// <summary>Whether there is a result all the same, so that a plan without targets may be written for it.</summary>
    public bool HasResult { get; init; }
}
