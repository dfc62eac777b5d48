using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Documents;

public static class SkpTercetak
{
    /// <summary>Why the form is not valid yet; null once the plan was agreed to.</summary>
    internal static string? Draf(PlanState state) => state switch
    {
        PlanState.Agreed => null,
        PlanState.Proposed => "DRAF: BELUM DISETUJUI, SEDANG MENUNGGU PEJABAT PENILAI",
        PlanState.Draft => "DRAF: BELUM DISETUJUI, MASIH DISUSUN",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The consent of the pejabat penilai; null while there is none.</summary>
    internal static PersetujuanElektronik? Disetujui(Plan plan) => plan.AgreedAt is { } agreed
        ? new(plan.AgreedBy ?? plan.Atasan.Nama, agreed)
        : null;
}
