using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Sop;

// An objection, its answer and its decision: parts of step 5.
public sealed partial class Dossier
{
    /// <summary>The last day on which the rated person may object, counted from the day the result was there to be read.</summary>
    public DateOnly? LastDayToObject { get; private set; }

    public Keberatan? Keberatan { get; private set; }

    /// <summary>Step 5: the rated person objects; the dossier waits for the answer of the pejabat penilai.</summary>
    public void Object(string reasons, Actor actor, DateTimeOffset now)
    {
        Insist(Step.Sign, Act.Object, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(reasons);
        Keberatan = new(reasons, now);
        Enter(Substep.Tanggapan, Move.Objected, actor, now, reasons);
    }

    /// <summary>Step 5: the pejabat penilai answers; the atasan pejabat penilai decides, or where there is none the dossier is rated
    /// anew.</summary>
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

    /// <summary>Step 5: the atasan pejabat penilai decides; the dossier goes back to step 4, to be issued in a new version that says
    /// so.</summary>
    public void Decide(bool nilaiTetap, string words, Actor actor, DateTimeOffset now)
    {
        Insist(Substep.Keputusan, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        Keberatan = Keberatan! with { Keputusan = new(nilaiTetap, words, now) };
        Reopen(Move.Decided, actor, now);
    }

    private void Reopen(Move move, Actor actor, DateTimeOffset now)
    {
        Keberatan = Keberatan! with { Replaced = new(DocumentVersion, VerificationCode, Outcome!) };
        (Outcome, LastDayToObject) = (null, null);
        Go(Step.Validate, move, actor, now, null);
    }
}
