using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages;

public sealed record IndexRow
{
    public const int Awaiting = 1;
    public const int Plan = 2;
    public const int Keberatan = 3;
    public const int Own = 4;
    public const int Certificate = 5;

    /// <summary>One of the dossiers that wait for a capaian organisasi which the reader may set; one row for each unit and part of a
    /// period.</summary>
    public const int Capaian = 6;

    /// <summary>That the reader sets the capaian organisasi of some unit.</summary>
    public const int Setter = 7;

    public required int List { get; init; }

    public required long Id { get; init; }

    public required string Nama { get; init; }

    public required int? UnitKerjaId { get; init; }

    public required int PeriodId { get; init; }

    public required int Bagian { get; init; }

    public required int Stage { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required bool IsStopped { get; init; }

    public SopRow Sop => SopTable.RowAt(Stage);
}
