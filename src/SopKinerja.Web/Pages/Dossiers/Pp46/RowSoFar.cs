using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Pages.Dossiers.Pp46;

/// <summary>The arithmetic of one kegiatan as far as the analis has typed it; mutu is the atasan langsung's matter.</summary>
public sealed record RowSoFar(bool IsComplete, IReadOnlyList<(string Nama, decimal Nilai)> Aspek, IReadOnlyList<string> Peringatan)
{
    public static RowSoFar Of(Kegiatan kegiatan)
    {
        var (target, typed) = (kegiatan.Target, kegiatan.Realisasi);
        var kuantitas = Sane(typed.Kuantitas, InputFormValidator.MostKuantitas);
        var waktu = Sane(typed.Waktu, InputFormValidator.MostWaktu);
        var biaya = target.HasBiaya ? Sane(typed.Biaya, InputFormValidator.MostBiaya) : null;
        List<(string, decimal)> aspek = [];
        List<string> peringatan = [];
        if (kuantitas is { } ro)
        {
            aspek.Add(("kuantitas", ro * 100 / target.Kuantitas));
        }

        if (kuantitas == 0 && waktu == 0)
        {
            peringatan.Add("Kuantitas dan waktu 0: kegiatan dianggap tidak dikerjakan, jadi semua aspeknya bernilai 0.");
            (string, decimal)[] none = target.HasBiaya ? [("waktu", 0), ("biaya", 0)] : [("waktu", 0)];
            return new(kegiatan.HasRealisasi, [.. aspek, .. none], peringatan);
        }

        Add("waktu", target.Waktu, waktu, "terlalu cepat");
        Add("biaya", target.Biaya ?? 0, biaya, "terlalu hemat");
        return new(kegiatan.HasRealisasi, aspek, peringatan);

        void Add(string nama, decimal dari, decimal? realisasi, string berlebihan)
        {
            if (realisasi is { } r)
            {
                aspek.Add((nama, Efisiensi.Nilai(dari, r)));
                if (Warning(nama, dari, r, berlebihan) is { } warning)
                {
                    peringatan.Add(warning);
                }
            }
        }
    }

    private static string? Warning(string nama, decimal target, decimal realisasi, string berlebihan)
    {
        var (efisiensi, nilai) = (Efisiensi.Persen(target, realisasi), Efisiensi.Nilai(target, realisasi));
        if (!Efisiensi.AtMost24(target, realisasi))
        {
            return $"Efisiensi {nama} {Angka.Ringkas(decimal.Round(efisiensi, 2))} %: "
                + $"{nama} {berlebihan} menurut rumus (lebih dari 24 %), "
                + $"jadi nilai {nama} turun menjadi {Angka.Tampil(nilai)}.";
        }

        return nilai == 0
            ? $"Realisasi {nama} {Angka.Ringkas(decimal.Round(-efisiensi, 2))} % di atas target: "
                + $"lewat 76 % atau lebih, jadi nilai {nama} 0."
            : null;
    }

    private static decimal? Sane(decimal? value, decimal most) => value >= 0 && value <= most ? value : null;
}
