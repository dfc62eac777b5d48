using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages;

/// <summary>One line of any list of the front page.</summary>
public sealed record IndexRow
{
    public const int Awaiting = 1;
    public const int Plan = 2;
    public const int Keberatan = 3;
    public const int Own = 4;
    public const int Certificate = 5;

    /// <summary>Which list it belongs to.</summary>
    public required int List { get; init; }

    public required long Id { get; init; }

    public required string Nama { get; init; }

    public required int? UnitKerjaId { get; init; }

    public required int PeriodId { get; init; }

    /// <inheritdoc cref="Domain.Sop.Dossier.Bagian"/>
    public required int Bagian { get; init; }

    /// <inheritdoc cref="SopRow.Stage"/>
    public required int Stage { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required bool IsStopped { get; init; }

    public SopRow Sop => SopTable.RowAt(Stage);
}
