using System.Text.Json;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Tests.Scoring;

/// <summary>PP 46/2011 for someone on tugas belajar: 60 % from the IPK, 40 % from the university, each with its ground.</summary>
public sealed class TugasBelajarTests
{
    private static readonly PenilaianTugasBelajar Study = new(88.25m, "Transkrip ULM 12/2026, IPK 3,53 dari 4,00", "Surat ULM 77/UN8/2026");

    private static readonly Pp46Sheet Empty = new([], [], [], PerilakuKerja.Of([80, 81, 82, 83, 84]), false, null, null)
    {
        Edition = Pp46Editions.AsPrinted,
    };

    [Fact]
    public void The_figure_is_sixty_percent_of_the_IPK_and_forty_of_the_university()
    {
        var score = (Empty with { TugasBelajar = Study }).Score();

        Assert.Equal((88.25m, 52.95m, 82m, 32.80m, 85.75m), (
            score.NilaiSkp, score.SkpX60, score.PerilakuRata, score.PerilakuX40, score.NilaiPrestasi));
    }

    [Fact]
    public void Kegiatan_that_were_agreed_change_nothing_and_need_no_kualitas()
    {
        var kegiatan = new KegiatanTugasJabatan("Menata arsip", null, 12, "boks", 100, 12, SatuanWaktu.Bulan, null);
        var sheet = Empty with
        {
            Kegiatan = [new(kegiatan, new(null, 3, 4, null, null))],
            TugasTambahan = [new("Panitia", null)],
            TugasBelajar = Study,
        };

        Assert.Empty(sheet.MissingScores());
        Assert.Equal(85.75m, sheet.Score().NilaiPrestasi);
        Assert.Equal(85.75m, Pp46Arithmetic.Of(sheet).Score.NilaiPrestasi);
        Assert.Contains(Pp46Arithmetic.Of(sheet).Skp, l => l.Note is { } note && note.Contains("IPK 3,53 dari 4,00", StringComparison.Ordinal));
        Assert.Single((sheet with { TugasBelajar = null }).MissingScores());
    }

    [Fact]
    public void Each_of_the_three_is_asked_for_at_its_field()
    {
        var faults = (Empty with { TugasBelajar = new(null, null, null) }).MissingScores();

        Assert.Equal(
            ["TugasBelajar.NilaiSkp", "TugasBelajar.DasarNilaiSkp", "TugasBelajar.DasarPerilaku"], faults.Select(f => f.Place));
        Assert.False((Empty with { TugasBelajar = null }).HasAllRealisasi);
    }

    [Fact]
    public void It_is_given_only_to_someone_of_whom_the_study_is_recorded()
    {
        var given = (Empty with { TugasBelajar = Study }).Given;

        Assert.Empty(given.Faults([JenisKeadaan.TugasBelajar]));
        Assert.Contains("belum dicatat", Assert.Single(given.Faults([JenisKeadaan.Cuti])).Sentence, StringComparison.Ordinal);
        Assert.Empty(Empty.Given.Faults([]));
    }

    [Fact]
    public void A_sheet_from_before_it_was_asked_reads_and_writes_as_it_was()
    {
        var stored = JsonSerializer.Serialize<Sheet>(Empty);
        Assert.DoesNotContain("TugasBelajar", stored, StringComparison.Ordinal);
        Assert.Null(Assert.IsType<Pp46Sheet>(JsonSerializer.Deserialize<Sheet>(stored)).TugasBelajar);

        var study = JsonSerializer.Deserialize<Sheet>(JsonSerializer.Serialize<Sheet>(Empty with { TugasBelajar = Study }));
        Assert.Equal(Study, Assert.IsType<Pp46Sheet>(study).TugasBelajar);
        Assert.DoesNotContain("TugasBelajar", JsonSerializer.Serialize<PlanContent>(SasaranKerja.Empty), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("100.01")]
    public void A_figure_outside_its_range_is_a_fault_of_the_program(string nilai) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        PrestasiKerja.OfTugasBelajar(
            decimal.Parse(nilai, System.Globalization.CultureInfo.InvariantCulture), [80, 80, 80, 80, 80], Pp46Editions.AsPrinted));

    [Fact]
    public void A_plan_without_kegiatan_is_proposed_only_by_someone_who_studies_for_the_whole_period()
    {
        KeadaanPegawai Studies(DateOnly from, DateOnly to) => new(1, 2, JenisKeadaan.TugasBelajar, from, to, "ULM", "SK 800/3");
        var (mulai, selesai) = (new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31));
        var whole = SasaranKerja.TugasBelajarOf([Studies(new(2019, 9, 1), new(2021, 8, 31))], mulai, selesai);
        Assert.Equal("ULM (SK 800/3), 1 September 2019 s.d. 31 Agustus 2021", whole);
        Assert.Null(SasaranKerja.TugasBelajarOf([Studies(new(2020, 2, 1), new(2021, 8, 31))], mulai, selesai));

        var plan = SasaranKerja.Empty with { TugasBelajar = whole };
        Assert.Empty(plan.Faults());
        Assert.Single(SasaranKerja.Empty.Faults());
        var kegiatan = new KegiatanTugasJabatan("Menata arsip", null, 12, "boks", 100, 12, SatuanWaktu.Bulan, null);
        Assert.Contains(
            "tidak memuat kegiatan", Assert.Single((plan with { Kegiatan = [kegiatan] }).Faults()).Sentence, StringComparison.Ordinal);
        Assert.True(plan.NewSheet(struktural: false).HasAllRealisasi);
        Assert.False(SasaranKerja.Empty.NewSheet(struktural: false).HasAllRealisasi);
    }
}
