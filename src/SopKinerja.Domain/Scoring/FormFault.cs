namespace SopKinerja.Domain.Scoring;

/// <summary>Something on a form that is missing or wrong.</summary>
/// <param name="Place">The field within the record, as a page names it: "Rencana[0].Indikator[1].Target".</param>
/// <param name="Sentence">What is wrong and how to mend it, for the screen.</param>
public sealed record FormFault(string Place, string Sentence);
