using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.Periods;

namespace SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

public sealed class EvaluasiPeriodikTests
{
    [Fact]
    public void A_year_has_four_quarters_and_the_last_is_final()
    {
        var parts = EvaluasiPeriodik.Parts(new(2024, 1, 1), new(2024, 12, 31), KalaEvaluasi.Triwulanan);

        Assert.Equal(
            [
                new("Triwulan I", new(2024, 1, 1), new(2024, 3, 31), false),
                new("Triwulan II", new(2024, 4, 1), new(2024, 6, 30), false),
                new("Triwulan III", new(2024, 7, 1), new(2024, 9, 30), false),
                new BagianPeriode("Triwulan IV-Akhir", new(2024, 10, 1), new(2024, 12, 31), true),
            ],
            parts);
    }

    [Fact]
    public void A_year_has_twelve_months_by_name_and_February_of_a_leap_year_has_29_days()
    {
        var parts = EvaluasiPeriodik.Parts(new(2024, 1, 1), new(2024, 12, 31), KalaEvaluasi.Bulanan);

        Assert.Equal(
            "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember-Akhir",
            string.Join(' ', parts.Select(p => p.Nama)));
        Assert.Equal(new(2024, 2, 29), parts[1].Selesai);
    }

    [Fact]
    public void A_part_of_a_year_is_cut_off_where_it_begins_and_ends() => Assert.Equal(
        [
            new("Triwulan II", new(2023, 5, 15), new(2023, 6, 30), false),
            new BagianPeriode("Triwulan III-Akhir", new(2023, 7, 1), new(2023, 8, 10), true),
        ],
        EvaluasiPeriodik.Parts(new(2023, 5, 15), new(2023, 8, 10), KalaEvaluasi.Triwulanan));

    [Fact]
    public void A_period_over_two_years_says_the_year_too() => Assert.Equal(
        ["Desember 2023", "Januari 2024-Akhir"],
        EvaluasiPeriodik.Parts(new(2023, 12, 1), new(2024, 1, 31), KalaEvaluasi.Bulanan).Select(p => p.Nama));

    [Property(MaxTest = 2000)]
    public Property Parts_are_adjacent_cover_the_period_exactly_have_names_of_their_own_and_end_with_the_final_one() =>
        Prop.ForAll(Any.Int(0, 2999), Any.Int(0, 799), Any.OneOf<KalaEvaluasi>(), (begins, length, kala) =>
        {
            var mulai = new DateOnly(2020, 1, 1).AddDays(begins);
            var selesai = mulai.AddDays(length);

            var parts = EvaluasiPeriodik.Parts(mulai, selesai, kala);

            Assert.Equal((mulai, selesai), (parts[0].Mulai, parts[^1].Selesai));
            Assert.All(parts, p => Assert.True(p.Mulai <= p.Selesai));
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Selesai.AddDays(1), pair.Second.Mulai));
            Assert.Equal(parts.Count, parts.Select(p => p.Nama).Distinct().Count());
            Assert.Equal(parts[^1], Assert.Single(parts, p => p.IsFinal));
            Assert.Equal(Calendar(mulai, selesai, kala), parts.Count);
        });

    [Fact]
    public void The_last_day_there_is_ends_a_period_too() => Assert.Single(
        EvaluasiPeriodik.Parts(new(9999, 12, 1), DateOnly.MaxValue, KalaEvaluasi.Bulanan));

    [Fact]
    public void A_period_that_ends_before_it_begins_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => EvaluasiPeriodik.Parts(new(2024, 2, 1), new(2024, 1, 31), KalaEvaluasi.Bulanan));

    /// <summary>How many months or quarters of the calendar two days touch.</summary>
    private static int Calendar(DateOnly mulai, DateOnly selesai, KalaEvaluasi kala)
    {
        var size = kala == KalaEvaluasi.Bulanan ? 1 : 3;
        return (((selesai.Year * 12) + selesai.Month - 1) / size) - (((mulai.Year * 12) + mulai.Month - 1) / size) + 1;
    }
}
