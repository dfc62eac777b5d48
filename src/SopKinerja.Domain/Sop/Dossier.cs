using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;

namespace SopKinerja.Domain.Sop;

/// <summary>The performance data of one ASN for one period on its way through the SOP. Changes only through its verbs.</summary>
public sealed class Dossier
{
    private readonly List<HistoryEntry> _history = [];
    private readonly List<StoredDocument> _documents = [];
    private readonly List<Copy> _copies = [];
    private readonly List<Scan> _scans = [];

    private Dossier()
    {
    }

    public long Id { get; private set; }

    public int PeriodId { get; private set; }

    public Period Period { get; private set; } = null!;

    /// <summary>0 for the whole period, else the number of the part that is evaluated by itself, from 1 on.</summary>
    public int Bagian { get; private set; }

    public int UnitKerjaId { get; private set; }

    public int AsnId { get; private set; }

    public int AtasanLangsungId { get; private set; }

    public int? AtasanPejabatPenilaiId { get; private set; }

    public Parties Parties { get; private set; } = null!;

    /// <summary>Key of the row of <see cref="ScoringMethods"/>; stays even if the period's choice changes.</summary>
    public string Method { get; private set; } = "";

    /// <inheritdoc cref="Method"/>
    public ScoringMethod Peraturan => ScoringMethods.Row(Method);

    /// <summary>The edition of that row when the dossier was opened.</summary>
    public int MethodEdition { get; private set; }

    public Sheet Sheet { get; private set; } = null!;

    public Step Step { get; private set; }

    /// <summary>A part of the step that the dossier waits at; none on the ordinary way.</summary>
    public Substep Substep { get; private set; }

    /// <summary>Since when the dossier waits at <see cref="Row"/>.</summary>
    public DateTimeOffset StepSince { get; private set; }

    public Receipt? Receipt { get; private set; }

    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];

    public Checklist? Checklist { get; private set; }

    /// <summary>The result, from approval on.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>How many versions of the document were issued: 1 from approval on, one more after every objection that was decided.</summary>
    public int DocumentVersion { get; private set; }

    /// <inheritdoc cref="StoredDocument.VerificationCode"/>
    public string? VerificationCode { get; private set; }

    /// <summary>How the present version is signed; null before approval, and on dossiers of the first edition.</summary>
    public SigningMode? SigningMode { get; private set; }

    /// <summary>Whether the atasan pejabat penilai ratifies the present version.</summary>
    public bool AsksPengesahan { get; private set; }

    /// <summary>The last day on which the rated person may object, counted from the day the result was there to be read.</summary>
    public DateOnly? LastDayToObject { get; private set; }

    public Keberatan? Keberatan { get; private set; }

    public ArchiveRecord? ArchiveRecord { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>For the lost race; kept by the database.</summary>
    public uint Version { get; private set; }

    public IReadOnlyList<HistoryEntry> History => _history;

    public IReadOnlyList<StoredDocument> Documents => _documents;

    public IReadOnlyList<Copy> Copies => _copies;

    public IReadOnlyList<Scan> Scans => _scans;

    /// <summary>Opens a dossier from an agreed plan; the opening itself is the first line of the history.</summary>
    /// <param name="plan">Agreed, and written for the regulation of the period.</param>
    /// <param name="period">Of the plan.</param>
    /// <param name="bagian">One of <see cref="Period.Bagian"/>.</param>
    /// <param name="parties">As they are now.</param>
    /// <param name="unitKerjaId">Of the rated person.</param>
    /// <param name="actor">The analis.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="InvalidOperationException">The plan is not agreed, or the actor is the rated person or no analis.</exception>
    /// <exception cref="ArgumentException">The plan, the period and the people do not belong together.</exception>
    public static Dossier Open(Plan plan, Period period, int bagian, Parties parties, int unitKerjaId, Actor actor, DateTimeOffset now)
    {
        if (WhyNotOpen(plan, actor) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        if (plan.Method != period.Method || !period.Bagian().Contains(bagian))
        {
            throw new ArgumentException("The plan is for another regulation, or the period has no such part.", nameof(period));
        }

        if (parties.Asn.PegawaiId != plan.PegawaiId)
        {
            throw new ArgumentException("The rated person is not the owner of the plan.", nameof(parties));
        }

        if (parties.AtasanLangsung.PegawaiId == plan.PegawaiId || parties.AtasanPejabatPenilai?.PegawaiId == plan.PegawaiId)
        {
            throw new ArgumentException("Nobody rates himself.", nameof(parties));
        }

        var dossier = new Dossier
        {
            PeriodId = plan.PeriodId,
            Period = period,
            Bagian = bagian,
            UnitKerjaId = unitKerjaId,
            AsnId = parties.Asn.PegawaiId,
            AtasanLangsungId = parties.AtasanLangsung.PegawaiId,
            AtasanPejabatPenilaiId = parties.AtasanPejabatPenilai?.PegawaiId,
            Parties = parties,
            Method = period.Method,
            MethodEdition = period.Peraturan.Edition,
            Sheet = plan.Content.NewSheet(parties.Asn.IsStruktural),
            Step = Step.Collect,
            StepSince = now,
        };
        dossier._history.Add(new(1, actor, SopTable.Row(Step.Collect).Pelaksana, Move.Opened, Step.Collect, Step.Collect, now, null));
        return dossier;
    }

    /// <summary>Null when the actor may open a dossier from this plan.</summary>
    public static Refusal? WhyNotOpen(Plan plan, Actor actor)
    {
        var performer = SopTable.Row(Step.Collect).Pelaksana;
        if (!actor.Holds(performer) || actor.PegawaiId is null)
        {
            return new(RefusalKind.Forbidden, $"Berkas dibuka oleh {performer.Nama()}.");
        }

        if (actor.PegawaiId == plan.PegawaiId)
        {
            return new(RefusalKind.Forbidden, $"Ini SKP Anda sendiri. Berkasnya harus dibuka oleh {performer.Nama()} yang lain.");
        }

        if (actor.PegawaiId == plan.AtasanId)
        {
            return new(RefusalKind.Forbidden, $"Anda atasan langsung pegawai ini. Berkasnya harus dibuka oleh {performer.Nama()} yang lain.");
        }

        return plan.IsAgreed ? null : new(RefusalKind.Conflict, "SKP ini belum disetujui atasan langsung, jadi berkasnya belum dapat dibuka.");
    }

    /// <summary>Step 1: takes down who handed in the form.</summary>
    public void Receive(Receipt receipt, Actor actor, DateTimeOffset now)
    {
        Work(Step.Collect, actor, now);
        Receipt = receipt;
    }

    /// <summary>Step 1: adds a scanned form or bukti dukung.</summary>
    public void AddEvidence(Evidence evidence, Actor actor, DateTimeOffset now)
    {
        Work(Step.Collect, actor, now);
        Evidence = [.. Evidence, evidence];
    }

    /// <summary>Step 1: takes a wrong file out again.</summary>
    public void RemoveEvidence(string key, Actor actor, DateTimeOffset now)
    {
        Work(Step.Collect, actor, now);
        Evidence = [.. Evidence.Where(e => e.Key != key)];
    }

    /// <summary>Step 2: saves the checklist as it stands.</summary>
    public void Tick(Checklist checklist, Actor actor, DateTimeOffset now)
    {
        Work(Step.Check, actor, now);
        Checklist = checklist;
    }

    /// <summary>Step 3: saves realisasi, tugas tambahan and kreativitas as a draft; nothing else of the sheet is taken.</summary>
    public void TypeIn(Sheet sheet, Actor actor, DateTimeOffset now)
    {
        Work(Step.Input, actor, now);
        Sheet = Sheet.WithRealisasiOf(sheet);
    }

    /// <summary>Step 4: saves kualitas, perilaku kerja, kondisi penyebab and rekomendasi as a draft; nothing else of the sheet is taken.</summary>
    public void Rate(Sheet sheet, Actor actor, DateTimeOffset now)
    {
        Work(Step.Validate, actor, now);
        Sheet = Sheet.WithScoresOf(sheet);
    }

    /// <summary>Steps 1, 2, 3 and 6: finishes the step; the dossier goes to the next one.</summary>
    /// <exception cref="ArgumentException">The step has a verb of its own, which does more than go forward.</exception>
    public void Complete(Step step, Actor actor, DateTimeOffset now)
    {
        if (step is Step.Validate or Step.Sign or Step.Archive)
        {
            throw new ArgumentException("Steps 4, 5 and 7 are finished by Approve, Acknowledge and Archive.", nameof(step));
        }

        Insist(step, Act.Complete, actor, now);
        Forward(actor, now);
    }

    /// <summary>Step 4: approves; the document drawn from the sheet is stored with its hash, as the next version.</summary>
    /// <param name="draw">Draws the approved version.</param>
    /// <param name="issuance">Of this version.</param>
    /// <param name="actor">The atasan langsung.</param>
    /// <param name="calendar">For the last day to object; after a decided objection there is none.</param>
    /// <param name="now">The moment of approval.</param>
    /// <param name="note">For the history; null when there is nothing to say.</param>
    public void Approve(
        Func<Dossier, DrawnDocument> draw, Issuance issuance, Actor actor, WorkingCalendar calendar, DateTimeOffset now, string? note = null)
    {
        Insist(Step.Validate, Act.Complete, actor, now);
        Outcome = Sheet.Conclude();
        LastDayToObject = Keberatan is null ? calendar.LastDay(Tanggal.DiWita(now), Peraturan.ObjectionDays, Peraturan.ObjectionDayKind) : null;
        DocumentVersion++;
        (VerificationCode, SigningMode) = (issuance.VerificationCode, issuance.Mode);
        // On paper the ratifying signature stands beside the others, and nothing is left to be done here.
        AsksPengesahan = Period.AsksPengesahan && AtasanPejabatPenilaiId is not null && issuance.Mode != Sop.SigningMode.WetInk;
        Forward(actor, now, note);
        Store(DocumentKind.Approved, draw(this), now);
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

    /// <summary>Step 5: the rated person objects; the dossier waits for the answer of the pejabat penilai.</summary>
    public void Object(string reasons, Actor actor, DateTimeOffset now)
    {
        Insist(Step.Sign, Act.Object, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(reasons);
        Keberatan = new(reasons, now);
        Enter(Substep.Tanggapan, Move.Objected, actor, now, reasons);
    }

    /// <summary>Step 5: the pejabat penilai answers; the atasan pejabat penilai decides, or where there is none the dossier is rated anew.</summary>
    public void Answer(string words, Actor actor, DateTimeOffset now)
    {
        Insist(Substep.Tanggapan, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        Keberatan = Keberatan! with { Tanggapan = new(words, now) };
        if (AtasanPejabatPenilaiId is null)
        {
            Reopen(Move.Answered, actor, now);
        }
        else
        {
            Enter(Substep.Keputusan, Move.Answered, actor, now);
        }
    }

    /// <summary>Step 5: the atasan pejabat penilai decides; the dossier goes back to step 4, to be issued in a new version that says so.</summary>
    /// <param name="nilaiTetap">Whether the result stays as it was.</param>
    /// <param name="words">The decision.</param>
    /// <param name="actor">The atasan pejabat penilai.</param>
    /// <param name="now">The moment.</param>
    public void Decide(bool nilaiTetap, string words, Actor actor, DateTimeOffset now)
    {
        Insist(Substep.Keputusan, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        Keberatan = Keberatan! with { Keputusan = new(nilaiTetap, words, now) };
        Reopen(Move.Decided, actor, now);
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

    /// <summary>Gives the dossier back to the step that the table names.</summary>
    public void SendBack(Step step, string reason, Actor actor, DateTimeOffset now)
    {
        Insist(step, Act.SendBack, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Go(SopTable.Row(step).BackTo!.Value, Move.SentBack, actor, now, reason);
    }

    /// <summary>"Tahun 2026", or "Tahun 2026, Triwulan I".</summary>
    public string NamaPeriode => Period.NamaBagian(Bagian);

    /// <summary>"1 Januari s.d. 31 Maret 2026": of the part, or of the whole period.</summary>
    public string JangkaWaktu => Bagian == 0 ? Period.JangkaWaktu : Tanggal.JangkaWaktu(Period.Part(Bagian)!.Mulai, Period.Part(Bagian)!.Selesai);

    /// <summary>The row of the SOP that the dossier waits at.</summary>
    public SopRow Row => SopTable.Row(Step, Substep);

    /// <summary>Who performs a step of this dossier, for a sentence: "Kasubbag", "atasan langsung (Rahmah, S.E.)".</summary>
    public string Performer(Step step) => Parties.Performer(step);

    /// <inheritdoc cref="Performer(Step)"/>
    public string Performer(SopRow row) => Parties.Performer(row);

    /// <summary>When a step was last finished, with the person; null while it is ahead or was sent back behind.</summary>
    public HistoryEntry? Finished(Step step) =>
        Step > step || ClosedAt is not null
            ? _history.Where(h => h.From == step && h.Move is Move.Completed or Move.Closed or Move.Received).MaxBy(h => h.No)
            : null;

    /// <summary>The last document of the present version, of those that were loaded; null before approval.</summary>
    public StoredDocument? LastDocument => _documents.MaxBy(d => (d.Version, d.Kind));

    /// <summary>When the rated person acknowledged the present version; null before.</summary>
    public HistoryEntry? Acknowledged => Substep == Substep.Pengesahan ? LastMove : Finished(Step.Sign);

    /// <summary>When the present version was ratified; null before, and where nobody ratifies.</summary>
    public HistoryEntry? Ratified => _history.SingleOrDefault(h => h.Move == Move.Ratified);

    /// <summary>The reason with which the dossier was sent back to where it is now; null when it came forward.</summary>
    public HistoryEntry? SentBackHere => LastMove is { Move: Move.SentBack } last ? last : null;

    private HistoryEntry? LastMove => _history.Where(h => h.Move != Move.Worked).MaxBy(h => h.No);

    /// <summary>Whoever works on a step without moving the dossier is written down once for each stay, so that duties stay apart.</summary>
    private void Work(Step step, Actor actor, DateTimeOffset now)
    {
        Insist(step, Act.Work, actor, now);
        if (!_history.Any(h => h.No >= (LastMove?.No ?? 0) && h.ActorId == actor.PegawaiId && h.Move is Move.Worked or Move.Opened))
        {
            Write(actor, Move.Worked, Step, now, null);
        }
    }

    private void Forward(Actor actor, DateTimeOffset now, string? note = null) => Go(SopTable.Row(Step).Next!.Value, Move.Completed, actor, now, note);

    private void Go(Step to, Move move, Actor actor, DateTimeOffset now, string? reason)
    {
        var from = Step;
        Write(actor, move, to, now, reason);
        (Step, Substep) = (to, Substep.None);
        StepSince = now;
        if (to <= Step.Check && from != to)
        {
            Checklist = null;
        }
    }

    private void Enter(Substep substep, Move move, Actor actor, DateTimeOffset now, string? reason = null)
    {
        Write(actor, move, Step, now, reason);
        Substep = substep;
        StepSince = now;
    }

    /// <summary>After an objection: the result is open again, and what it was is kept with the objection.</summary>
    private void Reopen(Move move, Actor actor, DateTimeOffset now)
    {
        Keberatan = Keberatan! with { Replaced = new(DocumentVersion, VerificationCode, Outcome!) };
        (Outcome, LastDayToObject) = (null, null);
        Go(Step.Validate, move, actor, now, null);
    }

    private void Write(Actor actor, Move move, Step to, DateTimeOffset now, string? reason) =>
        _history.Add(new(_history.Count + 1, actor, Row.Pelaksana, move, Step, to, now, reason));

    private void Store(DocumentKind kind, DrawnDocument drawn, DateTimeOffset now) => _documents.Add(new(
        kind, DocumentVersion, VerificationCode,
        kind == DocumentKind.Approved ? _documents.SingleOrDefault(d => d.Kind == kind && d.Version == DocumentVersion - 1) : null,
        drawn.Bytes, drawn.Sha256, now));

    private void Insist(Substep substep, Actor actor, DateTimeOffset now) => Insist(SopTable.Row(Step.Sign, substep), Act.Complete, actor, now);

    private void Insist(Step step, Act act, Actor actor, DateTimeOffset now) => Insist(SopTable.Row(step), act, actor, now);

    private void Insist(SopRow row, Act act, Actor actor, DateTimeOffset now)
    {
        if (Procedure.WhyNot(this, row, act, actor, now) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }
    }
}

/// <summary>A PDF and its SHA-256 in lower-case hex.</summary>
public sealed record DrawnDocument(byte[] Bytes, string Sha256);
