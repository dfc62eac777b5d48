using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

public sealed class AkumulasiAngkaKreditTests
{
    private static readonly Party Asn = new(
        1, "Eko Prasetyo, S.Si.", "198602142009031011", JenisAsn.Pns, "Penata (III/c)", "Penera Ahli Pertama", "Bidang Perdagangan",
        IsStruktural: false, "Ahli Pertama");

    private static readonly PakTerakhir Pak = new(50, "800/1", new(2023, 1, 10), new(2022, 12, 31));

    [Fact]
    public void The_example_of_BKN_a_year_and_two_months_of_the_next()
    {
        // 150 % × 12,5 = 18,75 in 2023; 2/12 × 100 % × 12,5 = 2,08 in 2024.
        var sum = AkumulasiAngkaKredit.Of(Year(2024, new(2024, 2, 29)), [Year(2023, predikat: PredikatKinerja.SangatBaik)], null);

        Assert.Equal((18.75m, 2.08m, 20.83m), (sum.JumlahLama, sum.Baru.Nilai, sum.Jumlah));
    }

    [Fact]
    public void The_year_takes_the_place_of_its_parts_and_a_part_knows_only_what_ended_before_it()
    {
        KonversiAngkaKredit[] all = [Part(1), Part(2), Part(3), Year(2026), Year(2025)];

        Assert.Equal([Year(2025).Mulai], AkumulasiAngkaKredit.Of(Year(2026), [Part(1), Part(2), Part(3), Year(2025)], Pak).Lama.Select(k => k.Mulai));
        var part = AkumulasiAngkaKredit.Of(Part(2), all.Where(k => k.Mulai != Part(2).Mulai), Pak);
        Assert.Equal([Year(2025).Mulai, Part(1).Mulai], part.Lama.Select(k => k.Mulai));
        Assert.Equal(50 + 12.5m + 3.13m + 3.13m, part.Jumlah);
        // Once the year is over, its parts are not counted beside it in any later sum.
        Assert.Equal(50 + (3 * 12.5m), AkumulasiAngkaKredit.Of(Year(2027), all, Pak).Jumlah);
    }

    [Fact]
    public void Months_that_the_PAK_covers_are_not_counted_again()
    {
        var pak = Pak with { Sampai = new(2026, 2, 28) };

        var sum = AkumulasiAngkaKredit.Of(Year(2026), [Year(2025)], pak);

        // 10/12 × 12,5 = 10,4167.
        Assert.Equal((0, 10.42m, 60.42m), (sum.Lama.Count, sum.Baru.Nilai, sum.Jumlah));
        Assert.Empty(AkumulasiAngkaKredit.Of(Year(2025), [], pak).Baru.Rows);
    }

    [Theory]
    [InlineData("III/a", "50", 100, 12.5, -37.5)]
    // In the second pangkat no text says what of the sum still counts for it.
    [InlineData("III/b", "50", 100, null, -37.5)]
    public void What_is_wanting_is_said_only_where_it_is_known(
        string golongan, string pangkat, int naikJenjang, double? overPangkat, double overJenjang)
    {
        var need = AkumulasiAngkaKredit.Of(Year(2026), [], Pak).Kebutuhan("Ahli Pertama", golongan)!;

        Assert.Equal((decimal.Parse(pangkat, System.Globalization.CultureInfo.InvariantCulture), naikJenjang), (need.Row.Pangkat, need.Row.NaikJenjang));
        Assert.Equal(((decimal?)overPangkat, (decimal)overJenjang), (need.LebihPangkat, need.LebihJenjang));
    }

    [Fact]
    public void Without_a_PAK_without_a_fitting_golongan_or_with_two_jenjang_nothing_is_said_to_be_over()
    {
        var beginner = AkumulasiAngkaKredit.Of(Year(2026), [], null).Kebutuhan("Ahli Pertama", "III/a")!;
        Assert.Equal((50m, null, null), (beginner.Row.Pangkat!.Value, beginner.LebihPangkat, beginner.LebihJenjang));
        Assert.Null(AkumulasiAngkaKredit.Of(Year(2026), [], Pak).Kebutuhan("Ahli Pertama", "IV/a"));
        Assert.Null(AkumulasiAngkaKredit.Of(Year(2026), [], Pak).Kebutuhan("Ahli Pertama", null));
        var promoted = AkumulasiAngkaKredit.Of(Year(2026), [], Pak).Kebutuhan("Ahli Muda", "III/c")!;
        Assert.Equal((100m, 200m, null, null), (promoted.Row.Pangkat!.Value, promoted.Row.NaikJenjang!.Value, promoted.LebihPangkat, promoted.LebihJenjang));
    }

    [Property]
    public Property Whatever_was_evaluated_a_month_counts_once_and_the_sum_is_that_of_the_rows() =>
        Prop.ForAll(Any.Int(0, 47).And(Any.Int(1, 14)).Listed(1, 8), spans =>
        {
            var all = spans.Select(s => Of(new DateOnly(2023, 1, 1).AddMonths(s.One), s.Other)).ToList();
            var sum = AkumulasiAngkaKredit.Of(all[0], all.Skip(1), Pak with { Sampai = new(2023, 3, 31) });

            var rows = sum.Lama.Append(sum.Baru).SelectMany(k => k.Rows).ToList();
            var months = rows.SelectMany(r => r.Bulan).ToList();
            Assert.Equal(months.Count, months.Distinct().Count());
            Assert.All(months.CountBy(m => m.Year), year => Assert.InRange(year.Value, 1, 12));
            Assert.All(months, m => Assert.InRange(m, new(2023, 4, 1), all[0].Selesai));
            Assert.Equal(50 + rows.Sum(r => r.Nilai), sum.Jumlah);
            Assert.Equal(sum.Jumlah, 50 + sum.JumlahLama + sum.Baru.Nilai);
        });

    private static KonversiAngkaKredit Year(int year, DateOnly? until = null, PredikatKinerja predikat = PredikatKinerja.Baik) =>
        KonversiAngkaKredit.Of(
            Asn, new("Tahun", new(year, 1, 1), until ?? new(year, 12, 31), ScoringMethods.PermenPanRb6, null), 0, predikat)!;

    private static KonversiAngkaKredit Part(int bagian)
    {
        var period = new Period("Tahun", new(2026, 1, 1), new(2026, 12, 31), ScoringMethods.PermenPanRb6, null);
        period.EvaluateEvery(KalaEvaluasi.Triwulanan);
        return KonversiAngkaKredit.Of(Asn, period, bagian, PredikatKinerja.Baik)!;
    }

    private static KonversiAngkaKredit Of(DateOnly from, int months) => KonversiAngkaKredit.Of(
        Asn, new("Masa", from, from.AddMonths(months).AddDays(-1), ScoringMethods.PermenPanRb6, null), 0, PredikatKinerja.Baik)!;
}
