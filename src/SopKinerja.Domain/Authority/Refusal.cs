namespace SopKinerja.Domain.Authority;

/// <summary>Why something may not be done, in a sentence for the screen.</summary>
public sealed record Refusal(RefusalKind Kind, string Sentence);

/// <summary>What kind of "no" it is.</summary>
public enum RefusalKind
{
    /// <summary>The dossier does not exist for this person.</summary>
    NotFound,

    /// <summary>It is not this person's task.</summary>
    Forbidden,

    /// <summary>It is this person's task, but not now.</summary>
    Conflict,

    /// <summary>Something that the step needs is not there yet.</summary>
    Incomplete,
}
