using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Tests.Scoring;

/// <summary>What cannot be scored is an error and no figure, and what a sheet has no place for is not taken.</summary>
public sealed class GuardedFiguresTests
{
    private static readonly decimal[] Five = [80, 80, 80, 80, 80];

    [Theory]
    [InlineData(0, 1, 100, 80, 12, 12)]
    [InlineData(-1, 1, 100, 80, 12, 12)]
    [InlineData(12, -1, 100, 80, 12, 12)]
    [InlineData(12, 1, 0, 80, 12, 12)]
    [InlineData(12, 1, 100, -1, 12, 12)]
    [InlineData(12, 1, 100, 80, 0, 12)]
    [InlineData(12, 1, 100, 80, 12, -1)]
    public void A_target_of_nothing_or_a_negative_realisasi_is_not_scored(int to, int ro, int tk, int rk, int tw, int rw) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KegiatanScore.Of(to, ro, tk, rk, tw, rw, null, null));

    [Fact]
    public void Neither_is_a_share_of_such_a_target()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Efisiensi.Persen(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Efisiensi.Persen(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Efisiensi.Nilai(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Efisiensi.Nilai(1, -1));
        Assert.Equal(100, Efisiensi.Persen(1, 0));
    }

    [Fact]
    public void A_prestasi_wants_kegiatan_five_or_six_aspects_and_figures_in_their_range()
    {
        Assert.Contains("no kegiatan", Assert.Throws<ArgumentException>(() => PrestasiKerja.Of([], 0, 0, Five)).Message, StringComparison.Ordinal);
        foreach (decimal[] aspects in new decimal[][] { [80, 80, 80, 80], [80, 80, 80, 80, 80, 80, 80] })
        {
            Assert.Contains(
                "5 aspects", Assert.Throws<ArgumentException>(() => PrestasiKerja.Of([80], 0, 0, aspects)).Message, StringComparison.Ordinal);
        }

        // One that is wrong among others that are right.
        Assert.Throws<ArgumentOutOfRangeException>(() => PrestasiKerja.Of([80], 0, 0, [80, 80, 80, 80, 100.01m]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrestasiKerja.Of([80], 0, 0, [80, 80, 80, 80, -0.01m]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrestasiKerja.Of([80, -1], 0, 0, Five));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrestasiKerja.Of([80], 0, 0, Five, [80, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrestasiKerja.Of([80], 0, 5, Five));
        // The ends are in.
        Assert.Equal(0, PrestasiKerja.Of([0], 0, 0, [0, 0, 0, 0, 0], [0]).NilaiPrestasi);
        Assert.Equal(100, PrestasiKerja.Of([100], 0, 0, [100, 100, 100, 100, 100]).NilaiPrestasi);
    }

    [Fact]
    public void A_kegiatan_takes_angka_kredit_and_biaya_only_where_its_target_has_them_and_keeps_its_kualitas()
    {
        var typed = new Realisasi(1.5m, 12, 12, 5000, 99);

        Assert.Equal(new(null, 12, 12, null, 80), Row(ak: null, biaya: null).With(typed).Realisasi);
        Assert.Equal(new(1.5m, 12, 12, 5000, 80), Row(ak: 2, biaya: 6000).With(typed).Realisasi);
        Assert.Null(Row(ak: null, biaya: 0).With(typed).Realisasi.Biaya);
        Assert.Equal(70, Row(ak: null, biaya: null).With(70).Realisasi.Kualitas);
        Assert.Null(Row(ak: null, biaya: null, done: false).With(70).Realisasi.Kualitas);
    }

    [Fact]
    public void Not_done_means_neither_output_nor_time()
    {
        Assert.True(new Realisasi(null, 0, 0, null, null).NotDone);
        Assert.False(new Realisasi(null, 0, 1, null, null).NotDone);
        Assert.False(new Realisasi(null, 1, 0, null, null).NotDone);
    }

    [Fact]
    public void A_kegiatan_without_realisasi_or_without_kualitas_is_not_scored()
    {
        var row = Row(ak: null, biaya: null);

        Assert.Throws<InvalidOperationException>(() => (row with { Realisasi = Realisasi.Empty with { Kualitas = 80 } }).Score(2));
        Assert.Throws<InvalidOperationException>(() => row.With((decimal?)null).Score(2));
        Assert.NotNull(row.Score(2));
    }

    [Theory]
    [InlineData(12, 12, 80, null, "Dibagi 3 aspek, karena target tidak memakai biaya.")]
    [InlineData(12, 12, 80, 5000, "Dibagi 4 aspek, karena target memakai biaya.")]
    [InlineData(13, 12, 80, null, "Realisasi melebihi target, jadi nilainya lebih dari 100.")]
    [InlineData(0, 0, null, null, "Kegiatan tidak dilakukan, jadi kualitas dihitung 0.")]
    [InlineData(0, 0, null, null, "Kegiatan tidak dilakukan, jadi nilai waktu dikali 0.")]
    [InlineData(12, 22, 80, null, "nilai di bawah 0 dihitung 0")]
    [InlineData(12, 9, 80, null, "Efisiensi lebih dari 24 %")]
    public void The_arithmetic_says_why_and_says_it_of_no_other(int ro, int rw, int? kualitas, int? biaya, string why)
    {
        var plain = Notes(12, 12, 80, null);
        Assert.Contains(Notes(ro, rw, kualitas, biaya), note => note.Contains(why, StringComparison.Ordinal));
        Assert.Equal(why.StartsWith("Dibagi 3", StringComparison.Ordinal), plain.Any(note => note.Contains(why, StringComparison.Ordinal)));

        static List<string> Notes(int ro, int rw, int? kualitas, int? biaya) =>
        [
            .. KegiatanArithmetic.Of(
                new(Row(ak: null, biaya).Target, new(null, ro, rw, biaya, kualitas)), Pp46Editions.AsPrinted).Lines.Select(l => l.Note ?? ""),
        ];
    }

    private static Kegiatan Row(decimal? ak, decimal? biaya, bool done = true) => new(
        new("Menyusun laporan", ak, 12, "laporan", 100, 12, SatuanWaktu.Bulan, biaya),
        done ? new(ak, 12, 12, biaya, 80) : new(ak, 0, 0, biaya, null));
}
