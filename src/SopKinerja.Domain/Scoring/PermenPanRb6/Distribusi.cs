namespace SopKinerja.Domain.Scoring.PermenPanRb6;

public sealed record Distribusi(CapaianOrganisasi Capaian, IReadOnlyList<DistribusiRow> Rows, string Advice)
{
    private const int SmallTeam = 5;

    /// <summary>Whether the team is outside the panduan; it is never said of a small one.</summary>
    public bool IsOutside { get; private init; }

    /// <param name="counts">How many people have each predikat; one that is left out has none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Distribusi Of(CapaianOrganisasi capaian, IReadOnlyDictionary<PredikatKinerja, int> counts)
    {
        foreach (var count in counts.Values)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        var heights = PolaDistribusi.Kurva.Single(k => k.Capaian == capaian).Heights;
        int[] team = [.. heights.Select(h => counts.GetValueOrDefault(h.Predikat))];
        var (expected, actual) = (Shares([.. heights.Select(h => h.Height)]), Shares(team));
        IReadOnlyList<DistribusiRow> rows =
            [.. heights.Select((h, i) => new DistribusiRow(h.Predikat, team[i], expected![i], actual?[i]))];
        var people = rows.Sum(r => (long)r.Count);
        string[] outside = people < SmallTeam ? [] : [.. PolaDistribusi.Panduan.Where(p => p.Capaian == capaian)
            .Select(p => Outside(p, rows, people)).OfType<string>()];
        return new(capaian, rows, Sentence(capaian, people, outside)) { IsOutside = outside.Length > 0 };
    }

    /// <summary>Differences of running sums, so that the shares sum to exactly 1; null where there is no one.</summary>
    private static decimal[]? Shares(int[] counts)
    {
        var total = counts.Sum(c => (long)c);
        if (total == 0)
        {
            return null;
        }

        var (shares, sum, before) = (new decimal[counts.Length], 0L, 0m);
        for (var i = 0; i < counts.Length; i++)
        {
            sum += counts[i];
            var until = sum / (decimal)total;
            (shares[i], before) = (until - before, until);
        }

        return shares;
    }

    private static string Sentence(CapaianOrganisasi capaian, long people, string[] outside) => (people, outside) switch
    {
        (0, _) => "Belum ada predikat pada tim ini, jadi belum ada yang dapat dibandingkan dengan pola distribusi.",
        ( < SmallTeam, _) => $"Tim ini hanya {people} orang, terlalu sedikit untuk dibandingkan dengan pola distribusi.",
        (_, []) => $"Sebaran tim ini sesuai dengan panduan untuk capaian organisasi {capaian.Nama()} ({PolaDistribusi.SumberPanduan}).",
        _ => $"Sebaran tim ini berbeda dari panduan untuk capaian organisasi {capaian.Nama()} ({PolaDistribusi.SumberPanduan}): "
            + $"{string.Join("; ", outside)}. Ini anjuran, bukan larangan: periksa kembali dasar penilaiannya.",
    };

    private static string? Outside(PanduanRow panduan, IReadOnlyList<DistribusiRow> rows, long people)
    {
        // By whole people and not by shares, whose last digit must not decide.
        var among = rows.Where(r => panduan.Predikat.Contains(r.Predikat)).Sum(r => (long)r.Count);
        var nama = $"{string.Join(" atau ", panduan.Predikat.Select(p => p.Nama()))} {Persen(among / (decimal)people)}";
        return among < panduan.Least * people ? $"{nama}, dianjurkan paling sedikit {Persen(panduan.Least)}"
            : among > panduan.Most * people ? $"{nama}, dianjurkan paling banyak {Persen(panduan.Most)}"
            : null;
    }

    private static string Persen(decimal share) => $"{Angka.Ringkas(decimal.Round(share * 100, 1, MidpointRounding.AwayFromZero))} %";
}

/// <param name="Expected">Its share of the curve, 0 to 1; drawing data.</param>
/// <param name="Actual">Its share of the team, 0 to 1; null where no one has a predikat yet.</param>
public sealed record DistribusiRow(PredikatKinerja Predikat, int Count, decimal Expected, decimal? Actual);
