using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;

namespace SopKinerja.Domain.Sop;

/// <summary>
/// What a person has in angka kredit once an evaluation is counted: the last PAK, earlier evaluations, this one. A month counts once: in
/// the PAK that covers it, else in this evaluation, else in the longest one, so that a year takes the place of its parts
/// (docs/decisions/0031).
/// </summary>
/// <param name="Lama">In order of time, without months that are counted elsewhere; none without a row.</param>
/// <param name="Baru">The evaluation that is printed; without a row where the PAK covers it already.</param>
public sealed record AkumulasiAngkaKredit(PakTerakhir? Pak, IReadOnlyList<KonversiAngkaKredit> Lama, KonversiAngkaKredit Baru)
{
    public decimal JumlahLama => Lama.Sum(k => k.Nilai);

    public decimal Jumlah => (Pak?.AngkaKredit ?? 0) + JumlahLama + Baru.Nilai;

    /// <param name="others">Approved evaluations of the same person that nobody objects to; those that end later are left out.</param>
    public static AkumulasiAngkaKredit Of(KonversiAngkaKredit baru, IEnumerable<KonversiAngkaKredit> others, PakTerakhir? pak)
    {
        var counted = new HashSet<DateOnly>();
        var own = Count(baru);
        var lama = others.Where(k => k.Selesai <= baru.Selesai)
            .OrderByDescending(k => k.Selesai.DayNumber - k.Mulai.DayNumber).ThenBy(k => k.Mulai)
            .Select(Count).Where(k => k.Rows.Count > 0).ToList();
        return new(pak, [.. lama.OrderBy(k => k.Mulai).ThenBy(k => k.Selesai)], own);

        KonversiAngkaKredit Count(KonversiAngkaKredit konversi)
        {
            var left = konversi.Without(bulan => bulan <= pak?.Sampai || counted.Contains(bulan));
            counted.UnionWith(konversi.Bulan);
            return left;
        }
    }

    /// <summary>
    /// How much the next pangkat and the next jenjang ask, with what is over (above zero) or wanting. The pangkat only in the lowest
    /// golongan of the jenjang, the jenjang only where no other jenjang is among the rows: no text at hand says what of the sum still
    /// counts after a promotion. Without a PAK nothing is known to be over or wanting; null where the tables have no such row.
    /// </summary>
    /// <param name="jenjang">The present one.</param>
    public Kebutuhan? Kebutuhan(string? jenjang, string? golongan)
    {
        var rows = AngkaKredit.Kebutuhan.Where(k => k.Jenjang == jenjang).ToList();
        if (rows.SingleOrDefault(k => k.Golongan == golongan) is not { } row)
        {
            return null;
        }

        var isKnown = Pak is not null && Lama.Append(Baru).SelectMany(k => k.Rows).All(r => r.Jenjang.Jenjang == jenjang);
        return new(
            row, isKnown && row == rows[0] ? Jumlah - row.Pangkat : null, isKnown ? Jumlah - row.NaikJenjang : null);
    }
}

/// <param name="LebihPangkat">Below zero what is wanting; null where it is not known.</param>
/// <param name="LebihJenjang">The same for the next jenjang.</param>
public sealed record Kebutuhan(KebutuhanRow Row, decimal? LebihPangkat, decimal? LebihJenjang);
