namespace SopKinerja.Web.Persistence;

/// <summary>One change to what the administrator keeps, or to a plan: who, when, what. Never changed.</summary>
public sealed class Change
{
    /// <summary>What the founding of the demo says of each account; by it a database is known that began as one.</summary>
    public const string OfDemo = "membuat akun dinas contoh.";

    public long Id { get; private init; }

    public required DateTimeOffset At { get; init; }

    public required string ActorNama { get; init; }

    public required int AccountId { get; init; }

    public required string Subject { get; init; }

    public required long SubjectId { get; init; }

    public required string SubjectNama { get; init; }

    /// <summary>What happened, as a sentence: "mengubah jabatan dari … menjadi …".</summary>
    public required string Sentence { get; init; }
}

/// <summary>A day on which the office is closed.</summary>
public sealed class Holiday
{
    public required DateOnly Date { get; init; }

    public required string Nama { get; init; }
}

/// <summary>The bytes behind an <see cref="Domain.Sop.Evidence"/>.</summary>
public sealed class EvidenceContent
{
    public required string Key { get; init; }

    public required long DossierId { get; init; }

    public required byte[] Bytes { get; init; }
}
