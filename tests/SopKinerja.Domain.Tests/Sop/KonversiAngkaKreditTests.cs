using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

public sealed class KonversiAngkaKreditTests
{
    private static readonly Period Tahun = new("Kinerja 2026", new(2026, 1, 1), new(2026, 12, 31), ScoringMethods.PermenPanRb6, null);
    private static readonly Party Asn = new(
        1, "Eko Prasetyo, S.Si.", "198602142009031011", JenisAsn.Pns, "Penata Tingkat I (III/d)", "Penera Ahli Muda", "Bidang Perdagangan",
        IsStruktural: false, "Ahli Muda");

    [Theory]
    [InlineData("Pemula", PredikatKinerja.SangatBaik, "5.63")]
    [InlineData("Ahli Madya", PredikatKinerja.ButuhPerbaikan, "28.13")]
    [InlineData("Ahli Pertama", PredikatKinerja.SangatKurang, "3.13")]
    [InlineData("Ahli Pertama", PredikatKinerja.ButuhPerbaikan, "9.38")]
    [InlineData("Ahli Utama", PredikatKinerja.SangatBaik, "75.00")]
    public void A_whole_year_earns_koefisien_times_persen_rounded_half_up(string jenjang, PredikatKinerja predikat, string expected)
    {
        var earned = KonversiAngkaKredit.Of(Asn with { Jenjang = jenjang }, Tahun, 0, predikat)!;

        var row = Assert.Single(earned.Rows);
        Assert.Equal((decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), 12), (earned.Nilai, row.Bulan.Count));
        Assert.Equal((jenjang, predikat), (row.Jenjang.Jenjang, row.Persen.Predikat));
    }

    [Theory]
    [InlineData(null, 12)]
    [InlineData("2019-07-01", 12)]
    [InlineData("2026-01-01", 12)]
    [InlineData("2026-01-02", 11)]
    [InlineData("2026-02-01", 11)]
    [InlineData("2026-02-02", 10)]
    [InlineData("2026-04-01", 9)]
    [InlineData("2026-04-30", 8)]
    [InlineData("2026-11-01", 2)]
    [InlineData("2026-12-01", 1)]
    [InlineData("2026-12-02", 0)]
    [InlineData("2026-12-31", 0)]
    [InlineData("2027-01-01", 0)]
    [InlineData("2027-05-01", 0)]
    public void A_position_counts_from_its_first_whole_month(string? tmt, int bulan)
    {
        DateOnly? since = tmt is null ? null : DateOnly.Parse(tmt, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(bulan, Months(KonversiAngkaKredit.Of(Asn with { TmtJabatan = since }, Tahun, 0, PredikatKinerja.Baik)));
    }

    [Theory]
    [InlineData("2026-06-30", 6, 6)]
    [InlineData("2026-06-14", 6, 6)]
    [InlineData("2026-06-01", 6, 6)]
    [InlineData("2026-05-31", 5, 7)]
    [InlineData("2026-01-31", 1, 11)]
    [InlineData("2026-12-30", 12, 0)]
    public void Each_of_two_positions_counts_its_own_months_and_none_is_counted_twice(string last, int former, int present)
    {
        var until = DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(former, Months(KonversiAngkaKredit.Of(Asn, Tahun, 0, PredikatKinerja.Baik, (null, until))));
        Assert.Equal(present, Months(KonversiAngkaKredit.Of(Asn, Tahun, 0, PredikatKinerja.Baik, (until.AddDays(1), null))));
    }

    [Theory]
    [InlineData("2026-01-02", "2026-12-31", 12)]
    [InlineData("2026-07-01", "2026-12-31", 6)]
    [InlineData("2026-03-01", "2026-03-31", 1)]
    [InlineData("2025-07-01", "2026-12-31", 12)]
    public void The_first_and_the_last_month_of_the_period_count_as_they_are_and_a_year_is_the_most(string mulai, string selesai, int bulan)
    {
        var (first, last) = (Day(mulai), Day(selesai));

        var period = new Period("Masa", first, last, ScoringMethods.PermenPanRb6, null);
        Assert.Equal(bulan, Months(KonversiAngkaKredit.Of(Asn, period, 0, PredikatKinerja.Baik)));
        // Taken up on the very day on which the period begins: nothing is lost.
        Assert.Equal(bulan, Months(KonversiAngkaKredit.Of(Asn with { TmtJabatan = first }, period, 0, PredikatKinerja.Baik)));
    }

    [Fact]
    public void Two_months_of_Ahli_Pertama_at_Baik_earn_2_08() =>
        Assert.Equal(2.08m, KonversiAngkaKredit.Of(
            Asn with { Jenjang = "Ahli Pertama", TmtJabatan = new(2026, 11, 1) }, Tahun, 0, PredikatKinerja.Baik)!.Nilai);

    [Theory]
    [InlineData(null)]
    [InlineData("Ahli Super")]
    public void Without_a_jenjang_that_the_table_knows_nothing_is_earned(string? jenjang) =>
        Assert.Null(KonversiAngkaKredit.Of(Asn with { Jenjang = jenjang }, Tahun, 0, PredikatKinerja.Baik));

    [Fact]
    public void A_sheet_without_both_ratings_and_a_PPPK_earn_none()
    {
        Assert.Null(KonversiAngkaKredit.Of(Asn, Tahun, 0, null));
        Assert.Null(KonversiAngkaKredit.Of(Asn with { Jenis = JenisAsn.Pppk }, Tahun, 0, PredikatKinerja.Baik));
        Assert.NotNull(KonversiAngkaKredit.Of(Asn, Tahun, 0, PredikatKinerja.Baik));
    }

    [Fact]
    public void A_part_of_the_year_earns_its_own_months()
    {
        var quarters = new Period("Kinerja 2026", new(2026, 1, 1), new(2026, 12, 31), ScoringMethods.PermenPanRb6, null);
        quarters.EvaluateEvery(KalaEvaluasi.Triwulanan);

        // 3/12 × 100 % × 25.
        Assert.Equal(6.25m, KonversiAngkaKredit.Of(Asn, quarters, 2, PredikatKinerja.Baik)!.Nilai);
        // From 1 May: 2/12 × 150 % × 25.
        Assert.Equal(6.25m, KonversiAngkaKredit.Of(Asn with { TmtJabatan = new(2026, 5, 1) }, quarters, 2, PredikatKinerja.SangatBaik)!.Nilai);
        Assert.Null(KonversiAngkaKredit.Of(Asn with { TmtJabatan = new(2026, 7, 1) }, quarters, 2, PredikatKinerja.Baik));
        // The last part is the year itself.
        Assert.Equal(25m, KonversiAngkaKredit.Of(Asn, quarters, 0, PredikatKinerja.Baik)!.Nilai);
    }

    [Theory]
    // 2/12 × 12,5 = 2,0833 → 2,08; 10/12 × 25 = 20,8333 → 20,83. Not 22,92.
    [InlineData("2026-02-28", "2026-03-01", "2 2.08|10 20.83", "22.91")]
    // 3/12 × 12,5 = 3,125 → 3,13; 9/12 × 25 = 18,75.
    [InlineData("2026-03-31", "2026-04-01", "3 3.13|9 18.75", "21.88")]
    // April was begun in the first: 4/12 × 12,5 = 4,1667; 8/12 × 25 = 16,6667.
    [InlineData("2026-04-14", "2026-04-15", "4 4.17|8 16.67", "20.84")]
    // March belongs to nothing.
    [InlineData("2026-02-28", "2026-04-01", "2 2.08|9 18.75", "20.83")]
    // The register was not brought up to date: what was recorded wins.
    [InlineData("2026-06-30", null, "6 6.25|6 12.50", "18.75")]
    public void Two_jenjang_in_one_year_have_a_row_each_and_the_sum_is_that_of_the_rows(string until, string? tmt, string rows, string sum)
    {
        var asn = Asn with
        {
            TmtJabatan = tmt is null ? null : Day(tmt),
            JenjangSebelumnya = [new("Ahli Pertama", new(2019, 4, 1), Day(until))],
        };

        var earned = KonversiAngkaKredit.Of(asn, Tahun, 0, PredikatKinerja.Baik)!;

        Assert.Equal(["Ahli Pertama", "Ahli Muda"], earned.Rows.Select(r => r.Jenjang.Jenjang));
        Assert.Equal(rows, string.Join('|', earned.Rows.Select(r => FormattableString.Invariant($"{r.Bulan.Count} {r.Nilai:0.00}"))));
        Assert.Equal(sum, earned.Nilai.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Who_left_the_jabatan_fungsional_keeps_the_months_in_it()
    {
        var asn = Asn with
        {
            Jenjang = null,
            TmtJabatan = new(2026, 7, 1),
            JenjangSebelumnya = [new("Ahli Muda", new(2020, 1, 1), new(2026, 6, 30))],
        };

        Assert.Equal(12.5m, KonversiAngkaKredit.Of(asn, Tahun, 0, PredikatKinerja.Baik)!.Nilai);
    }

    [Property]
    public Property Whatever_was_held_no_month_counts_twice_and_never_more_than_twelve() =>
        Prop.ForAll(Any.Int(0, 1100).Listed(1, 6), lengths =>
        {
            var from = new DateOnly(2024, 11, 15);
            MasaJenjang[] earlier =
            [
                .. lengths.Select((l, i) => new MasaJenjang(AngkaKredit.Jenjang[i].Jenjang, from.AddDays(l / 2), from.AddDays(l))),
            ];
            var asn = Asn with { TmtJabatan = from.AddDays(lengths[0]), JenjangSebelumnya = earlier };
            foreach (var period in new[] { Tahun, new("Panjang", new(2025, 3, 2), new(2026, 12, 31), ScoringMethods.PermenPanRb6, null) })
            {
                var rows = KonversiAngkaKredit.Of(asn, period, 0, PredikatKinerja.Baik)?.Rows ?? [];
                var months = rows.SelectMany(r => r.Bulan).ToList();
                Assert.Equal(months.Count, months.Distinct().Count());
                Assert.InRange(months.Count, 0, 12);
                Assert.Equal(rows.Count, rows.Select(r => r.Jenjang).Distinct().Count());
            }
        });

    [Fact]
    public void A_dossier_under_PP_46_earns_none()
    {
        var dossier = The.DossierAt(Domain.Sop.Step.Sign);

        Assert.NotNull(dossier.Outcome);
        Assert.Null(KonversiAngkaKredit.Of(dossier));
    }

    [Fact]
    public void A_party_of_the_first_edition_has_neither_jenjang_nor_date()
    {
        var party = System.Text.Json.JsonSerializer.Deserialize<Party>(
            """{"PegawaiId":1,"Nama":"Rina","Nip":null,"Jenis":0,"PangkatGolongan":null,"Jabatan":"Analis","UnitKerja":"Sekretariat","IsStruktural":false}""")!;

        Assert.Equal(("Rina", null, null), (party.Nama, party.Jenjang, party.TmtJabatan));
    }

    private static int Months(KonversiAngkaKredit? earned) => earned?.Rows.Sum(r => r.Bulan.Count) ?? 0;

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
