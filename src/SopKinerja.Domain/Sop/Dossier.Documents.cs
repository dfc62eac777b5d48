using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Scoring;

namespace SopKinerja.Domain.Sop;

// What is issued, signed, copied and archived: steps 4 to 7.
public sealed partial class Dossier
{
    // Not readonly: a copy of a dossier has lists of its own.
    private List<StoredDocument> _documents = [];
    private List<Copy> _copies = [];
    private List<Scan> _scans = [];

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
        ? AsksPengesahan || (Determined is not null && AtasanPejabatPenilaiId is not null)
        : Period.AsksPengesahan && AtasanPejabatPenilaiId is not null;

    public ArchiveRecord? ArchiveRecord { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When it was given up before its approval; the place of the person in the period is free again.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Whether it was archived or given up, so that nothing in it waits for anybody.</summary>
    public bool HasEnded => ClosedAt is not null || CancelledAt is not null;

    public IReadOnlyList<StoredDocument> Documents => _documents;

    public IReadOnlyList<Copy> Copies => _copies;

    public IReadOnlyList<Scan> Scans => _scans;

    /// <summary>The scan that counts; null while there is none of the present version.</summary>
    public Scan? LastScan => _scans.LastOrDefault(s => s.Version == DocumentVersion);

    /// <summary>The last version that lost its force, and why; null while there is none.</summary>
    public ReplacedVersion? Replaced { get; private set; }

    /// <summary>Why the rated person's signature is missing; null while it is awaited or there.</summary>
    public PenetapanGround? PenetapanGround { get; private set; }

    /// <summary>Grounds that somebody proposed and that fell, by an objection or sent back, oldest first; null while there is
    /// none.</summary>
    public IReadOnlyList<PenetapanGround>? FallenGrounds { get; private set; }

    /// <summary>Whether the present version was issued without the rated person's signature, and needs none.</summary>
    public bool IsDetermined => PenetapanGround is not null && Step > Step.Sign;

    /// <summary>The document that all have signed who sign here: what is printed, copied and archived.</summary>
    public DocumentKind OriginalKind => IsDetermined ? DocumentKind.Determined : DocumentKind.Final;

    /// <summary>Step 4: approves; the document drawn from the sheet is stored with its hash, as the next version.</summary>
    /// <param name="note">For the history; null when there is nothing to say.</param>
    public void Approve(Func<Dossier, DrawnDocument> draw, Issuance issuance, Actor actor, DateTimeOffset now, string? note = null)
    {
        Insist(Step.Validate, Act.Complete, actor, now);
        Outcome = Sheet.Conclude();
        (ResultReceipt, LastDayToObject) = (null, null);
        Issue(issuance, Move.Completed, null, now);
        // On paper the ratifying signature stands beside the others, and nothing is left to be done here.
        AsksPengesahan = Period.AsksPengesahan && AtasanPejabatPenilaiId is not null && issuance.Mode != Sop.SigningMode.WetInk
            && !IsFinalByDecision;
        Forward(actor, now, note);
        Store(DocumentKind.Approved, draw(this), now);
    }

    /// <summary>Steps 4 and 5: finishes the row that the dossier waits at, with a document that was signed elsewhere.</summary>
    /// <param name="berkeberatan">Where the rated person signs: whether he keeps the right to object.</param>
    /// <exception cref="InvalidOperationException">The row is not signed.</exception>
    public void Sign(
        DrawnDocument signed, Issuance issuance, Actor actor, DateTimeOffset now, string? note, bool berkeberatan = false)
    {
        switch (Step, Substep)
        {
            case (Step.Validate, Substep.None):
                Approve(_ => signed, issuance, actor, now, note);
                break;
            case (Step.Sign, Substep.None):
                Acknowledge(_ => signed, actor, now, berkeberatan, note);
                break;
            case (Step.Sign, Substep.Keputusan):
                Decide(_ => signed, issuance, actor, now, note);
                break;
            case (Step.Sign, Substep.Pengesahan):
                Ratify(_ => signed, actor, now, note);
                break;
            case (Step.Sign, Substep.Penetapan):
                Determine(_ => signed, issuance, actor, now, note);
                break;
            default:
                throw new InvalidOperationException($"{Row.InSentence} is not signed.");
        }
    }

    /// <summary>Step 5: the rated person acknowledges; the document with that is stored beside the approved one.</summary>
    /// <param name="berkeberatan">Whether he keeps the right to object until its last day; there is none to keep after it, and against a
    /// decision.</param>
    public void Acknowledge(
        Func<Dossier, DrawnDocument> draw, Actor actor, DateTimeOffset now, bool berkeberatan = false, string? note = null)
    {
        Insist(Step.Sign, Act.Complete, actor, now);
        if (berkeberatan && Procedure.WhyNot(this, Act.Object, actor, now) is null)
        {
            Enter(Substep.MasaKeberatan, Move.Reserved, actor, now, note);
        }
        else if (AsksPengesahan)
        {
            Enter(Substep.Pengesahan, Move.Received, actor, now, note);
        }
        else
        {
            Forward(actor, now, note);
        }

        Store(DocumentKind.Final, draw(this), now);
    }

    /// <summary>Step 5: the rated person, who kept the right to object, has no objection.</summary>
    public void Waive(Actor actor, DateTimeOffset now)
    {
        Insist(Substep.MasaKeberatan, actor, now);
        Go(AfterSignature, Move.Waived, actor, Role.Asn, now, null);
    }

    /// <summary>Step 5: the atasan pejabat penilai ratifies; the document with that is stored beside the others.</summary>
    public void Ratify(Func<Dossier, DrawnDocument> draw, Actor actor, DateTimeOffset now, string? note = null)
    {
        Insist(Substep.Pengesahan, actor, now);
        Go(SopTable.Row(Step.Duplicate), Move.Ratified, actor, Row.Pelaksana, now, note);
        Store(DocumentKind.Ratified, draw(this), now);
    }

    /// <summary>Step 5: somebody names why the rated person does not sign, with the paper that shows it.</summary>
    /// <exception cref="ArgumentException">A time that passes brings this reason about and nobody else, or it cannot have happened on
    /// that day.</exception>
    public void Propose(PenetapanGround ground, Actor actor, DateTimeOffset now)
    {
        var act = Insist(Act.Propose, actor, now);
        if (!PenetapanTable.Row(ground.Reason).MayPropose || ground.File is null
            || PenetapanTable.WhyNot(this, ground.Reason, ground.Date, now) is not null)
        {
            throw new ArgumentException("This is not proposed, or the paper that shows it is missing.", nameof(ground));
        }

        PenetapanGround = ground;
        Go(SopTable.Row(Step, Substep.Penetapan), act.Move, actor, CapacityFor(act, actor, now), now, ground.Words);
    }

    /// <summary>Step 5: the rated person, of whom somebody proposed that he does not sign, comes to do so.</summary>
    public void Reconsider(Actor actor, DateTimeOffset now)
    {
        var act = Insist(Act.Reconsider, actor, now);
        DropGround();
        Go(SopTable.Row(Step.Sign), act.Move, actor, Role.Asn, now, null);
    }

    /// <summary>Step 5: the atasan pejabat penilai determines the result without the rated person's signature; the document that says so is
    /// stored as the next version.</summary>
    public void Determine(Func<Dossier, DrawnDocument> draw, Issuance issuance, Actor actor, DateTimeOffset now, string? note = null)
    {
        Insist(Substep.Penetapan, actor, now);
        Issue(issuance, Move.Determined, Outcome!, now);
        AsksPengesahan = false;
        Go(SopTable.Row(Step.Duplicate), Move.Determined, actor, Row.PelaksanaOn(Parties), now, note);
        Store(DocumentKind.Determined, draw(this), now);
    }

    // What was proposed and does not hold stays on record.
    private void DropGround()
    {
        if (PenetapanGround is { ProposedBy: not null } fallen)
        {
            FallenGrounds = [.. FallenGrounds ?? [], fallen];
        }

        PenetapanGround = null;
    }

    /// <summary>The same dossier as it will be after an act, for a document that shows what it will say: nothing is kept of it.</summary>
    public Dossier After(Action<Dossier> act)
    {
        var copy = (Dossier)MemberwiseClone();
        (copy._history, copy._documents, copy._copies, copy._scans) = ([.. _history], [.. _documents], [.. _copies], [.. _scans]);
        act(copy);
        return copy;
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
        Write(actor, Row.Pelaksana, Move.Closed, Row, now, null);
    }

    /// <summary>The last document of the present version, of those that were loaded; null before approval.</summary>
    public StoredDocument? LastDocument => _documents.MaxBy(d => (d.Version, d.Order));

    /// <summary>When the rated person acknowledged the present version; null before, and where it was determined without him.</summary>
    public HistoryEntry? Acknowledged => Since(h => h.FromSubstep == Substep.None && h.From == Step.Sign
        && h.Move is Move.Completed or Move.Received or Move.Reserved);

    /// <summary>When the present version was ratified; null before, and where no one ratifies.</summary>
    public HistoryEntry? Ratified => Since(h => h.Move == Move.Ratified);

    /// <summary>When the atasan pejabat penilai issued the present version himself; null where he did not.</summary>
    public HistoryEntry? Determined => _history.LastOrDefault(h => h.No == LastIssue && h.Move is Move.Decided or Move.Determined);

    /// <summary>A paper that came with the dossier, and the act that whoever reads it must be allowed; null for none.</summary>
    public (Evidence Evidence, Act Act)? FindEvidence(string key) =>
        new (IEnumerable<Evidence?>? Papers, Act Act)[]
        {
            (Evidence, Act.View), (Keberatan?.Bukti, Act.ViewObjection), (DraftKeberatan?.Bukti, Act.Object),
            ([PenetapanGround?.File], Act.ViewResult), (FallenGrounds?.Select(g => g.File), Act.ViewResult),
        }
        .SelectMany(p => p.Papers ?? [], (p, evidence) => (evidence, p.Act))
        .Where(found => found.evidence?.Key == key).Select(found => ((Evidence, Act)?)(found.evidence!, found.Act)).FirstOrDefault();

    /// <summary>The parties as they sign the present version: in the place of one, whoever acted for him.</summary>
    public Parties Signatories
    {
        get
        {
            var (penilai, above) = (
                _history.LastOrDefault(h => h is { From: Step.Validate, Move: Move.Completed }), Determined ?? Ratified);
            return Parties with
            {
                AtasanLangsung = StandingIn(Parties.AtasanLangsung, penilai, Role.AtasanLangsung)!,
                AtasanPejabatPenilai = StandingIn(Parties.AtasanPejabatPenilai, above, Role.AtasanPejabatPenilai),
            };
        }
    }

    /// <summary>The decision on an objection by which the figures of the present version were set; null where the pejabat penilai gave
    /// them.</summary>
    public HistoryEntry? Decision => _history.LastOrDefault(
        h => h.Move == Move.Decided || h is { From: Step.Validate, Move: Move.Completed }) is { Move: Move.Decided } last ? last : null;

    private static Party? StandingIn(Party? party, HistoryEntry? entry, Role role) =>
        party is not null && entry is { StandIn: { } standIn, ActorId: { } actor } && entry.Capacity == role
            ? party with
            {
                PegawaiId = actor,
                Nama = entry.ActorNama,
                Nip = standIn.Nip,
                PangkatGolongan = standIn.PangkatGolongan,
                Jabatan = standIn.Sebagai,
            }
            : party;

    private SopRow AfterSignature => AsksPengesahan ? SopTable.Row(Step.Sign, Substep.Pengesahan) : SopTable.Row(Step.Duplicate);

    private HistoryEntry? Since(Func<HistoryEntry, bool> which) => _history.LastOrDefault(h => h.No > LastIssue && which(h));

    private void Issue(Issuance issuance, Move why, Outcome? replaced, DateTimeOffset now)
    {
        if (replaced is not null)
        {
            Replaced = new(DocumentVersion, VerificationCode, replaced, why, now);
        }

        DocumentVersion++;
        (VerificationCode, SigningMode) = (issuance.VerificationCode, issuance.Mode);
    }

    private void Store(DocumentKind kind, DrawnDocument drawn, DateTimeOffset now) => _documents.Add(new(
        kind, DocumentVersion, VerificationCode,
        StoredDocument.OrderOf(kind) == 0 ? _documents.SingleOrDefault(d => d.IsIssue && d.Version == DocumentVersion - 1) : null,
        drawn.Bytes, drawn.Sha256, now));
}

/// <summary>A PDF and its SHA-256 in lower-case hex.</summary>
public sealed record DrawnDocument(byte[] Bytes, string Sha256);
