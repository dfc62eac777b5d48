using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Sop;

/// <summary>The angka kredit that one evaluasi earns in a jabatan fungsional, one row for each jenjang that was held
/// (docs/decisions/0016 and 0031).</summary>
/// <param name="Mulai">First day of the period or of the part that is evaluated.</param>
public sealed record KonversiAngkaKredit(DateOnly Mulai, DateOnly Selesai, IReadOnlyList<BarisKonversi> Rows)
{
    private const int MostBulan = 12;

    /// <summary>The sum of the rows as they are printed, two decimals.</summary>
    public decimal Nilai => Rows.Sum(r => r.Nilai);

    /// <summary>Every month of the evaluation, by its first day, at most twelve, whether or not it earns anything.</summary>
    public IEnumerable<DateOnly> Bulan => BulanAntara(Mulai, Selesai).Select(First);

    public static KonversiAngkaKredit? Of(Dossier dossier) =>
        Of(dossier.Parties.Asn, dossier.Period, dossier.Bagian, dossier.Sheet.PredikatPegawai, (dossier.PostFrom, dossier.PostUntil));

    /// <summary>
    /// Null where nothing is earned: by a PPPK, for whom no source says that it serves a pangkat; under another regulation or without
    /// both ratings; and where no month was spent in a known jenjang.
    /// </summary>
    /// <param name="bagian">0 for the whole period.</param>
    /// <param name="predikat">Null where there is none.</param>
    /// <param name="post">First and last day in the position, where another was held within the period: each evaluation earns for its own
    /// months, and one in which the position changed is the former's.</param>
    public static KonversiAngkaKredit? Of(
        Party asn, Period period, int bagian, PredikatKinerja? predikat, (DateOnly? From, DateOnly? Until) post = default)
    {
        if (asn.Jenis == JenisAsn.Pppk || AngkaKredit.Persen.SingleOrDefault(p => p.Predikat == predikat) is not { } persen)
        {
            return null;
        }

        var (mulai, selesai) = bagian == 0 || period.Part(bagian) is not { } part
            ? (period.Mulai, period.Selesai)
            : (part.Mulai, part.Selesai);
        if (post.From is { } from && from > mulai)
        {
            mulai = from.Day == 1 ? from : First(from).AddMonths(1);
        }

        selesai = post.Until is { } until && until < selesai ? until : selesai;
        var rows = BulanAntara(mulai, selesai)
            .Select(day => (Bulan: First(day), Jenjang: Held(asn, day)))
            .Where(m => m.Jenjang is not null)
            .GroupBy(m => m.Jenjang!, m => m.Bulan)
            .Select(g => new BarisKonversi(g.Key, persen, [.. g])).ToList();
        return rows.Count == 0 ? null : new(mulai, selesai, rows);
    }

    /// <summary>What is left when months that are counted elsewhere are taken out, each row rounded anew.</summary>
    public KonversiAngkaKredit Without(Func<DateOnly, bool> isCounted) => this with
    {
        Rows =
        [
            .. Rows.Select(r => r with { Bulan = [.. r.Bulan.Where(b => !isCounted(b))] }).Where(r => r.Bulan.Count > 0),
        ],
    };

    /// <summary>
    /// The day by which each month is judged: its first, or the first of the period, so that a year that begins on 2 January has twelve.
    /// The last twelve of a longer period. No regulation at hand says how a month begun is counted: this is the program's reading.
    /// </summary>
    private static IEnumerable<DateOnly> BulanAntara(DateOnly mulai, DateOnly selesai)
    {
        var last = First(selesai);
        for (var month = First(mulai); month <= last; month = month.AddMonths(1))
        {
            if (month > last.AddMonths(-MostBulan))
            {
                yield return month < mulai ? mulai : month;
            }
        }
    }

    /// <summary>The jenjang held on a day: an earlier one where it was recorded, else the present one since its TMT.</summary>
    private static JenjangRow? Held(Party asn, DateOnly day)
    {
        var jenjang = asn.JenjangSebelumnya?.FirstOrDefault(m => m.Mulai <= day && day <= m.Selesai)?.Jenjang
            ?? (asn.TmtJabatan is null || asn.TmtJabatan <= day ? asn.Jenjang : null);
        return AngkaKredit.Jenjang.SingleOrDefault(j => j.Jenjang == jenjang);
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <param name="Bulan">The months that count, each by its first day; 1 to 12 of them.</param>
public sealed record BarisKonversi(JenjangRow Jenjang, PersenRow Persen, IReadOnlyList<DateOnly> Bulan)
{
    /// <summary>Two decimals, rounded once, half up: 2/12 × 100 % × 12,5 is 2,08.</summary>
    public decimal Nilai => AngkaKredit.Proporsional(Jenjang, Persen, Bulan.Count);
}
