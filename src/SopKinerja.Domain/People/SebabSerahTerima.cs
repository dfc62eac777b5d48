namespace SopKinerja.Domain.People;

/// <summary>Why a person leaves a post and hands over what waits there.</summary>
public enum SebabSerahTerima
{
    PindahTugas,
    Pensiun,
    MeninggalDunia,
    Diberhentikan,
}

public sealed record SebabSerahTerimaRow(SebabSerahTerima Sebab, string Nama);

public static class SebabSerahTerimaTable
{
    public static readonly IReadOnlyList<SebabSerahTerimaRow> Rows =
    [
        new(SebabSerahTerima.PindahTugas, "Pindah tugas"),
        new(SebabSerahTerima.Pensiun, "Pensiun"),
        new(SebabSerahTerima.MeninggalDunia, "Meninggal dunia"),
        new(SebabSerahTerima.Diberhentikan, "Diberhentikan"),
    ];

    public static SebabSerahTerimaRow Row(SebabSerahTerima sebab) => Rows.Single(r => r.Sebab == sebab);
}
