namespace SopKinerja.Domain.Authority;

/// <summary>Why something may not be done, in a sentence for the screen.</summary>
public sealed record Refusal(RefusalKind Kind, string Sentence);

public enum RefusalKind
{
    NotFound,

    Forbidden,

    Conflict,

    Incomplete,
}
