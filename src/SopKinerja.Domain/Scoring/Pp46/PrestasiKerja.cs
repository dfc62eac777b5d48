namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>Nilai prestasi kerja: SKP 60 % and perilaku kerja 40 % (PP 46/2011 pasal 15).</summary>
public sealed record PrestasiKerja
{
    private PrestasiKerja()
    {
    }

    /// <summary>See <see cref="Pp46Editions"/>.</summary>
    public required int Edition { get; init; }

    public required decimal RataKegiatan { get; init; }

    public required int NilaiTugasTambahan { get; init; }

    public required decimal NilaiKreativitas { get; init; }

    /// <summary>Number of perilaku aspects rated: 5, or 6 with kepemimpinan.</summary>
    public required int JumlahAspek { get; init; }

    public required decimal PerilakuJumlah { get; init; }

    /// <summary>How many positions were left within the period; 0 for who stayed.</summary>
    public required int JumlahJabatanLain { get; init; }

    public required decimal NilaiSkpLain { get; init; }

    /// <summary>From the IPK of someone on tugas belajar, in place of all of the above; null for anyone else.</summary>
    public decimal? NilaiSkpTugasBelajar { get; init; }

    /// <summary>Nilai capaian SKP of the position held at the end; may exceed 100 (PP 46/2011 pasal 8).</summary>
    public decimal NilaiSkpJabatanIni => RataKegiatan + NilaiTugasTambahan + NilaiKreativitas;

    public decimal NilaiSkp => Pp46Editions.Carried(
        NilaiSkpTugasBelajar ?? ((NilaiSkpLain + NilaiSkpJabatanIni) / (JumlahJabatanLain + 1)), Edition);

    public decimal SkpX60 => Pp46Editions.Carried(NilaiSkp * 0.60m, Edition);

    public decimal PerilakuRata => Pp46Editions.Carried(PerilakuJumlah / JumlahAspek, Edition);

    /// <summary>Nilai perilaku kerja: average × 40 %.</summary>
    public decimal PerilakuX40 => Pp46Editions.Carried(PerilakuRata * 0.40m, Edition);

    /// <summary>The final figure, two decimals, half away from zero.</summary>
    public decimal NilaiPrestasi => Pembulatan.DuaDesimal(SkpX60 + PerilakuX40);

    public string SebutanPrestasi => Sebutan.Of(NilaiPrestasi);

    /// <param name="nilaiKegiatan">Nilai capaian of every kegiatan; at least one.</param>
    /// <param name="perilaku">5 or 6 figures of 0–100.</param>
    /// <param name="edition">See <see cref="Pp46Editions"/>.</param>
    /// <exception cref="ArgumentException">A list has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure lies outside its range.</exception>
    public static PrestasiKerja Of(
        IReadOnlyList<decimal> nilaiKegiatan, int jumlahTugasTambahan, decimal nilaiKreativitas, IReadOnlyList<decimal> perilaku,
        IReadOnlyList<decimal>? nilaiSkpLain = null, int edition = Pp46Editions.RoundedOnce)
    {
        if (nilaiKegiatan.Count == 0)
        {
            throw new ArgumentException("There is no kegiatan.", nameof(nilaiKegiatan));
        }

        CheckPerilaku(perilaku);
        if (nilaiKegiatan.Any(n => n < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(nilaiKegiatan), "Nilai kegiatan is never negative.");
        }

        if (nilaiSkpLain?.Any(n => n < 0) == true)
        {
            throw new ArgumentOutOfRangeException(nameof(nilaiSkpLain), "Nilai SKP is never negative.");
        }

        if (nilaiKreativitas is not (0 or 3 or 6 or 12))
        {
            throw new ArgumentOutOfRangeException(nameof(nilaiKreativitas), "Nilai kreativitas is 0, 3, 6 or 12.");
        }

        decimal Carried(decimal value) => Pp46Editions.Carried(value, edition);
        return new()
        {
            Edition = edition,
            RataKegiatan = Carried(nilaiKegiatan.Sum(Carried) / nilaiKegiatan.Count),
            NilaiTugasTambahan = TugasTambahan.Nilai(jumlahTugasTambahan),
            NilaiKreativitas = nilaiKreativitas,
            JumlahJabatanLain = nilaiSkpLain?.Count ?? 0,
            NilaiSkpLain = nilaiSkpLain?.Sum(Carried) ?? 0,
            JumlahAspek = perilaku.Count,
            PerilakuJumlah = perilaku.Sum(Carried),
        };
    }

    /// <param name="nilaiSkp">0–100, converted from the IPK.</param>
    /// <param name="perilaku">5 or 6 figures of 0–100, from the university.</param>
    /// <param name="edition">See <see cref="Pp46Editions"/>.</param>
    /// <exception cref="ArgumentException">A list has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure lies outside its range.</exception>
    public static PrestasiKerja OfTugasBelajar(decimal nilaiSkp, IReadOnlyList<decimal> perilaku, int edition)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nilaiSkp, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nilaiSkp, 100);
        CheckPerilaku(perilaku);
        return new()
        {
            Edition = edition,
            NilaiSkpTugasBelajar = nilaiSkp,
            RataKegiatan = 0,
            NilaiTugasTambahan = 0,
            NilaiKreativitas = 0,
            JumlahJabatanLain = 0,
            NilaiSkpLain = 0,
            JumlahAspek = perilaku.Count,
            PerilakuJumlah = perilaku.Sum(p => Pp46Editions.Carried(p, edition)),
        };
    }

    private static void CheckPerilaku(IReadOnlyList<decimal> perilaku)
    {
        if (perilaku.Count is not (5 or 6))
        {
            throw new ArgumentException("Perilaku kerja has 5 aspects, or 6 with kepemimpinan.", nameof(perilaku));
        }

        if (perilaku.Any(p => p is < 0 or > 100))
        {
            throw new ArgumentOutOfRangeException(nameof(perilaku), "Each aspect of perilaku kerja lies between 0 and 100.");
        }
    }
}
