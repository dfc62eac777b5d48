using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Sop;

/// <summary>The performance data of one ASN for one period on its way through the SOP. Changes only through its verbs.</summary>
public sealed partial class Dossier
{
    private List<HistoryEntry> _history = [];

    private Dossier()
    {
    }

    public long Id { get; private set; }

    public int PeriodId { get; private set; }

    public Period Period { get; private set; } = null!;

    /// <summary>0 for the whole period, else the number of the part that is evaluated by itself, from 1 on.</summary>
    public int Bagian { get; private set; }

    /// <summary>0 for the position held at the end of the period; 1, 2 … for those left within it.</summary>
    public int Post { get; private set; }

    /// <summary>First day in the position; null where it was held when the period began.</summary>
    public DateOnly? PostFrom { get; private set; }

    /// <summary>Last day in a position that was left; null for the present one.</summary>
    public DateOnly? PostUntil { get; private set; }

    public int UnitKerjaId { get; private set; }

    public int AsnId { get; private set; }

    public int AtasanLangsungId { get; private set; }

    public int? AtasanPejabatPenilaiId { get; private set; }

    public int? PejabatLebihTinggiId { get; private set; }

    public Parties Parties { get; private set; } = null!;

    public string Method { get; private set; } = "";

    public ScoringMethod Peraturan => ScoringMethods.Row(Method);

    public int MethodEdition { get; private set; }

    public Sheet Sheet { get; private set; } = null!;

    public Step Step { get; private set; }

    public Substep Substep { get; private set; }

    public DateTimeOffset StepSince { get; private set; }

    public Receipt? Receipt { get; private set; }

    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];

    public Checklist? Checklist { get; private set; }

    public Outcome? Outcome { get; private set; }

    public uint Version { get; private set; }

    /// <summary>How many acts there were. Every one changes it and thereby <see cref="Version"/>, also where nothing else of the dossier
    /// itself changes, so that a page that is older always loses.</summary>
    public int Acts { get; private set; }

    public IReadOnlyList<HistoryEntry> History => _history;

    /// <summary>Step 1: records who handed in the form.</summary>
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

    public void TypeIn(TypedRealisasi typed, Actor actor, DateTimeOffset now)
    {
        Work(Step.Input, actor, now);
        Sheet = Sheet.With(typed);
    }

    /// <param name="earlyReason">Why before the end of what is measured; null where it is over.</param>
    public void Rate(GivenScores given, Actor actor, DateTimeOffset now, string? earlyReason = null)
    {
        Work(Step.Validate, actor, now);
        Sheet = Sheet.With(given) with { EarlyReason = earlyReason };
    }

    /// <summary>Takes the capaian kinerja organisasi of the unit as it is set now; what was approved keeps its own. Nobody's act: who set
    /// it, and from what, stands with the unit.</summary>
    /// <param name="capaian">Null while none is set.</param>
    public void TakeCapaian(CapaianOrganisasi? capaian)
    {
        if (Step == Step.Validate && Outcome is null && CancelledAt is null)
        {
            Sheet = Sheet.WithCapaian(capaian);
        }
    }

    /// <summary>That an approval now comes before the end of what is measured, as a sentence; null when it does not.</summary>
    public string? WhyEarly(DateTimeOffset now) => Period.WhyEarly(Bagian, Tanggal.DiWita(now), PostUntil);

    /// <summary>Takes the results of positions that were left within the period; the last evaluation counts them.</summary>
    public void TakeEarlier(IReadOnlyList<HasilJabatan> earlier)
    {
        if (Step == Step.Validate && Post == 0 && Bagian == 0 && !earlier.SequenceEqual(Sheet.JabatanSebelumnya ?? []))
        {
            Sheet = Sheet with { JabatanSebelumnya = earlier };
        }
    }

    /// <summary>Whether the results of all positions that were left are there, from the first day of the period on.</summary>
    public bool HasEarlier => PostFrom is not { } from || Post > 0 || Bagian > 0
        || (Sheet.JabatanSebelumnya is { } earlier && earlier[0].Mulai <= Period.Mulai && earlier[^1].Selesai == from.AddDays(-1)
            && earlier.Zip(earlier.Skip(1)).All(pair => pair.First.Selesai.AddDays(1) == pair.Second.Mulai));

    /// <summary>What a reader of the result must know besides: an outdated regulation, and an evaluation before its time.</summary>
    public IReadOnlyList<string> Remarks() =>
    [
        .. Post > 0 ? [$"Evaluasi jabatan yang ditinggalkan pada {Tanggal.Tampil(PostUntil!.Value)}."] : Array.Empty<string>(),
        .. Sheet.JabatanSebelumnya?.Select(j => Sentences.End($"Jabatan sebelumnya: {j.Uraian}")) ?? [],
        .. Period.RemarkOnLaw is { } law ? [law] : Array.Empty<string>(),
        .. Sheet.EarlyReason is { } reason && Finished(Step.Validate) is { } approved && WhyEarly(approved.At) is not null
            ? [$"Dinilai sebelum {NamaPeriode} berakhir. Alasannya: {Sentences.End(reason)}"]
            : Array.Empty<string>(),
    ];

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

    public void SendBack(Step step, string reason, Actor actor, DateTimeOffset now) =>
        SendBack(SopTable.Row(step), reason, actor, now);

    /// <summary>Sends the dossier back from a row that has a way back; a result that was issued loses its force with it.</summary>
    public void SendBack(SopRow row, string reason, Actor actor, DateTimeOffset now)
    {
        Insist(row, Act.SendBack, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        DropGround();
        if (row.Reopens && Outcome is { } outcome)
        {
            Replaced = new(DocumentVersion, VerificationCode, outcome, Move.SentBack, now);
            (Outcome, ResultReceipt, LastDayToObject) = (null, null, null);
        }

        Go(SopTable.Row(row.BackTo!.Value), Move.SentBack, actor, row.PelaksanaOn(Parties), now, reason);
    }

    /// <summary>What happens next by the mere passing of time, and whether that time has passed; null where nothing does.</summary>
    public Lewat? DueBy(DateTimeOffset now) => ClosedAt is null && CancelledAt is null && Row.Lewat is { } lewat
        && (lewat.Hari is { } days ? now >= Row.PerformableSince(StepSince, LastDayToObject).AddDays(days)
            : LastDayToSign is { } last && Tanggal.DiWita(now) > last)
        // From nobody who could not have used it yet.
        && (lewat.Move != Move.Passed || (PejabatLebihTinggiId is not null
            && (!Row.Needs.Contains(Needs.ObjectionOver) || Needs.ObjectionOver.IsMet(this, now))))
            ? lewat
            : null;

    /// <summary>Does what the mere passing of time does, as often as it is due; false where it is not.</summary>
    public bool Lapse(DateTimeOffset now)
    {
        var moved = false;
        while (DueBy(now) is { } lewat)
        {
            moved = true;
            Acts++;
            switch (lewat.Move)
            {
                case Move.Unsigned:
                    PenetapanGround = new(PenetapanReason.Unsigned, LastDayToSign!.Value, null, null, null);
                    Go(SopTable.Row(Step, Substep.Penetapan), lewat.Move, null, null, now, null);
                    break;
                case Move.Unanswered:
                    Go(SopTable.Row(Step, Substep.Keputusan), lewat.Move, null, null, now, null);
                    break;
                case Move.Lapsed:
                    Go(AfterSignature, lewat.Move, null, null, now, null);
                    break;
                case Move.Passed:
                    Pass(now);
                    break;
                default:
                    throw new InvalidOperationException($"Time alone brings no {lewat.Move} about.");
            }
        }

        return moved;
    }

    private void Pass(DateTimeOffset now)
    {
        var (from, to) = (Parties.AtasanPejabatPenilai!, Parties.PejabatLebihTinggi!);
        Go(Row, Move.Passed, null, null, now, Sentences.End($"Dari {from.Nama} kepada {to.Nama}"));
        (AtasanPejabatPenilaiId, PejabatLebihTinggiId) = (PejabatLebihTinggiId, null);
        Parties = Parties with { AtasanPejabatPenilai = to, PejabatLebihTinggi = null };
        DraftKeputusan = null;
    }

    /// <summary>"Tahun 2026", or "Tahun 2026, Triwulan I".</summary>
    public string NamaPeriode => Period.NamaBagian(Bagian, Post);

    /// <summary>First day of what is measured: of the period, of its part, or in the position.</summary>
    public DateOnly Mulai => Later(PostFrom, Bagian == 0 ? Period.Mulai : Period.Part(Bagian)!.Mulai);

    /// <summary>The last day of it.</summary>
    public DateOnly Selesai => PostUntil ?? (Bagian == 0 ? Period.Selesai : Period.Part(Bagian)!.Selesai);

    /// <summary>"1 Januari s.d. 31 Maret 2026": of the position, of the part, or of the whole period.</summary>
    public string JangkaWaktu => Tanggal.JangkaWaktu(Mulai, Selesai);

    private static DateOnly Later(DateOnly? one, DateOnly other) => one is { } day && day > other ? day : other;

    public SopRow Row => SopTable.Row(Step, Substep);

    /// <summary>Who performs a step of this dossier, for a sentence: "Kasubbag", "atasan langsung (Rahmah, S.E.)".</summary>
    public string Performer(Step step, Actor? reader = null) => Parties.Performer(step, reader);

    public string Performer(SopRow row, Actor? reader = null) => Parties.Performer(row, reader);

    /// <summary>When a step was last finished, with the person; null while it is ahead or was sent back behind.</summary>
    public HistoryEntry? Finished(Step step) =>
        Step > step || ClosedAt is not null
            ? _history.Where(h => h.From == step && h.Move is Move.Completed or Move.Closed or Move.Received or Move.Reserved
                or Move.Determined).MaxBy(h => h.No)
            : null;

    /// <summary>The reason with which the dossier was sent back to where it is now; null when it came forward.</summary>
    public HistoryEntry? SentBackHere => LastMove is { Move: Move.SentBack } last ? last : null;

    private HistoryEntry? LastMove => _history.Where(h => h.Move is not (Move.Worked or Move.Delivered or Move.Followed)).MaxBy(h => h.No);

    /// <summary>Anyone who works on a step without moving the dossier is written down once for each stay, so that duties stay
    /// apart.</summary>
    private void Work(Step step, Actor actor, DateTimeOffset now) => Work(step, Substep.None, actor, now);

    private void Work(Step step, Substep substep, Actor actor, DateTimeOffset now)
    {
        Insist(SopTable.Row(step, substep), Act.Work, actor, now);
        if (!_history.Any(h => h.No >= (LastMove?.No ?? 0) && h.ActorId == actor.PegawaiId && h.Move is Move.Worked or Move.Opened))
        {
            Write(actor, Row.PelaksanaOn(Parties), Move.Worked, Row, now, null);
        }
    }

    /// <summary>Ends the dossier without a result; it stays as it was, and nothing in it changes any more.</summary>
    public void Cancel(string reason, Actor actor, DateTimeOffset now)
    {
        var act = Insist(Act.Cancel, actor, now);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        CancelledAt = now;
        Write(actor, act.By[0], act.Move, Row, now, reason);
    }

    private void Forward(Actor actor, DateTimeOffset now, string? note = null) =>
        Go(SopTable.Row(SopTable.Row(Step).Next!.Value), Move.Completed, actor, Row.Pelaksana, now, note);

    private void Go(SopRow to, Move move, Actor? actor, Role? capacity, DateTimeOffset now, string? reason)
    {
        var from = Step;
        var signs = Row.AsksPassword && move != Move.SentBack && SopTable.Acts.All(a => a.Move != move);
        var note = signs ? actor?.ResetNote(now) : null;
        Write(actor, capacity, move, to, now, note is null ? reason : $"{reason} {note}".TrimStart());
        (Step, Substep) = (to.Step, to.Substep);
        StepSince = now;
        if (to.Step <= Step.Check && from != to.Step)
        {
            Checklist = null;
        }
    }

    private void Enter(Substep substep, Move move, Actor actor, DateTimeOffset now, string? reason = null) =>
        Go(SopTable.Row(Step, substep), move, actor, Row.PelaksanaOn(Parties), now, reason);

    private void Write(Actor? actor, Role? capacity, Move move, SopRow to, DateTimeOffset now, string? reason) =>
        _history.Add(new(
            _history.Count + 1, actor, capacity, capacity is { } role ? MandateOf(actor, role, now) : null, move, Row, to, now, reason));

    /// <summary>The pegawai of a party; null for an office, and where nobody is named.</summary>
    public int? IdOf(Role role) => role switch
    {
        Role.Asn => AsnId,
        Role.AtasanLangsung => AtasanLangsungId,
        Role.AtasanPejabatPenilai => AtasanPejabatPenilaiId,
        Role.Analis or Role.Kasubbag or Role.Sekretaris or Role.KepalaDinas or Role.Administrator or Role.Auditor => null,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    private Role CapacityFor(SopAct act, Actor actor, DateTimeOffset now) =>
        act.By.First(Procedure.Capacities(this, actor, now).Contains);

    private Mandate? MandateOf(Actor? actor, Role role, DateTimeOffset now) =>
        IdOf(role) is { } party && party != actor?.PegawaiId ? actor?.MandateFor(party, Tanggal.DiWita(now)) : null;

    private void Insist(Substep substep, Actor actor, DateTimeOffset now) =>
        Insist(SopTable.Row(Step.Sign, substep), Act.Complete, actor, now);

    private void Insist(Step step, Act act, Actor actor, DateTimeOffset now) => Insist(SopTable.Row(step), act, actor, now);

    private SopAct Insist(Act act, Actor actor, DateTimeOffset now)
    {
        Insist(Row, act, actor, now);
        return SopTable.Row(act);
    }

    private void Insist(SopRow row, Act act, Actor actor, DateTimeOffset now)
    {
        if (Procedure.WhyNot(this, row, act, actor, now) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        Acts++;
    }
}
