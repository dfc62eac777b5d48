namespace SopKinerja.Domain.Scoring;

/// <param name="Place">The field within the record, as a page names it: "Rencana[0].Indikator[1].Target".</param>
public sealed record FormFault(string Place, string Sentence);
