using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Pages.Plans.PermenPanRb6;

namespace SopKinerja.Web.Pages.Imports.PermenPanRb6;

/// <summary>One indikator of an SKP under PermenPANRB 6/2022, or a rencana without any; what belongs to the rencana stands in its first
/// row, what belongs to the SKP in the first of all.</summary>
public sealed class RencanaLine : RecordLine
{
    public Pendekatan? Pendekatan { get; set; }

    public bool? Mandiri { get; set; }

    public JenisHasilKerja? Bagian { get; set; }

    public int? Ke { get; set; }

    public string? Diintervensi { get; set; }

    public string? Uraian { get; set; }

    public string? PenugasanDari { get; set; }

    public string? UkuranKeberhasilan { get; set; }

    public BarisIndikator Indikator { get; init; } = new();

    public string?[] Ekspektasi { get; init; } = new string?[BerAkhlak.Rows.Count];

    public string? DukunganSumberDaya { get; set; }

    public string? SkemaPertanggungjawaban { get; set; }

    public string? Konsekuensi { get; set; }

    /// <summary>Where its rencana stands in the form; null for a row that holds none.</summary>
    internal (JenisHasilKerja Jenis, int Index)? Rencana { get; set; }

    /// <summary>Where its indikator stands in the rencana; below zero where it holds none.</summary>
    internal int At { get; set; } = -1;

    internal bool IsBlank => Indikator.IsEmpty && Texts.All(t => t is null);

    internal string?[] Texts => [Diintervensi, Uraian, PenugasanDari, UkuranKeberhasilan];

    internal bool Repeats(RencanaLine first) => Texts.Zip(first.Texts).All(t => t.First is null || t.First == t.Second);

    internal void LeaveToFirst() =>
        (Bagian, Ke, Diintervensi, Uraian, PenugasanDari, UkuranKeberhasilan) = (null, null, null, null, null, null);
}
