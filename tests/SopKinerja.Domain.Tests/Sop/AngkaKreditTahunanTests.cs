using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

public sealed class AngkaKreditTahunanTests
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
        var earned = AngkaKreditTahunan.Of(Asn with { Jenjang = jenjang }, Tahun, 0, predikat)!;

        Assert.Equal((decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), 12), (earned.Nilai, earned.Bulan));
        Assert.Equal((jenjang, predikat), (earned.Jenjang.Jenjang, earned.Persen.Predikat));
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

        Assert.Equal(bulan, AngkaKreditTahunan.BulanDalamJabatan(since, Tahun.Mulai, Tahun.Selesai));
        Assert.Equal(
            bulan == 0 ? null : bulan, AngkaKreditTahunan.Of(Asn with { TmtJabatan = since }, Tahun, 0, PredikatKinerja.Baik)?.Bulan);
    }

    [Theory]
    [InlineData("2026-01-02", "2026-12-31", 12)]
    [InlineData("2026-07-01", "2026-12-31", 6)]
    [InlineData("2026-03-01", "2026-03-31", 1)]
    [InlineData("2025-07-01", "2026-12-31", 12)]
    public void The_first_and_the_last_month_of_the_period_count_as_they_are_and_a_year_is_the_most(string mulai, string selesai, int bulan)
    {
        var (first, last) = (Day(mulai), Day(selesai));

        Assert.Equal(bulan, AngkaKreditTahunan.BulanDalamJabatan(null, first, last));
        // Taken up on the very day on which the period begins: nothing is lost.
        Assert.Equal(bulan, AngkaKreditTahunan.BulanDalamJabatan(first, first, last));
    }

    [Fact]
    public void Two_months_of_Ahli_Pertama_at_Baik_earn_2_08() =>
        Assert.Equal(2.08m, AngkaKreditTahunan.Of(
            Asn with { Jenjang = "Ahli Pertama", TmtJabatan = new(2026, 11, 1) }, Tahun, 0, PredikatKinerja.Baik)!.Nilai);

    [Theory]
    [InlineData(null)]
    [InlineData("Ahli Super")]
    public void Without_a_jenjang_that_the_table_knows_nothing_is_earned(string? jenjang) =>
        Assert.Null(AngkaKreditTahunan.Of(Asn with { Jenjang = jenjang }, Tahun, 0, PredikatKinerja.Baik));

    [Fact]
    public void A_part_of_the_period_and_a_sheet_without_both_ratings_earn_none()
    {
        Assert.Null(AngkaKreditTahunan.Of(Asn, Tahun, 1, PredikatKinerja.Baik));
        Assert.Null(AngkaKreditTahunan.Of(Asn, Tahun, 0, null));
        Assert.NotNull(AngkaKreditTahunan.Of(Asn, Tahun, 0, PredikatKinerja.Baik));
    }

    [Fact]
    public void A_dossier_under_PP_46_earns_none()
    {
        var dossier = The.DossierAt(Domain.Sop.Step.Sign);

        Assert.NotNull(dossier.Outcome);
        Assert.Null(AngkaKreditTahunan.Of(dossier));
    }

    [Fact]
    public void A_party_of_the_first_edition_has_neither_jenjang_nor_date()
    {
        var party = System.Text.Json.JsonSerializer.Deserialize<Party>(
            """{"PegawaiId":1,"Nama":"Rina","Nip":null,"Jenis":0,"PangkatGolongan":null,"Jabatan":"Analis","UnitKerja":"Sekretariat","IsStruktural":false}""")!;

        Assert.Equal(("Rina", null, null), (party.Nama, party.Jenjang, party.TmtJabatan));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
