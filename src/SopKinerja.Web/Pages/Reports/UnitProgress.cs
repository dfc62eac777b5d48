using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>Where one dossier stands; the result only where it may be seen.</summary>
public sealed record DossierProgress(Step Step, bool IsClosed, bool HasKeberatan, bool IsLate, Outcome? Outcome);

/// <summary>One line of the progress table.</summary>
/// <param name="Nama">The unit.</param>
/// <param name="WithoutPlan">Active people without an SKP.</param>
/// <param name="NotAgreed">SKP that are not agreed yet.</param>
/// <param name="NotOpened">Agreed SKP without a dossier.</param>
/// <param name="Dossiers">The unit's dossiers.</param>
public sealed record UnitProgress(string Nama, int WithoutPlan, int NotAgreed, int NotOpened, IReadOnlyList<DossierProgress> Dossiers)
{
    /// <summary>Dossiers in archive.</summary>
    public int Archived => Dossiers.Count(d => d.IsClosed);

    /// <summary>Dossiers with an objection that is not decided.</summary>
    public int Objected => Dossiers.Count(d => d.HasKeberatan);

    /// <summary>Dossiers that wait longer than the step's norm.</summary>
    public int Late => Dossiers.Count(d => d.IsLate);

    /// <summary>Whether there is anything to show.</summary>
    public bool HasAnything => WithoutPlan + NotAgreed + NotOpened + Dossiers.Count > 0;

    /// <summary>Dossiers at work at a step.</summary>
    public int At(Step step) => Dossiers.Count(d => d.Step == step && !d.IsClosed && !d.HasKeberatan);

    /// <summary>Results with this word.</summary>
    public int With(string sebutan) => Dossiers.Count(d => d.Outcome?.Sebutan == sebutan);
}
