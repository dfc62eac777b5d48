using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Plans;

public enum PlanState
{
    Draft,
    Proposed,
    Agreed,

    /// <summary>Given up: it stays on record, and the place of the person in the period is free again.</summary>
    Cancelled,
}

public enum PlanAct
{
    View,
    Write,
    Propose,
    Agree,
    Return,
    Withdraw,
    Revise,

    /// <summary>Gives a draft up that nothing was measured against.</summary>
    Cancel,

    /// <summary>Ends the plan of a position that is left within the period, or corrects how it was ended.</summary>
    Leave,

    /// <summary>Takes such an ending back.</summary>
    Stay,
    ReadNotes,
    Note,
}

/// <param name="Pasif">How a refusal begins: "SKP ini disusun oleh …".</param>
public sealed record PlanRow(PlanAct Act, IReadOnlyList<Role> By, IReadOnlyList<PlanState> When, string Pasif)
{
    /// <summary>Whether there is nothing to do under a regulation without a buku catatan.</summary>
    public bool AsksBukuCatatan { get; init; }

    /// <summary>Whether it binds nobody, so that an account may do it that was reset and is not confirmed.</summary>
    public bool Drafts { get; init; }

    /// <summary>Whether there is nothing to do on the plan of a position that was left.</summary>
    public bool OnlyPresent { get; init; }

    /// <summary>Whether there is nothing to do on the plan of a position that is held.</summary>
    public bool OnlyLeft { get; init; }
}

public static class PlanTable
{
    private static readonly IReadOnlyList<PlanState> Always = Enum.GetValues<PlanState>();

    private static readonly IReadOnlyList<PlanState> UntilCancelled = [.. Always.Where(s => s != PlanState.Cancelled)];

    /// <remarks>The notes tell of a person's conduct, so whoever may see the plan does not read them by that; the auditor reads
    /// everything.</remarks>
    public static readonly IReadOnlyList<PlanRow> Rows =
    [
        new(PlanAct.Write,     [Role.Asn, Role.Analis],          [PlanState.Draft],    "SKP ini disusun") { Drafts = true },
        new(PlanAct.Propose,   [Role.Asn, Role.Analis],          [PlanState.Draft],    "SKP ini diajukan"),
        new(PlanAct.Withdraw,  [Role.Asn, Role.Analis],          [PlanState.Proposed], "SKP ini ditarik kembali"),
        new(PlanAct.Agree,     [Role.AtasanLangsung],            [PlanState.Proposed], "SKP ini disetujui"),
        new(PlanAct.Return,    [Role.AtasanLangsung],            [PlanState.Proposed], "SKP ini dikembalikan"),
        new(PlanAct.Revise,    [Role.AtasanLangsung],            [PlanState.Agreed],   "SKP ini dibuka untuk direvisi") { OnlyPresent = true },
        new(PlanAct.Cancel,    [Role.Asn, Role.Analis],          [PlanState.Draft],    "SKP ini dibatalkan"),
        new(PlanAct.Leave,     [Role.Analis, Role.AtasanLangsung], [PlanState.Agreed], "SKP ini diakhiri karena pindah jabatan"),
        new(PlanAct.Stay,      [Role.Analis, Role.AtasanLangsung], [PlanState.Agreed], "Pengakhiran SKP ini dibatalkan") { OnlyLeft = true },
        new(PlanAct.ReadNotes, [Role.Asn, Role.AtasanLangsung, Role.Auditor], Always,               "Buku catatan ini dibaca") { AsksBukuCatatan = true, Drafts = true },
        new(PlanAct.Note,      [Role.AtasanLangsung],            UntilCancelled,       "Buku catatan ini diisi") { AsksBukuCatatan = true },
    ];

    public static readonly IReadOnlyList<Role> Viewers = [Role.Analis, Role.Kasubbag, Role.KepalaDinas, Role.Auditor];

    public static PlanRow Row(PlanAct act) => Rows.Single(r => r.Act == act);
}
