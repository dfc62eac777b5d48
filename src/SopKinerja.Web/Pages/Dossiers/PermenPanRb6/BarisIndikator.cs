using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Web.Pages.Dossiers.PermenPanRb6;

/// <summary>One line of hasil kerja that asks for a realisasi: an indikator, or the ukuran keberhasilan of a rencana without any.</summary>
/// <param name="Target">How much of it; null where the uraian says it.</param>
public sealed record BarisIndikator(string? Ciri, string Uraian, string? Target, string? Realisasi)
{
    public static IReadOnlyList<BarisIndikator> Of(PermenPanRb6Sheet sheet, int position)
    {
        var (rencana, realisasi) = (sheet.Sasaran.Rencana[position], sheet.HasilKerja[position].Realisasi);
        return rencana.Indikator.Count == 0
            ? [new(null, rencana.UkuranKeberhasilan ?? "", null, realisasi[0])]
            : [.. rencana.Indikator.Select(
                (i, at) => new BarisIndikator(i.Aspek?.Nama() ?? i.Perspektif?.Nama(), i.Uraian, i.Target, realisasi[at]))];
    }
}
