using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Plans;

/// <summary>
/// The SKP of one person for one period: the targets, agreed by the atasan langsung and then locked (PP 46/2011 pasal 5; PermenPANRB 6/2022).
/// </summary>
public sealed class Plan
{
    /// <summary>The refusal for a plan that is not there, or may not be seen.</summary>
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "SKP ini tidak ditemukan, atau bukan SKP yang boleh Anda lihat.");

    private Plan()
    {
    }

    /// <summary>A draft under PP 46/2011.</summary>
    public Plan(int periodId, int pegawaiId, int atasanId, IReadOnlyList<KegiatanTugasJabatan> kegiatan)
    {
        PeriodId = periodId;
        PegawaiId = pegawaiId;
        AtasanId = atasanId;
        Kegiatan = kegiatan;
    }

    /// <summary>A draft under PermenPANRB 6/2022.</summary>
    public Plan(int periodId, int pegawaiId, int atasanId, SasaranKinerja sasaran)
        : this(periodId, pegawaiId, atasanId, []) => Sasaran = sasaran;

    public long Id { get; private set; }

    public int PeriodId { get; private set; }

    public Periods.Period Period { get; private set; } = null!;

    public int PegawaiId { get; private set; }

    public People.Pegawai Pegawai { get; private set; } = null!;

    /// <summary>The atasan langsung who agrees.</summary>
    public int AtasanId { get; private set; }

    public People.Pegawai Atasan { get; private set; } = null!;

    /// <summary>The content under PP 46/2011; empty under any other regulation.</summary>
    public IReadOnlyList<KegiatanTugasJabatan> Kegiatan { get; private set; } = [];

    /// <summary>The content under PermenPANRB 6/2022; null under any other regulation.</summary>
    public SasaranKinerja? Sasaran { get; private set; }

    /// <summary>Key of the row of <see cref="ScoringMethods"/> for which it is written; a period changes its regulation only while it has no plan.</summary>
    public string Method => Sasaran is null ? ScoringMethods.Pp46 : ScoringMethods.PermenPanRb6;

    public PlanState State { get; private set; }

    /// <summary>Why it was given back, while it is a draft again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Why it was taken back before it was agreed to, while it is a draft again.</summary>
    public string? WithdrawReason { get; private set; }

    /// <summary>Why it was opened again after it had been agreed to, while it is a draft again.</summary>
    public string? ReviseReason { get; private set; }

    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>For the lost race; kept by the database.</summary>
    public uint Version { get; private set; }

    public bool IsAgreed => State == PlanState.Agreed;

    /// <summary>Null when the actor may do it: a plan is written, proposed and taken back by its owner or an analis, and agreed, given back and opened again by the atasan langsung.</summary>
    public Refusal? WhyNot(PlanAct act, Actor actor)
    {
        if (actor.PegawaiId is not { } person || !Sees(person, actor))
        {
            return NotFound;
        }

        if (act == PlanAct.View)
        {
            return null;
        }

        var row = PlanTable.Rows.Single(r => r.Act == act);
        var mayBy = row.By.Any(role => role switch
        {
            Role.Asn => person == PegawaiId,
            // Nobody agrees to his own targets, even where the data name him as his own superior.
            Role.AtasanLangsung => person == AtasanId && person != PegawaiId,
            _ => person != PegawaiId && person != AtasanId && actor.Holds(role),
        });
        if (!mayBy)
        {
            return new(RefusalKind.Forbidden, $"SKP ini {row.Pasif} oleh {string.Join(" atau ", row.By.Select(r => r.Nama()))}.");
        }

        if (State != row.When)
        {
            return new(RefusalKind.Conflict, State switch
            {
                PlanState.Agreed => "SKP ini sudah disetujui dan terkunci.",
                PlanState.Proposed => "SKP ini sedang menunggu persetujuan atasan langsung.",
                _ => "SKP ini masih dalam penyusunan.",
            });
        }

        return act == PlanAct.Propose && WhyNotComplete() is { } missing ? new(RefusalKind.Incomplete, missing) : null;
    }

    /// <summary>Saves the targets as a draft.</summary>
    public void Write(IReadOnlyList<KegiatanTugasJabatan> kegiatan, Actor actor)
    {
        Insist(PlanAct.Write, actor);
        Kegiatan = Sasaran is null ? kegiatan : throw new InvalidOperationException("This plan is not one under PP 46/2011.");
    }

    /// <summary>Saves the content as a draft.</summary>
    /// <exception cref="InvalidOperationException">The actor may not, or the plan is not one under PermenPANRB 6/2022.</exception>
    public void Write(SasaranKinerja sasaran, Actor actor)
    {
        Insist(PlanAct.Write, actor);
        Sasaran = Sasaran is null ? throw new InvalidOperationException("This plan is not one under PermenPANRB 6/2022.") : sasaran;
    }

    /// <summary>Lays the plan before the atasan langsung, whoever that is now.</summary>
    public void Propose(int atasanId, Actor actor)
    {
        Insist(PlanAct.Propose, actor);
        AtasanId = atasanId;
        State = PlanState.Proposed;
        ReturnReason = null;
        WithdrawReason = null;
        ReviseReason = null;
    }

    /// <summary>Agrees and locks the plan.</summary>
    public void Agree(Actor actor, DateTimeOffset now)
    {
        Insist(PlanAct.Agree, actor);
        State = PlanState.Agreed;
        AgreedAt = now;
    }

    /// <summary>Gives the plan back with a reason.</summary>
    public void Return(string reason, Actor actor)
    {
        Insist(PlanAct.Return, actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        State = PlanState.Draft;
        ReturnReason = reason;
    }

    /// <summary>Takes the plan back with a reason, before it is agreed to: the way out when the atasan langsung has changed.</summary>
    public void Withdraw(string reason, Actor actor)
    {
        Insist(PlanAct.Withdraw, actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        State = PlanState.Draft;
        WithdrawReason = reason;
    }

    /// <summary>
    /// Opens an agreed plan again with a reason, because its targets must be adapted (cuti, a change of work). What was agreed is kept aside by
    /// the database, and dossiers that were opened from it hold their own targets; while one of them runs the database refuses.
    /// </summary>
    public void Revise(string reason, Actor actor)
    {
        Insist(PlanAct.Revise, actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        State = PlanState.Draft;
        AgreedAt = null;
        ReviseReason = reason;
    }

    /// <summary>The sheet with which a dossier begins.</summary>
    public Sheet NewSheet(bool struktural) => Sasaran is null ? Pp46Sheet.From(Kegiatan, struktural) : PermenPanRb6Sheet.From(Sasaran);

    // The first thing that must be mended; the page shows them all.
    private string? WhyNotComplete() => Sasaran is not null ? (Sasaran.Faults() is [var first, ..] ? first.Sentence : null)
        : Kegiatan.Count == 0 ? "SKP belum berisi kegiatan: isi paling sedikit satu kegiatan tugas jabatan."
        : null;

    private bool Sees(int person, Actor actor) =>
        person == PegawaiId || person == AtasanId || PlanTable.Viewers.Any(actor.Holds);

    private void Insist(PlanAct act, Actor actor)
    {
        if (WhyNot(act, actor) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }
    }
}

/// <summary>Where a plan stands.</summary>
public enum PlanState
{
    Draft,
    Proposed,
    Agreed,
}

/// <summary>What somebody wants to do with a plan.</summary>
public enum PlanAct
{
    View,
    Write,
    Propose,
    Agree,
    Return,
    Withdraw,
    Revise,
}

/// <summary>One line of who may do what with a plan.</summary>
/// <param name="Act">What is done.</param>
/// <param name="By">By whom.</param>
/// <param name="When">In which state.</param>
/// <param name="Pasif">The verb for a refusal: "SKP ini disusun oleh …".</param>
public sealed record PlanRow(PlanAct Act, IReadOnlyList<Role> By, PlanState When, string Pasif);

/// <summary>Who may do what with a plan, and when.</summary>
public static class PlanTable
{
    public static readonly IReadOnlyList<PlanRow> Rows =
    [
        new(PlanAct.Write,    [Role.Asn, Role.Analis],  PlanState.Draft,    "disusun"),
        new(PlanAct.Propose,  [Role.Asn, Role.Analis],  PlanState.Draft,    "diajukan"),
        new(PlanAct.Withdraw, [Role.Asn, Role.Analis],  PlanState.Proposed, "ditarik kembali"),
        new(PlanAct.Agree,    [Role.AtasanLangsung],    PlanState.Proposed, "disetujui"),
        new(PlanAct.Return,   [Role.AtasanLangsung],    PlanState.Proposed, "dikembalikan"),
        new(PlanAct.Revise,   [Role.AtasanLangsung],    PlanState.Agreed,   "dibuka untuk direvisi"),
    ];

    /// <summary>Offices that see every plan, besides its owner and the atasan langsung.</summary>
    public static readonly IReadOnlyList<Role> Viewers = [Role.Analis, Role.Kasubbag, Role.KepalaDinas];
}
