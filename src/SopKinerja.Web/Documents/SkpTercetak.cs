using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents;

public static class SkpTercetak
{
    /// <summary>Why the form is not valid yet; null once the plan was agreed to.</summary>
    internal static string? Draf(PlanState state) => state switch
    {
        PlanState.Agreed => null,
        PlanState.Proposed => "DRAF: BELUM DISETUJUI, SEDANG MENUNGGU PEJABAT PENILAI",
        PlanState.Draft => "DRAF: BELUM DISETUJUI, MASIH DISUSUN",
        PlanState.Cancelled => "DIBATALKAN: TIDAK BERLAKU",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The consent of the pejabat penilai; null while there is none.</summary>
    internal static PersetujuanElektronik? Disetujui(Plan plan) => plan.AgreedAt is { } agreed
        ? new(plan.AgreedBy?.ActorNama ?? plan.Atasan.Nama, agreed) { Oleh = Other(plan) }
        : null;

    // Over the name of one who did not agree stands nobody's consent.
    private static PegawaiTercetak? Other(Plan plan) => plan.AgreedBy is { ActorPegawai: { } by } && by.Id != plan.AtasanId
        ? PegawaiTercetak.From(Party.Of(by, plan.Atasan.UnitKerja?.Nama ?? ""))
        : null;
}
