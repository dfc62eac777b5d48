namespace SopKinerja.Domain.Sop;

/// <summary>What somebody wants to do with a dossier.</summary>
public enum Act
{
    /// <summary>See the dossier: parties, targets, realisasi, evidence, history.</summary>
    View,

    /// <summary>See scores, the result and the document.</summary>
    ViewResult,

    /// <summary>See an objection, and what came of it.</summary>
    ViewObjection,

    /// <summary>Fill in the page of the step, without moving the dossier.</summary>
    Work,

    /// <summary>Finish the step; the dossier goes to the next one.</summary>
    Complete,

    /// <summary>Give the dossier back to an earlier step.</summary>
    SendBack,

    /// <summary>Object to the result (keberatan).</summary>
    Object,
}
