using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>Where one dossier stands; the result only where it may be seen.</summary>
public sealed record DossierProgress(Step Step, bool IsClosed, bool HasKeberatan, bool IsLate, Outcome? Outcome);

public sealed record UnitProgress(string Nama, int WithoutPlan, int NotAgreed, int NotOpened, IReadOnlyList<DossierProgress> Dossiers)
{
    public int Archived => Dossiers.Count(d => d.IsClosed);

    public int Objected => Dossiers.Count(d => d.HasKeberatan);

    public int Late => Dossiers.Count(d => d.IsLate);

    public bool HasAnything => WithoutPlan + NotAgreed + NotOpened + Dossiers.Count > 0;

    public int At(Step step) => Dossiers.Count(d => d.Step == step && !d.IsClosed && !d.HasKeberatan);

    public int With(string sebutan) => Dossiers.Count(d => d.Outcome?.Sebutan == sebutan);
}
