namespace SopKinerja.Domain.Scoring.Pp46;

/// <param name="Nilai">Nilai capaian, unrounded.</param>
public sealed record KegiatanArithmetic(string Uraian, IReadOnlyList<ArithmeticLine> Lines, decimal Nilai)
{
    /// <exception cref="InvalidOperationException">Realisasi or kualitas is missing.</exception>
    public static KegiatanArithmetic Of(Kegiatan kegiatan, int edition)
    {
        var (target, realisasi) = kegiatan;
        var score = kegiatan.Score(edition);
        var notDone = realisasi.NotDone;
        var lines = new List<ArithmeticLine>
        {
            Share($"Kuantitas ({target.Satuan})", target.Kuantitas, realisasi.Kuantitas!.Value, score.Kuantitas,
                score.Kuantitas > 100 ? "Realisasi melebihi target, jadi nilainya lebih dari 100." : null),
            Share("Kualitas", target.Kualitas, notDone ? 0 : realisasi.Kualitas!.Value, score.Kualitas,
                notDone ? "Kegiatan tidak dilakukan, jadi kualitas dihitung 0." : null),
        };
        lines.AddRange(Economy("waktu", target.SatuanWaktu.ToString().ToLowerInvariant(), target.Waktu, realisasi.Waktu!.Value, notDone));
        if (target.HasBiaya)
        {
            lines.AddRange(Economy("biaya", "rupiah", target.Biaya!.Value, realisasi.Biaya!.Value, notDone));
        }

        decimal[] aspects = [score.Kuantitas, score.Kualitas, score.Waktu, .. score.Biaya is { } biaya ? [biaya] : Array.Empty<decimal>()];
        lines.Add(new("Penghitungan: jumlah semua aspek", Sum(aspects), score.Penghitungan, Sources.Lampiran));
        lines.Add(new(
            "Nilai capaian kegiatan", $"{ArithmeticLine.Shown(score.Penghitungan)} / {aspects.Length}", score.Nilai, Sources.Aspek,
            target.HasBiaya ? "Dibagi 4 aspek, karena target memakai biaya." : "Dibagi 3 aspek, karena target tidak memakai biaya."));
        return new(target.Uraian, lines, score.Nilai);
    }

    internal static string Sum(IEnumerable<decimal> values) => string.Join(" + ", values.Select(ArithmeticLine.Shown));

    private static ArithmeticLine Share(string aspect, decimal target, decimal realisasi, decimal value, string? note) =>
        new($"{aspect}: realisasi / target × 100", $"{Plain(realisasi)} / {Plain(target)} × 100", value, Sources.Lampiran, note);

    private static IEnumerable<ArithmeticLine> Economy(string aspect, string unit, decimal target, decimal realisasi, bool notDone)
    {
        var (t, r) = (Plain(target), Plain(realisasi));
        var name = $"Nilai {aspect} ({unit})";
        if (notDone)
        {
            yield return new(name, $"(1,76 × {t} − {r}) / {t} × 0 × 100", 0, Sources.Lampiran, $"Kegiatan tidak dilakukan, jadi nilai "
                + $"{aspect} dikali 0.");
            yield break;
        }

        yield return new(
            $"Efisiensi {aspect} dalam persen", $"100 − {r} / {t} × 100", Efisiensi.Persen(target, realisasi), Sources.Lampiran);
        var value = Efisiensi.Nilai(target, realisasi);
        if (!Efisiensi.AtMost24(target, realisasi))
        {
            yield return new(name, $"76 − ((1,76 × {t} − {r}) / {t} × 100 − 100)", value, Sources.Lampiran,
                "Efisiensi lebih dari 24 %, jadi dipakai rumus kedua: penghematan yang terlalu besar menurunkan nilai.");
            yield break;
        }

        var unclamped = ((176 * target) - (100 * realisasi)) / target;
        yield return new(name, $"(1,76 × {t} − {r}) / {t} × 100", value, Sources.Lampiran,
            "Efisiensi tidak lebih dari 24 %, jadi dipakai rumus pertama."
            + (unclamped < 0
                ? $" Rumus ini memberi {ArithmeticLine.Shown(unclamped)}; nilai di bawah 0 dihitung 0 (aturan aplikasi ini, karena "
                    + "peraturan tidak mengaturnya)."
                : ""));
    }

    private static string Plain(decimal value) => Angka.Ringkas(value);
}
