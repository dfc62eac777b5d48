using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Scoring;

namespace SopKinerja.Domain.Sop;

// The days to object, an objection, its answer and its decision: parts of step 5.
public sealed partial class Dossier
{
    /// <summary>When the present result came to the rated person; null before.</summary>
    public ResultReceipt? ResultReceipt { get; private set; }

    /// <summary>The last day on which the rated person may object, counted from the day the result came to him; null before, and where a
    /// decision is final.</summary>
    public DateOnly? LastDayToObject { get; private set; }

    /// <summary>The last day before the result is determined without the rated person's signature: the last day to object, or as many
    /// calendar days after a decision; null while the result has not come to him.</summary>
    public DateOnly? LastDayToSign =>
        LastDayToObject ?? (IsFinalByDecision ? Tanggal.DiWita(StepSince).AddDays(Peraturan.ObjectionDays) : null);

    public DraftKeberatan? DraftKeberatan { get; private set; }

    public Keberatan? Keberatan { get; private set; }

    public DraftKeputusan? DraftKeputusan { get; private set; }

    /// <summary>Whether an objection waits for its answer or its decision.</summary>
    public bool IsObjected => Substep is Substep.Tanggapan or Substep.Keputusan;

    /// <summary>Whether the present result was set by the decision on an objection, against which there is none.</summary>
    public bool IsFinalByDecision => Keberatan is not null && !IsObjected;

    /// <summary>Step 5: the result came to the rated person, who opened it, or to whom it was handed over; the days to object
    /// begin.</summary>
    /// <param name="kind">Which days count; calendar days where the dinas does not say otherwise.</param>
    /// <param name="date">The day it was handed over, WITA; null for today.</param>
    /// <exception cref="ArgumentException">The day is not between the approval and today.</exception>
    public void Deliver(
        WorkingCalendar calendar, DayKind kind, Actor actor, DateTimeOffset now, DateOnly? date = null, string? note = null)
    {
        var act = Insist(Act.Deliver, actor, now);
        var (today, day) = (Tanggal.DiWita(now), date ?? Tanggal.DiWita(now));
        if (day > today || day < IssuedOn)
        {
            throw new ArgumentException("It can only have been handed over after the approval.", nameof(date));
        }

        var byHand = actor.PegawaiId != AsnId;
        ResultReceipt = new(day, now, byHand ? actor.Nama : null, note);
        LastDayToObject = calendar.LastDay(day, Peraturan.ObjectionDays, kind);
        Write(actor, CapacityFor(act, actor, now), act.Move, Row, now, note);
    }

    /// <summary>As it stood at a moment since its standing version was issued, for whoever draws that version's documents again: what was
    /// said and done later is not in it.</summary>
    public Dossier AsItStood(DateTimeOffset moment) => After(then =>
    {
        then._history.RemoveAll(h => h.At > moment);
        then.Keberatan = Keberatan is { } objection && objection.At <= moment
            ? objection with
            {
                Tanggapan = objection.Tanggapan?.At <= moment ? objection.Tanggapan : null,
                Keputusan = objection.Keputusan?.At <= moment ? objection.Keputusan : null,
            }
            : null;
    });

    /// <summary>Keeps what is written of an objection; only its writer sees it.</summary>
    public void Draft(DraftKeberatan draft, Actor actor, DateTimeOffset now)
    {
        Insist(Act.Object, actor, now);
        DraftKeberatan = draft;
    }

    /// <summary>Step 5: the rated person objects; the dossier waits for the answer of the pejabat penilai, or at once for the decision
    /// where he is the highest.</summary>
    public void Object(string reasons, Actor actor, DateTimeOffset now)
    {
        Insist(Act.Object, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(reasons);
        Keberatan = new(reasons, now) { Bukti = DraftKeberatan?.Bukti is { Count: > 0 } bukti ? bukti : null };
        DraftKeberatan = null;
        DropGround();
        var to = SopTable.Row(Step, AtasanPejabatPenilaiId is null ? Substep.Keputusan : Substep.Tanggapan);
        Go(to, Move.Objected, actor, Role.Asn, now, reasons);
    }

    /// <summary>Step 5: the rated person takes the objection back before it is answered; the reasons stay in the history.</summary>
    public void Withdraw(string reason, Actor actor, DateTimeOffset now)
    {
        Insist(Act.Withdraw, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        // Its papers stay with it, as a draft that he alone sees.
        DraftKeberatan = new(Keberatan!.Reasons, Keberatan.Bukti ?? []);
        (Keberatan, DraftKeputusan) = (null, null);
        Go(SopTable.Row(Step, IsAcknowledged ? Substep.MasaKeberatan : Substep.None), Move.Withdrawn, actor, Role.Asn, now, reason);
    }

    /// <summary>Step 5: the pejabat penilai answers; the atasan pejabat penilai decides.</summary>
    public void Answer(string words, Actor actor, DateTimeOffset now)
    {
        Insist(Substep.Tanggapan, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        Keberatan = Keberatan! with { Tanggapan = new(words, now) };
        Enter(Substep.Keputusan, Move.Answered, actor, now);
    }

    /// <summary>Step 5: keeps a decision that is not signed yet.</summary>
    /// <exception cref="ArgumentException">It changes the result and no figure, or there are no words.</exception>
    public void Draft(DraftKeputusan draft, Actor actor, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(draft.Words) || (draft.Given is { } given && !Sheet.WithFiguresOf(given).HasAllScores))
        {
            throw new ArgumentException("There are no words, or something is missing in what is given.", nameof(draft));
        }

        Work(Step.Sign, Substep.Keputusan, actor, now);
        DraftKeputusan = draft;
    }

    /// <summary>Step 5: the atasan pejabat penilai decides and sets the result himself, final (PP 30/2019 ps. 59); the document drawn from
    /// it is stored as the next version. Nothing of the sheet changes but the figures that he gave.</summary>
    public void Decide(Func<Dossier, DrawnDocument> draw, Issuance issuance, Actor actor, DateTimeOffset now, string? note = null)
    {
        Insist(Substep.Keputusan, actor, now);
        var (draft, replaced) = (DraftKeputusan!, Outcome!);
        Sheet = draft.Given is { } given ? Sheet.WithFiguresOf(given) : Sheet;
        Keberatan = Keberatan! with { Keputusan = new(draft.Given is null, draft.Words, now) };
        (DraftKeputusan, LastDayToObject) = (null, null);
        Issue(issuance, Move.Decided, replaced, now);
        Outcome = Sheet.Conclude();
        // Whoever would ratify it has set it.
        AsksPengesahan = false;
        Go(SopTable.Row(Step.Sign), Move.Decided, actor, Row.PelaksanaOn(Parties), now, note);
        Store(DocumentKind.Determined, draw(this), now);
    }

    /// <summary>Whether the rated person signed the present version.</summary>
    private bool IsAcknowledged => _history.Any(h => h.Move is Move.Reserved && h.No > LastIssue);

    /// <summary>The day on which the present version was issued, WITA; that of the last move while there is none.</summary>
    public DateOnly IssuedOn => Tanggal.DiWita(_history.Find(h => h.No == LastIssue)?.At ?? StepSince);

    private int LastIssue => _history.LastOrDefault(h => (h.Move == Move.Completed && h.From == Step.Validate)
        || h.Move is Move.Decided or Move.Determined)?.No ?? 0;
}
