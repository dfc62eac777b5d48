namespace SopKinerja.Domain.Sop;

public enum ScanMatch
{
    Qr,

    Typed,
}

/// <param name="ContentType">By its first bytes.</param>
/// <param name="Sha256">Lower-case hex over the bytes.</param>
public sealed record ScannedPaper(byte[] Bytes, string ContentType, string Sha256, ScanMatch Match);

/// <summary>A scan of the paper that was signed by hand, beside the document as it was drawn; never changed, a better one is
/// added.</summary>
public sealed class Scan
{
    private Scan()
    {
    }

    internal Scan(int no, int version, ScannedPaper paper, string addedBy, DateTimeOffset addedAt)
    {
        No = no;
        Version = version;
        ContentType = paper.ContentType;
        Size = paper.Bytes.Length;
        Sha256 = paper.Sha256;
        Match = paper.Match;
        AddedBy = addedBy;
        AddedAt = addedAt;
        Content = new(paper.Bytes);
    }

    public long Id { get; private set; }

    public long DossierId { get; private set; }

    /// <summary>1, 2, 3 … within the dossier; the last one counts.</summary>
    public int No { get; private set; }

    public int Version { get; private set; }

    public string ContentType { get; private set; } = "";

    public int Size { get; private set; }

    /// <summary>Lower-case hex over the bytes.</summary>
    public string Sha256 { get; private set; } = "";

    public ScanMatch Match { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>The bytes; loaded only for a download.</summary>
    public ScanContent? Content { get; private set; }
}

/// <summary>The bytes of a scan, apart so that lists do not fetch them.</summary>
public sealed class ScanContent
{
    private ScanContent()
    {
    }

    internal ScanContent(byte[] bytes) => Bytes = bytes;

    public long ScanId { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}
