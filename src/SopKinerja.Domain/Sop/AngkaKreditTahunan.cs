using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Sop;

/// <summary>The angka kredit that one evaluasi tahunan earns in a jabatan fungsional, with what it is computed from.</summary>
/// <param name="Bulan">Months in the position that count, 1 to 12.</param>
/// <param name="Nilai">Two decimals, rounded once.</param>
public sealed record AngkaKreditTahunan(JenjangRow Jenjang, PersenRow Persen, int Bulan, decimal Nilai)
{
    private const int MostBulan = 12;

    /// <summary>
    /// Of a dossier; null where nothing is earned: under another regulation, for a part of the period, without both ratings, outside
    /// jabatan fungsional, without a known jenjang, or without a whole month in the position.
    /// </summary>
    public static AngkaKreditTahunan? Of(Dossier dossier) =>
        Of(dossier.Parties.Asn, dossier.Period, dossier.Bagian, dossier.Sheet.PredikatPegawai);

    /// <param name="bagian">0 for the whole period.</param>
    /// <param name="predikat">Null where there is none.</param>
    public static AngkaKreditTahunan? Of(Party asn, Period period, int bagian, PredikatKinerja? predikat)
    {
        var bulan = BulanDalamJabatan(asn.TmtJabatan, period.Mulai, period.Selesai);
        if (bagian != 0 || bulan == 0 || AngkaKredit.Jenjang.SingleOrDefault(j => j.Jenjang == asn.Jenjang) is not { } jenjang
            || AngkaKredit.Persen.SingleOrDefault(p => p.Predikat == predikat) is not { } persen)
        {
            return null;
        }

        return new(jenjang, persen, bulan, AngkaKredit.Proporsional(jenjang, persen, bulan));
    }

    /// <summary>
    /// Months of a period in the position, 0 to 12. The first and the last month of the period count as they are, so that a year that
    /// begins on 2 January has twelve; a position taken up later counts from its first whole month. No regulation at hand says this:
    /// it is this program's reading.
    /// </summary>
    /// <param name="tmt">Since when; null counts the whole period.</param>
    public static int BulanDalamJabatan(DateOnly? tmt, DateOnly mulai, DateOnly selesai)
    {
        var first = tmt is not { } since || since <= mulai ? Month(mulai) : Month(since) + (since.Day == 1 ? 0 : 1);
        return Math.Clamp(Month(selesai) - first + 1, 0, MostBulan);
    }

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;
}
