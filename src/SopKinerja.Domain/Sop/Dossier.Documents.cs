using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Sop;

// What is issued, signed, copied and archived: steps 4 to 7.
public sealed partial class Dossier
{
    private readonly List<StoredDocument> _documents = [];
    private readonly List<Copy> _copies = [];
    private readonly List<Scan> _scans = [];

    /// <summary>How many versions of the document were issued: 1 from approval on, one more after every objection that was
    /// decided.</summary>
    public int DocumentVersion { get; private set; }

    public string? VerificationCode { get; private set; }

    /// <summary>How the present version is signed; null before approval, and on dossiers of the first edition.</summary>
    public SigningMode? SigningMode { get; private set; }

    public bool AsksPengesahan { get; private set; }

    /// <summary>Whether the present document, or the next one while there is none, has a signature of the atasan pejabat penilai; on paper
    /// it stands beside the others.</summary>
    public bool HasPengesahan => Outcome is not null && SigningMode is not null and not Sop.SigningMode.WetInk
        ? AsksPengesahan
        : Period.AsksPengesahan && AtasanPejabatPenilaiId is not null;

    public ArchiveRecord? ArchiveRecord { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When it was given up before its approval; the place of the person in the period is free again.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    public IReadOnlyList<StoredDocument> Documents => _documents;

    public IReadOnlyList<Copy> Copies => _copies;

    public IReadOnlyList<Scan> Scans => _scans;

    /// <summary>Step 4: approves; the document drawn from the sheet is stored with its hash, as the next version.</summary>
    /// <param name="calendar">For the last day to object; after a decided objection there is none.</param>
    /// <param name="note">For the history; null when there is nothing to say.</param>
    public void Approve(
        Func<Dossier, DrawnDocument> draw, Issuance issuance, Actor actor, WorkingCalendar calendar, DateTimeOffset now,
        string? note = null)
    {
        Insist(Step.Validate, Act.Complete, actor, now);
        Outcome = Sheet.Conclude();
        LastDayToObject = Keberatan is null
            ? calendar.LastDay(Tanggal.DiWita(now), Peraturan.ObjectionDays, Peraturan.ObjectionDayKind)
            : null;
        DocumentVersion++;
        (VerificationCode, SigningMode) = (issuance.VerificationCode, issuance.Mode);
        // On paper the ratifying signature stands beside the others, and nothing is left to be done here.
        AsksPengesahan = Period.AsksPengesahan && AtasanPejabatPenilaiId is not null && issuance.Mode != Sop.SigningMode.WetInk;
        Forward(actor, now, note);
        Store(DocumentKind.Approved, draw(this), now);
    }

    /// <summary>Steps 4 and 5: finishes the row that the dossier waits at, with a document that was signed elsewhere.</summary>
    /// <exception cref="InvalidOperationException">The row is not signed.</exception>
    public void Sign(
        DrawnDocument signed, Issuance issuance, Actor actor, WorkingCalendar calendar, DateTimeOffset now, string? note)
    {
        switch (Step, Substep)
        {
            case (Step.Validate, Substep.None):
                Approve(_ => signed, issuance, actor, calendar, now, note);
                break;
            case (Step.Sign, Substep.None):
                Acknowledge(_ => signed, actor, now, note);
                break;
            case (Step.Sign, Substep.Pengesahan):
                Ratify(_ => signed, actor, now, note);
                break;
            default:
                throw new InvalidOperationException($"{Row.InSentence} is not signed.");
        }
    }

    /// <summary>Step 5: the rated person acknowledges; the document with that is stored beside the approved one.</summary>
    public void Acknowledge(Func<Dossier, DrawnDocument> draw, Actor actor, DateTimeOffset now, string? note = null)
    {
        Insist(Step.Sign, Act.Complete, actor, now);
        if (AsksPengesahan)
        {
            Enter(Substep.Pengesahan, Move.Received, actor, now, note);
        }
        else
        {
            Forward(actor, now, note);
        }

        Store(DocumentKind.Final, draw(this), now);
    }

    /// <summary>Step 5: the atasan pejabat penilai ratifies; the document with that is stored beside the others.</summary>
    public void Ratify(Func<Dossier, DrawnDocument> draw, Actor actor, DateTimeOffset now, string? note = null)
    {
        Insist(Substep.Pengesahan, actor, now);
        Go(SopTable.Row(Step).Next!.Value, Move.Ratified, actor, now, note);
        Store(DocumentKind.Ratified, draw(this), now);
    }

    /// <summary>Step 6: adds a scan of the present version, signed on paper; earlier ones stay and the last counts.</summary>
    /// <exception cref="InvalidOperationException">It is not signed on paper, or the same file is there already.</exception>
    public Scan AttachScan(ScannedPaper paper, Actor actor, DateTimeOffset now)
    {
        if (SigningMode != Sop.SigningMode.WetInk || _scans.Any(s => s.Sha256 == paper.Sha256))
        {
            throw new InvalidOperationException("The document is not signed on paper, or this very scan is attached already.");
        }

        Work(Step.Duplicate, actor, now);
        var scan = new Scan(_scans.Count + 1, DocumentVersion, paper, actor.Nama, now);
        _scans.Add(scan);
        return scan;
    }

    /// <summary>Step 6: makes the next numbered copy.</summary>
    public Copy MakeCopy(string forWhom, Actor actor, DateTimeOffset now)
    {
        Work(Step.Duplicate, actor, now);
        var copy = new Copy(_copies.Count + 1, forWhom, actor.Nama, now);
        _copies.Add(copy);
        return copy;
    }

    /// <summary>Step 7: puts the document in its box and closes the dossier for good.</summary>
    public void Archive(ArchiveRecord record, Actor actor, DateTimeOffset now)
    {
        Insist(Step.Archive, Act.Work, actor, now);
        ArchiveRecord = record;
        Insist(Step.Archive, Act.Complete, actor, now);
        ClosedAt = now;
        Write(actor, Move.Closed, Step, now, null);
    }

    /// <summary>The last document of the present version, of those that were loaded; null before approval.</summary>
    public StoredDocument? LastDocument => _documents.MaxBy(d => (d.Version, d.Kind));

    /// <summary>When the rated person acknowledged the present version; null before.</summary>
    public HistoryEntry? Acknowledged => Substep == Substep.Pengesahan ? LastMove : Finished(Step.Sign);

    /// <summary>When the present version was ratified; null before, and where no one ratifies.</summary>
    public HistoryEntry? Ratified => _history.SingleOrDefault(h => h.Move == Move.Ratified);

    private void Store(DocumentKind kind, DrawnDocument drawn, DateTimeOffset now) => _documents.Add(new(
        kind, DocumentVersion, VerificationCode,
        kind == DocumentKind.Approved ? _documents.SingleOrDefault(d => d.Kind == kind && d.Version == DocumentVersion - 1) : null,
        drawn.Bytes, drawn.Sha256, now));
}

/// <summary>A PDF and its SHA-256 in lower-case hex.</summary>
public sealed record DrawnDocument(byte[] Bytes, string Sha256);
