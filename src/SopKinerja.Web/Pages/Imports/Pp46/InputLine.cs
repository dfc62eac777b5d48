using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports.Pp46;

/// <summary>The lists that the analis fills, by the words of the sheet.</summary>
public enum InputPart
{
    Kegiatan,
    Tambahan,
    Kreativitas,
    JabatanLain,
}

/// <summary>One row of what the analis types under PP 46/2011: a kegiatan of the SKP, or what the person did besides.</summary>
public sealed class InputLine : RecordLine
{
    public InputPart? Bagian { get; set; }

    /// <summary>In its list, counted from 1.</summary>
    public int? No { get; set; }

    public string? Uraian { get; set; }

    /// <summary>What was agreed, for the reader of the sheet.</summary>
    public string? Target { get; set; }

    public decimal? Ak { get; set; }

    public decimal? Kuantitas { get; set; }

    public decimal? Waktu { get; set; }

    public decimal? Biaya { get; set; }

    public bool Benar { get; set; }

    public string? NomorSurat { get; set; }

    public ManfaatKreativitas? Manfaat { get; set; }

    public string? Penilai { get; set; }

    public DateOnly? Sampai { get; set; }

    public decimal? Nilai { get; set; }

    /// <summary>Whether the sheet tells of the other lists too, so that they become what it holds.</summary>
    internal bool TellsParts { get; set; }

    internal InputPart Part => Bagian ?? InputPart.Kegiatan;

    internal bool IsBlank => new[] { Uraian, NomorSurat, Penilai }.All(t => t.Trimmed() is null) && Manfaat is null && Sampai is null
        && (Ak ?? Kuantitas ?? Waktu ?? Biaya ?? Nilai) is null && (No is null || Part != InputPart.Kegiatan);
}
