using SopKinerja.Domain.Scoring;

namespace SopKinerja.Domain.Sop;

/// <summary>The receipt of the formulir kinerja at step 1.</summary>
/// <param name="Date">On which day, WITA.</param>
public sealed record Receipt(string HandedInBy, DateOnly Date, string? Note);

/// <summary>A scanned form or bukti dukung; its bytes lie elsewhere under the same key.</summary>
/// <param name="OriginalName">As the sender named it; shown, never used as a path.</param>
/// <param name="ContentType">By its first bytes, not by its name.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record Evidence(
    string Key, string OriginalName, string ContentType, long Size, string Sha256, string AddedBy, DateTimeOffset AddedAt);

/// <summary>The checklist of step 2: one tick per kegiatan and the general ones.</summary>
public sealed record Checklist(IReadOnlyList<bool> General, IReadOnlyList<bool> Kegiatan, string? Note)
{
    public static readonly IReadOnlyList<string> GeneralQuestions =
    [
        "Nama, NIP, jabatan, dan unit kerja pada formulir sesuai dengan data pegawai.",
        "Periode pada formulir sesuai dengan periode berkas ini.",
        "Formulir kinerja terbaca jelas dan lengkap halamannya.",
        "Formulir kinerja ditandatangani pegawai yang bersangkutan.",
    ];

    /// <summary>Whether every box is ticked; that there is one for each kegiatan is a <see cref="Need"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsComplete => General.Count == GeneralQuestions.Count && General.All(x => x) && Kegiatan.All(x => x);
}

public enum DocumentKind
{
    Approved,

    Final,

    Ratified,

    /// <summary>Issued by the atasan pejabat penilai, who set or determined the result himself.</summary>
    Determined,
}

/// <summary>A stored document; never changed, never drawn again.</summary>
public sealed class StoredDocument
{
    private StoredDocument()
    {
    }

    internal StoredDocument(
        DocumentKind kind, int version, string? verificationCode, StoredDocument? replaces, byte[] bytes, string sha256,
        DateTimeOffset drawnAt)
    {
        Kind = kind;
        Version = version;
        VerificationCode = verificationCode;
        Replaces = replaces;
        Content = new(bytes);
        Size = bytes.Length;
        Sha256 = sha256;
        DrawnAt = drawnAt;
    }

    public long Id { get; private set; }

    public long DossierId { get; private set; }

    public DocumentKind Kind { get; private set; }

    /// <summary>1, and one more after every objection that was decided.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a version begins with it.</summary>
    public bool IsIssue => Kind is DocumentKind.Approved or DocumentKind.Determined;

    /// <summary>0 for the document with which a version begins, one more with each further signature.</summary>
    public int Order => OrderOf(Kind);

    /// <summary>Printed on the document for anyone who holds it; the same for all kinds of one version. Null on those of the first
    /// edition.</summary>
    public string? VerificationCode { get; private set; }

    public long? ReplacesId { get; private set; }

    /// <summary>The approved document of the version before; null on a first version.</summary>
    public StoredDocument? Replaces { get; private set; }

    /// <summary>Lower-case hex over the bytes.</summary>
    public string Sha256 { get; private set; } = "";

    public int Size { get; private set; }

    public DateTimeOffset DrawnAt { get; private set; }

    /// <summary>The bytes; loaded only for a download.</summary>
    public DocumentContent? Content { get; private set; }

    public static int OrderOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Approved or DocumentKind.Determined => 0,
        DocumentKind.Final => 1,
        DocumentKind.Ratified => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>The bytes of a document, apart so that lists do not fetch them.</summary>
public sealed class DocumentContent
{
    private DocumentContent()
    {
    }

    internal DocumentContent(byte[] bytes) => Bytes = bytes;

    public long DocumentId { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}

public sealed class Copy
{
    private Copy()
    {
    }

    internal Copy(int no, string forWhom, string madeBy, DateTimeOffset madeAt)
    {
        No = no;
        ForWhom = forWhom;
        MadeBy = madeBy;
        MadeAt = madeAt;
    }

    public long Id { get; private set; }

    public long DossierId { get; private set; }

    /// <summary>1, 2, 3 … within the dossier.</summary>
    public int No { get; private set; }

    public string ForWhom { get; private set; } = "";

    public string MadeBy { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }
}

/// <summary>Where the paper lies (step 7).</summary>
/// <param name="KodeKlasifikasi">Klasifikasi arsip, 800.1.4.4 for SKP (Permendagri 83/2022).</param>
public sealed record ArchiveRecord(string KodeKlasifikasi, string NomorBoks, string NomorFolder, string NomorArsip, string? Note);

public sealed record Keberatan(string Reasons, DateTimeOffset At, Tanggapan? Tanggapan = null, Keputusan? Keputusan = null)
{
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Evidence>? Bukti { get; init; }
}

/// <summary>An objection that is not sent yet: for the eyes of the one who writes it.</summary>
public sealed record DraftKeberatan(string Reasons, IReadOnlyList<Evidence> Bukti);

public sealed record Tanggapan(string Words, DateTimeOffset At);

/// <summary>The decision on an objection, which is final (PP 30/2019 ps. 59).</summary>
/// <param name="NilaiTetap">Whether the result stays as it was; otherwise the atasan pejabat penilai set another.</param>
public sealed record Keputusan(bool NilaiTetap, string Words, DateTimeOffset At);

/// <summary>A decision that is not signed yet.</summary>
/// <param name="Given">What the atasan pejabat penilai gives in place of the scores that were; null where the result stays.</param>
public sealed record DraftKeputusan(Scoring.GivenScores? Given, string Words);

/// <summary>When the result came to the rated person, which opens the days to object (PP 10/1979 ps. 9; PP 30/2019 ps. 59).</summary>
/// <param name="Date">The day that counts, WITA.</param>
/// <param name="RecordedBy">Who recorded that it was handed over on paper; null where it was opened here.</param>
public sealed record ResultReceipt(DateOnly Date, DateTimeOffset At, string? RecordedBy, string? Note);

/// <summary>Why the rated person's signature is missing, for the atasan pejabat penilai to determine the result without it.</summary>
/// <param name="Date">Of what happened, WITA.</param>
/// <param name="File">The paper that shows it; null where a time that passed is the reason.</param>
/// <param name="ProposedBy">Null where a time that passed is the reason.</param>
public sealed record PenetapanGround(PenetapanReason Reason, DateOnly Date, string? Words, Evidence? File, string? ProposedBy);

/// <summary>A version that does not count any more.</summary>
/// <param name="Why">By which move it lost its force.</param>
public sealed record ReplacedVersion(int Version, string? VerificationCode, Outcome Outcome, Move Why, DateTimeOffset At);

public enum SigningMode
{
    /// <summary>Approved with the account of each; not certified (PP 71/2019 ps. 60).</summary>
    Account,

    Certificate,

    Bsre,

    WetInk,
}

/// <param name="VerificationCode">12 characters of Crockford's base 32, not to be guessed.</param>
public sealed record Issuance(string VerificationCode, SigningMode Mode);
