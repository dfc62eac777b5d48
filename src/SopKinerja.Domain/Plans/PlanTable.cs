using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Plans;

public enum PlanState
{
    Draft,
    Proposed,
    Agreed,
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
}

/// <param name="Pasif">The verb for a refusal: "SKP ini disusun oleh …".</param>
public sealed record PlanRow(PlanAct Act, IReadOnlyList<Role> By, PlanState When, string Pasif);

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

    public static readonly IReadOnlyList<Role> Viewers = [Role.Analis, Role.Kasubbag, Role.KepalaDinas];

    public static PlanRow Row(PlanAct act) => Rows.Single(r => r.Act == act);
}
