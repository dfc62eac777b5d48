using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Tests.Scoring;

public sealed class DoubtsTests
{
    private static readonly KegiatanTugasJabatan Target =
        new("Menyusun laporan", 0.5m, 10, "laporan", 100, 12, SatuanWaktu.Bulan, 1_000_000);

    [Theory]
    [InlineData("100", "10000000", "")]
    [InlineData("100.0001", "10000000", "Kegiatan[0].Kuantitas")]
    [InlineData("100", "10000000.01", "Kegiatan[0].Biaya")]
    [InlineData("1000000000", "100000000000000", "Kegiatan[0].Kuantitas Kegiatan[0].Biaya")]
    [InlineData(null, null, "")]
    public void What_is_over_ten_times_its_target_is_doubted_at_its_field(string? kuantitas, string? biaya, string places) =>
        Assert.Equal(places, string.Join(' ', Typed(Target, Figure(kuantitas), Figure(biaya)).Doubts().Select(d => d.Place)));

    [Theory]
    [InlineData(0, 12, "Kegiatan[0].Kuantitas")]
    [InlineData(0, 0, "")]
    [InlineData(1, 0, "")]
    [InlineData(1, 12, "")]
    public void No_output_in_some_time_is_doubted_and_not_what_was_not_done_at_all(int kuantitas, int waktu, string places) => Assert.Equal(
        places, string.Join(' ', Pp46Sheet.From([Target], struktural: false)
            .With(new Pp46Realisasi([new(null, kuantitas, waktu, 0, null)], [], [], null)).Doubts().Select(d => d.Place)));

    [Fact]
    public void What_has_no_target_is_not_doubted() =>
        Assert.Empty(Typed(Target with { Biaya = null }, 10, 100_000_000_000_000).Doubts());

    [Fact]
    public void A_regulation_without_figures_doubts_nothing() => Assert.Empty(
        PermenPanRb6Sheet.From(SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif)).Doubts());

    private static Sheet Typed(KegiatanTugasJabatan target, decimal? kuantitas, decimal? biaya) =>
        Pp46Sheet.From([target], struktural: false).With(new Pp46Realisasi([new(null, kuantitas, 12, biaya, null)], [], [], null));

    private static decimal? Figure(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
