using SopKinerja.Domain.Authority;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;

namespace SopKinerja.Domain.Plans;

/// <summary>
/// The SKP of one person for one period: the targets, agreed by the atasan langsung and then locked (PP 46/2011 pasal 5; PermenPANRB
/// 6/2022). Changes only through its verbs, each of which writes its own line of the history.
/// </summary>
public sealed class Plan
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "SKP ini tidak ditemukan, atau bukan SKP yang boleh Anda lihat.");

    private readonly List<PlanHistoryEntry> _history = [];
    private readonly List<PlanNote> _notes = [];

    private Plan()
    {
    }

    /// <param name="from">The SKP from which the content was copied, by its period; null where it was not.</param>
    /// <param name="postFrom">First day in the position, where another was left within the period.</param>
    /// <exception cref="InvalidOperationException">The actor may not.</exception>
    public Plan(
        int periodId, int pegawaiId, int atasanId, PlanContent content, Actor actor, DateTimeOffset now, string? from = null,
        DateOnly? postFrom = null)
    {
        PostFrom = postFrom;
        PeriodId = periodId;
        PegawaiId = pegawaiId;
        AtasanId = atasanId;
        Content = content;
        Insist(PlanAct.Write, actor);
        Write(PlanMove.Created, PlanState.Draft, actor, now, from: from);
    }

    public long Id { get; private set; }

    public int PeriodId { get; private set; }

    public Period Period { get; private set; } = null!;

    public int PegawaiId { get; private set; }

    public Pegawai Pegawai { get; private set; } = null!;

    public int AtasanId { get; private set; }

    public Pegawai Atasan { get; private set; } = null!;

    /// <summary>0 for the position held at the end of the period or now; 1, 2 … for those left within it, in their order.</summary>
    public int Post { get; private set; }

    /// <summary>First day in the position; null where it was held when the period began.</summary>
    public DateOnly? PostFrom { get; private set; }

    /// <summary>Last day in a position that was left; null for the present one.</summary>
    public DateOnly? PostUntil { get; private set; }

    /// <summary>The position that was left, as it was then; null for the present one, which stands in the register.</summary>
    public string? FormerJabatan { get; private set; }

    public int? FormerUnitId { get; private set; }

    public string? FormerUnit { get; private set; }

    public DateOnly Mulai => PostFrom ?? Period.Mulai;

    public DateOnly Selesai => PostUntil ?? Period.Selesai;

    /// <summary>"1 Januari s.d. 30 Juni 2026": of the period, or of the position within it.</summary>
    public string JangkaWaktu => Tanggal.JangkaWaktu(Mulai, Selesai);

    public PlanContent Content { get; private set; } = null!;

    /// <summary>Key of the row of <see cref="ScoringMethods"/> for which it is written; a period changes its regulation only while it has
    /// no plan.</summary>
    public string Method => Content.Method;

    public ScoringMethod Peraturan => ScoringMethods.Row(Method);

    public PlanState State { get; private set; }

    public DateTimeOffset? AgreedAt { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<PlanHistoryEntry> History => _history;

    /// <summary>How many lines the history has; the database compares the two.</summary>
    public int Lines { get; private set; }

    /// <summary>The buku catatan; empty unless it was asked for.</summary>
    public IReadOnlyList<PlanNote> Notes => _notes;

    /// <summary>Whether the evaluation of its whole time was archived, as whoever loaded it found; nobody stands in on it then.</summary>
    public bool IsMeasured { get; set; }

    public bool IsAgreed => State == PlanState.Agreed;

    /// <summary>Who agreed to it, as the history names him: another than <see cref="Atasan"/> where the superior changed since, or where
    /// somebody acted in his place; null while nobody did.</summary>
    public PlanHistoryEntry? AgreedBy => IsAgreed ? _history.FindLast(h => h.Move == PlanMove.Agreed) : null;

    /// <summary>The move by which it became a draft again; null on every other plan.</summary>
    public PlanHistoryEntry? CameBack =>
        State == PlanState.Draft
            && _history.FindLast(h => h.Move is not (PlanMove.Written or PlanMove.Followed)) is { } back
            && (back.Reason is not null || back.Move == PlanMove.Moved) ? back : null;

    /// <summary>Null when the actor may begin a plan for that person.</summary>
    /// <param name="atasanId">Who would agree to it; null where that is not known.</param>
    public static Refusal? WhyNotBegin(int pegawaiId, Actor actor, int? atasanId = null) =>
        new Plan { PegawaiId = pegawaiId, AtasanId = atasanId ?? 0 }.WhyNot(PlanAct.Write, actor);

    /// <summary>Null when the actor may do it: a plan is written, proposed and taken back by its owner or an analis, and agreed, given back
    /// and opened again by the atasan langsung; he writes the notes, which only the two of them read.</summary>
    public Refusal? WhyNot(PlanAct act, Actor actor)
    {
        var person = actor.PegawaiId;
        if (!Sees(person, actor))
        {
            return NotFound;
        }

        if (act == PlanAct.View)
        {
            return null;
        }

        var row = PlanTable.Row(act);
        if (row.AsksBukuCatatan && !Peraturan.HasBukuCatatan)
        {
            return new(RefusalKind.NotFound, $"{Peraturan.Nama} tidak mengenal buku catatan penilaian perilaku.");
        }

        var mayBy = row.By.Any(role => role switch
        {
            Role.Asn => person == PegawaiId,
            // No one agrees to his own targets, even where the data name him as his own superior.
            Role.AtasanLangsung => IsAtasan(person, actor) && person != PegawaiId,
            Role.Analis => person != PegawaiId && !IsAtasan(person, actor) && actor.Holds(role),
            Role.Auditor => actor.Holds(role),
            _ => throw new InvalidOperationException($"The table of plans names {role}, which no plan knows."),
        });
        if (!mayBy)
        {
            return new(RefusalKind.Forbidden, $"{row.Pasif} oleh {string.Join(" atau ", row.By.Select(r => r.Nama()))}.");
        }

        if (!row.When.Contains(State))
        {
            return new(RefusalKind.Conflict, State switch
            {
                PlanState.Agreed => "SKP ini sudah disetujui dan terkunci.",
                PlanState.Proposed => "SKP ini sedang menunggu persetujuan atasan langsung.",
                PlanState.Draft => "SKP ini masih dalam penyusunan.",
                PlanState.Cancelled => "SKP ini sudah dibatalkan dan tidak dapat diubah lagi.",
                _ => throw new InvalidOperationException($"A plan is never {State}."),
            });
        }

        if (!row.Drafts && actor.IsUnconfirmed)
        {
            return Actor.Unconfirmed;
        }

        if (row.OnlyPresent && PostUntil is { } last)
        {
            return new(RefusalKind.Conflict, $"SKP ini sudah diakhiri dengan {Tanggal.Tampil(last)} karena pindah jabatan.");
        }

        if (row.OnlyLeft && PostUntil is null)
        {
            return new(RefusalKind.Conflict, "SKP ini tidak diakhiri, jadi tidak ada yang dibatalkan.");
        }

        return act == PlanAct.Propose && Content.Faults() is [var first, ..] ? new(RefusalKind.Incomplete, first.Sentence) : null;
    }

    /// <exception cref="InvalidOperationException">The actor may not, or the content is for another regulation.</exception>
    public void Write(PlanContent content, Actor actor, DateTimeOffset now)
    {
        Take(content, actor);
        Write(PlanMove.Written, PlanState.Draft, actor, now);
    }

    /// <param name="content">What is proposed; null where it was written before.</param>
    /// <exception cref="InvalidOperationException">The actor may not, or something must be mended first.</exception>
    public void Propose(int atasanId, string atasan, Actor actor, DateTimeOffset now, PlanContent? content = null)
    {
        if (content is not null)
        {
            Take(content, actor);
        }

        Insist(PlanAct.Propose, actor);
        AtasanId = atasanId;
        Write(PlanMove.Proposed, PlanState.Proposed, actor, now, to: atasan);
    }

    /// <param name="alasan">Why only now; null where it is not late.</param>
    /// <exception cref="InvalidOperationException">The actor may not, or it is late without a reason.</exception>
    public void Agree(Period period, Actor actor, DateTimeOffset now, string? alasan = null)
    {
        Insist(PlanAct.Agree, actor);
        if (WhyLate(period, now) is { } late && string.IsNullOrWhiteSpace(alasan))
        {
            throw new InvalidOperationException(late);
        }

        AgreedAt = now;
        Write(PlanMove.Agreed, PlanState.Agreed, actor, now, alasan);
    }

    /// <summary>That agreeing now comes late, as a sentence; null when it does not, and for a plan that was agreed before: why it was
    /// opened again stands in its history.</summary>
    public string? WhyLate(Period period, DateTimeOffset now) =>
        _history.Exists(h => h.Move == PlanMove.Agreed) ? null : period.WhyLate(Tanggal.DiWita(now), PostFrom);

    public void Return(string reason, Actor actor, DateTimeOffset now) => ComeBack(PlanAct.Return, PlanMove.Returned, reason, actor, now);

    public void Withdraw(string reason, Actor actor, DateTimeOffset now) =>
        ComeBack(PlanAct.Withdraw, PlanMove.Withdrawn, reason, actor, now);

    /// <summary>
    /// Opens an agreed plan again with a reason, because its targets must be adapted (cuti, a change of work). What was agreed is kept
    /// aside by the database, and dossiers that were opened from it hold their own targets; while one of them runs the database refuses.
    /// </summary>
    public void Revise(string reason, Actor actor, DateTimeOffset now) => ComeBack(PlanAct.Revise, PlanMove.Revised, reason, actor, now);

    /// <summary>Gives a draft up: it stays on record, and another can begin in its place. The database refuses where something was
    /// measured against it.</summary>
    public void Cancel(string reason, Actor actor, DateTimeOffset now)
    {
        Insist(PlanAct.Cancel, actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Write(PlanMove.Cancelled, PlanState.Cancelled, actor, now, reason);
    }

    /// <summary>Ends it with the position for which it was agreed, so that it is measured by itself, with the people of then, and another
    /// can begin for the next position.</summary>
    /// <param name="no">1 for the first position left within the period, then 2 …</param>
    /// <param name="last">The last day in it.</param>
    /// <param name="penilai">Who rates what was done there.</param>
    /// <exception cref="InvalidOperationException">The actor may not, or the day is not one of the plan's before the period's
    /// last, or what was agreed takes longer.</exception>
    public void Leave(
        int no, DateOnly last, string jabatan, UnitKerja unit, Pegawai penilai, string nomorSurat, Actor actor, DateTimeOffset now)
    {
        Insist(PlanAct.Leave, actor);
        if ((WhyNotLeaveOn(last) ?? Content.WhyTooLong(Mulai, last)) is { } why)
        {
            throw new InvalidOperationException(why);
        }

        if (penilai.Id == PegawaiId || no < 1)
        {
            throw new ArgumentException("Nobody rates himself, and positions that were left count from 1.", nameof(penilai));
        }

        var was = PostUntil is { } before ? $", semula {FormerJabatan} sampai {Tanggal.Tampil(before)}" : "";
        var isFirst = Post == 0;
        (Post, PostUntil, FormerJabatan, FormerUnitId, FormerUnit, AtasanId) = (
            isFirst ? no : Post, last, jabatan, unit.Id, unit.Nama, penilai.Id);
        Write(isFirst ? PlanMove.Left : PlanMove.Corrected, PlanState.Agreed, actor, now, nomorSurat,
            to: $"{jabatan} sampai {Tanggal.Tampil(last)}, dinilai {penilai.Nama}{was}");
    }

    /// <summary>Takes back that the position was left; the register says again who the atasan langsung is.</summary>
    public void Stay(int atasanId, string reason, Actor actor, DateTimeOffset now)
    {
        Insist(PlanAct.Stay, actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (atasanId == PegawaiId)
        {
            throw new ArgumentException("Nobody rates himself.", nameof(atasanId));
        }

        (Post, PostUntil, FormerJabatan, FormerUnitId, FormerUnit, AtasanId) = (0, null, null, null, null, atasanId);
        Write(PlanMove.Stayed, PlanState.Agreed, actor, now, reason);
    }

    /// <summary>The position before this one was left on another day, so this one begins on another; who agreed to its targets did so for
    /// another time, so that it is a draft again.</summary>
    public void BeginOn(DateOnly first, Actor actor, DateTimeOffset now)
    {
        var was = PostFrom;
        if (first == was || first <= Period.Mulai || first > Selesai)
        {
            throw new ArgumentException("It begins within the period and before it ends, on another day.", nameof(first));
        }

        if (Post > 0)
        {
            throw new InvalidOperationException("A position that was left begins where it began.");
        }

        (PostFrom, AgreedAt) = (first, null);
        Write(PlanMove.Moved, PlanState.Draft, actor, now, to: $"{Tanggal.Tampil(first)}, semula {Tanggal.Tampil(was!.Value)}");
    }

    public string? WhyNotLeaveOn(DateOnly last) => last < Mulai || last >= Period.Selesai
        ? $"Hari terakhir pada jabatan ini harus antara {Tanggal.Tampil(Mulai)} dan {Tanggal.Tampil(Period.Selesai.AddDays(-1))}."
        : null;

    /// <summary>Takes the atasan langsung whom the register names now; false where it is the same.</summary>
    /// <exception cref="ArgumentException">It is the owner himself.</exception>
    public bool Follow(int atasanId, string before, string after, DateTimeOffset now)
    {
        if (atasanId == PegawaiId)
        {
            throw new ArgumentException("Nobody agrees to his own targets.", nameof(atasanId));
        }

        if (atasanId == AtasanId)
        {
            return false;
        }

        AtasanId = atasanId;
        _history.Add(new(++Lines, null, null, PlanMove.Followed, State, now, null, null, $"dari {before} menjadi {after}"));
        return true;
    }

    /// <summary>
    /// Adds a note to the buku catatan. No note is ever changed: a mistake is corrected by a further one. Once the result of the whole
    /// period was approved the database refuses.
    /// </summary>
    /// <param name="date">The day of which it tells.</param>
    /// <param name="text">1 to <see cref="PlanNote.Most"/> characters.</param>
    /// <exception cref="InvalidOperationException">The actor may not, or there can be no note of that day.</exception>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    public void Note(Period period, DateOnly date, string text, Actor actor, DateTimeOffset now)
    {
        Insist(PlanAct.Note, actor);
        if (WhyNotNote(period, date, actor, now) is { } why)
        {
            throw new InvalidOperationException(why);
        }

        if (TypedText.Length(text) is 0 or > PlanNote.Most)
        {
            throw new ArgumentException($"A note has 1 to {PlanNote.Most} characters.", nameof(text));
        }

        _notes.Add(new(_notes.Count + 1, date, text.Trim(), actor, actor.MandateFor(AtasanId, Tanggal.DiWita(now))?.Sebagai, now));
    }

    /// <summary>Why there is no note of that day by that actor, as a sentence; null where there is. Whoever acts for the atasan langsung
    /// tells of the days on which he does.</summary>
    public string? WhyNotNote(Period period, DateOnly date, Actor actor, DateTimeOffset now) =>
        period.WhyNotNote(date, Tanggal.DiWita(now))
        ?? (actor.PegawaiId != AtasanId && actor.MandateFor(AtasanId, Tanggal.DiWita(now)) is { } mandate && date < mandate.Mulai
            ? $"Anda mencatat sebagai {mandate.Sebagai}, jadi tanggalnya paling awal {Tanggal.Tampil(mandate.Mulai)}."
            : null);

    private void Take(PlanContent content, Actor actor)
    {
        Insist(PlanAct.Write, actor);
        Content = content.Method == Method ? content : throw new InvalidOperationException($"This plan is one under {Method}.");
    }

    private void ComeBack(PlanAct act, PlanMove move, string reason, Actor actor, DateTimeOffset now)
    {
        Insist(act, actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        AgreedAt = null;
        Write(move, PlanState.Draft, actor, now, reason);
    }

    private void Write(
        PlanMove move, PlanState state, Actor actor, DateTimeOffset now, string? reason = null, string? to = null, string? from = null)
    {
        State = state;
        _history.Add(new(
            ++Lines, actor, actor.MandateFor(AtasanId, Tanggal.DiWita(now))?.Sebagai, move, state, now, reason, Content.Isi, to ?? from));
    }

    private bool Sees(int? person, Actor actor) =>
        person == PegawaiId || IsAtasan(person, actor) || PlanTable.Viewers.Any(actor.Holds);

    // On which days he acts for the atasan, the database asks; what has ended waits for nobody, so nobody stands in there.
    private bool IsAtasan(int? person, Actor actor) =>
        person == AtasanId || (Period is not { IsOpen: false } && !IsMeasured && actor.Mandates.Any(m => m.ForId == AtasanId));

    private void Insist(PlanAct act, Actor actor)
    {
        if (WhyNot(act, actor) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }
    }
}
