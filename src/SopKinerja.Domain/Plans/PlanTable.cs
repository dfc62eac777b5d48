using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Plans;

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

    /// <summary>The row of an act other than viewing.</summary>
    public static PlanRow Row(PlanAct act) => Rows.Single(r => r.Act == act);
}
