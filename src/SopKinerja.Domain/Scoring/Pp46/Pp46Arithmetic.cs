using System.Globalization;

namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>The whole arithmetic of PP 46/2011 in words and in the person's own figures, so that it can be followed with a
/// pencil.</summary>
/// <param name="Skp">From the kegiatan to 60 %.</param>
/// <param name="Perilaku">From the aspects to 40 %.</param>
public sealed record Pp46Arithmetic(
    PrestasiKerja Score, IReadOnlyList<KegiatanArithmetic> Kegiatan, IReadOnlyList<ArithmeticLine> Skp,
    IReadOnlyList<ArithmeticLine> Perilaku,
    IReadOnlyList<ArithmeticLine> Prestasi)
{
    /// <summary>Whether any figure is shown shorter than it is, so that "≈" wants explaining.</summary>
    public bool HasRoundedFigures => Kegiatan.SelectMany(k => k.Lines).Concat(Skp).Concat(Perilaku).Concat(Prestasi)
        .Any(line => line.Formula.Contains('≈') || line.Result.Contains('≈'));

    /// <summary>What "≈" means, and where is rounded.</summary>
    public string Rounding => "Tanda ≈: angka ini ditampilkan dua desimal. " + (Score.Edition == Pp46Editions.AsPrinted
        ? "Angka yang tercetak pada formulir dibulatkan ke dua desimal, dan hitungan berikutnya memakai angka yang tercetak itu."
        : "Yang dihitung adalah angka utuhnya; pembulatan hanya sekali, pada nilai prestasi kerja.");

    /// <exception cref="InvalidOperationException">Realisasi or scores are missing.</exception>
    public static Pp46Arithmetic Of(Pp46Sheet sheet)
    {
        var score = sheet.Score();
        KegiatanArithmetic[] kegiatan =
            sheet.TugasBelajar is null ? [.. sheet.Kegiatan.Select(k => KegiatanArithmetic.Of(k, sheet.Edition))] : [];
        return new(score, kegiatan, [.. SkpLines(sheet, score, kegiatan)], [.. PerilakuLines(sheet, score)], [.. PrestasiLines(score)]);
    }

    private static IEnumerable<ArithmeticLine> SkpLines(Pp46Sheet sheet, PrestasiKerja score, KegiatanArithmetic[] kegiatan) =>
    [
        .. sheet.TugasBelajar is { } study
            ? new ArithmeticLine[]
            {
                new("Nilai SKP dari IPK", "dikonversi pejabat penilai", score.NilaiSkp, Sources.TugasBelajar, study.Dasar()[0]),
            }
            : CapaianLines(sheet, score, kegiatan),
        new("Bobot SKP 60 %", $"{ArithmeticLine.Shown(score.NilaiSkp)} × 60 %", score.SkpX60, Sources.Bobot),
    ];

    private static IEnumerable<ArithmeticLine> CapaianLines(Pp46Sheet sheet, PrestasiKerja score, KegiatanArithmetic[] kegiatan)
    {
        var sum = kegiatan.Sum(k => k.Nilai);
        yield return new(
            "Jumlah nilai capaian semua kegiatan", KegiatanArithmetic.Sum(kegiatan.Select(k => k.Nilai)), sum, Sources.Lampiran);
        yield return new(
            "Rata-rata nilai kegiatan", $"{ArithmeticLine.Shown(sum)} / {kegiatan.Length}", score.RataKegiatan, Sources.Lampiran);
        yield return new(
            "Nilai tugas tambahan", $"{sheet.TugasTambahan.Count} tugas", score.NilaiTugasTambahan, Sources.Lampiran,
            "Dalam setahun: 1–3 tugas bernilai 1, 4–6 tugas bernilai 2, 7 tugas atau lebih bernilai 3.");
        yield return new(
            "Nilai kreativitas", sheet.Kreativitas.Count == 0 ? "tidak ada" : $"tertinggi dari {Benefits(sheet)}", score.NilaiKreativitas,
            Sources.LampiranKreativitas, "Bermanfaat bagi unit kerja bernilai 3, bagi organisasi 6, bagi negara 12.");
        yield return new(
            sheet.AllJabatanLain.Count == 0 ? "Nilai capaian SKP" : "Nilai capaian SKP jabatan ini",
            KegiatanArithmetic.Sum([score.RataKegiatan, score.NilaiTugasTambahan, score.NilaiKreativitas]), score.NilaiSkpJabatanIni,
            Sources.Lampiran);
        if (sheet.AllJabatanLain is { Count: > 0 } moves)
        {
            yield return new(
                $"Nilai capaian SKP, rata-rata {moves.Count + 1} jabatan",
                $"({KegiatanArithmetic.Sum([.. moves.Select(j => j.NilaiSkp), score.NilaiSkpJabatanIni])}) / {moves.Count + 1}",
                score.NilaiSkp,
                Sources.PindahJabatan, $"Jabatan sebelumnya: {string.Join("; ", moves.Select(j => j.Jabatan))}.");
        }
    }

    private static IEnumerable<ArithmeticLine> PerilakuLines(Pp46Sheet sheet, PrestasiKerja score)
    {
        var aspects = sheet.Perilaku.Aspects(sheet.Struktural);
        yield return new(
            $"Jumlah {score.JumlahAspek} aspek: {string.Join(", ", aspects.Select(a => a.Nama.ToLower(CultureInfo.InvariantCulture)))}",
            KegiatanArithmetic.Sum(aspects.Select(a => a.Nilai!.Value)), score.PerilakuJumlah, Sources.Lampiran,
            sheet.TugasBelajar?.Dasar()[1]);
        yield return new(
            "Rata-rata perilaku kerja", $"{ArithmeticLine.Shown(score.PerilakuJumlah)} / {score.JumlahAspek}", score.PerilakuRata,
            Sources.Kepemimpinan,
            sheet.Struktural
                ? "Dibagi 6 aspek, dengan kepemimpinan."
                : "Dibagi 5 aspek; kepemimpinan hanya dinilai bagi jabatan struktural.");
        yield return new(
            "Bobot perilaku kerja 40 %", $"{ArithmeticLine.Shown(score.PerilakuRata)} × 40 %", score.PerilakuX40, Sources.Bobot);
    }

    private static IEnumerable<ArithmeticLine> PrestasiLines(PrestasiKerja score)
    {
        var unrounded = score.SkpX60 + score.PerilakuX40;
        yield return new(
            "Nilai prestasi kerja", KegiatanArithmetic.Sum([score.SkpX60, score.PerilakuX40]), score.NilaiPrestasi, Sources.Bobot,
            score.Edition == Pp46Editions.AsPrinted
                ? "Setiap angka yang tercetak pada formulir dibulatkan ke dua desimal, setengah ke atas, dan hitungan berikutnya memakai "
                    + "angka yang tercetak itu."
                : Pembulatan.IsDuaDesimal(unrounded) ? null
                : $"Sebelum dibulatkan {(decimal.Round(unrounded, 6) == unrounded ? "" : "≈")}{Angka.Ringkas(unrounded)}. Hanya angka ini "
                    + "yang dibulatkan, ke dua desimal, setengah ke atas.");
        yield return new("Sebutan", Band(score.NilaiPrestasi), score.NilaiPrestasi, Sources.Sebutan) { Result = score.SebutanPrestasi };
    }

    private static string Benefits(Pp46Sheet sheet) => string.Join(", ", sheet.Kreativitas.Select(k => Angka.Ringkas((int)k.Manfaat)));

    private static string Band(decimal nilai)
    {
        var bands = Sebutan.Bands;
        var at = bands.TakeWhile(b => nilai < b.From).Count();
        var shown = Angka.Tampil(nilai);
        return at == 0 ? $"{shown} mencapai {bands[0].From}"
            : at == bands.Count - 1 ? $"{shown} di bawah {bands[at - 1].From}"
            : $"{shown} mencapai {bands[at].From} dan di bawah {bands[at - 1].From}";
    }
}
