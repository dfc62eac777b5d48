using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports.PermenPanRb6;

/// <summary>One realisasi under PermenPANRB 6/2022: of an indikator, or of a rencana without any.</summary>
public sealed class InputLine : RecordLine
{
    /// <summary>In the SKP, counted from 1.</summary>
    public int? Rencana { get; set; }

    public string? UraianRencana { get; set; }

    /// <summary>In the rencana, counted from 1.</summary>
    public int? Indikator { get; set; }

    public string? Uraian { get; set; }

    /// <summary>What was agreed, for the reader of the sheet.</summary>
    public string? Target { get; set; }

    public string? Realisasi { get; set; }

    /// <summary>The numbers of the bukti dukung of the rencana, counted from 1; null where none is named.</summary>
    public IReadOnlyList<int>? Bukti { get; set; }

    internal bool IsBlank => Rencana is null && Indikator is null && UraianRencana is null && Uraian is null && Realisasi.Trimmed() is null;
}
