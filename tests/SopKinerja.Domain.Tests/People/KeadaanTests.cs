using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;

namespace SopKinerja.Domain.Tests.People;

public sealed class KeadaanTests
{
    [Fact]
    public void Every_state_has_its_row_and_each_regulation_says_what_follows_from_it()
    {
        var all = Enum.GetValues<JenisKeadaan>();
        Assert.Equal(all, KeadaanTable.Rows.Select(r => r.Jenis));
        Assert.All(ScoringMethods.Rows, law => Assert.Equal(all, law.Akibat.Select(a => a.Jenis)));
        Assert.All(ScoringMethods.Rows.SelectMany(l => l.Akibat), a => Assert.EndsWith(".", a.Kalimat, StringComparison.Ordinal));
        Assert.All(ScoringMethods.Rows.SelectMany(l => l.Akibat), a => Assert.True(a.Excuses || !a.HasResult));
    }

    [Fact]
    public void Tugas_belajar_excuses_under_PP_46_and_not_under_PermenPANRB_6()
    {
        Assert.True(ScoringMethods.Row(ScoringMethods.Pp46).AkibatOf(JenisKeadaan.TugasBelajar).Excuses);
        Assert.False(ScoringMethods.Row(ScoringMethods.PermenPanRb6).AkibatOf(JenisKeadaan.TugasBelajar).Excuses);
    }

    [Fact]
    public void A_state_for_good_has_a_first_day_and_no_last_one()
    {
        var retired = new KeadaanPegawai(1, 2, JenisKeadaan.Pensiun, new(2026, 6, 1), null, "Batas usia pensiun", null);
        Assert.Equal("sejak 1 Juni 2026", retired.JangkaWaktu);
        Assert.Throws<ArgumentException>(() =>
            new KeadaanPegawai(1, 2, JenisKeadaan.Pensiun, new(2026, 6, 1), new(2026, 7, 1), "Batas usia pensiun", null));
        Assert.Throws<ArgumentException>(() => new KeadaanPegawai(1, 2, JenisKeadaan.Cuti, new(2026, 6, 1), null, "Cuti besar", null));
    }

    [Fact]
    public void A_contract_ends_only_for_a_PPPK()
    {
        Assert.Null(KeadaanTable.Row(JenisKeadaan.PerjanjianBerakhir).WhyNotFor(JenisAsn.Pppk));
        Assert.Contains("hanya untuk PPPK", KeadaanTable.Row(JenisKeadaan.PerjanjianBerakhir).WhyNotFor(JenisAsn.Pns), StringComparison.Ordinal);
        Assert.Null(KeadaanTable.Row(JenisKeadaan.Pensiun).WhyNotFor(JenisAsn.Pns));
    }

    [Theory]
    [InlineData(JenisJabatan.Pengawas, "197001011990031001", true)]
    [InlineData(JenisJabatan.Pelaksana, "197001011990031001", false)]
    [InlineData(JenisJabatan.Fungsional, "197001011990031001", false)]
    [InlineData(JenisJabatan.Pelaksana, null, true)]
    public void Someone_below_pengawas_rates_by_a_delegation(JenisJabatan jenis, string? nip, bool may)
    {
        var biodata = new BiodataPegawai("Orang", null, "Jabatan", jenis, 1, null);
        Assert.Equal(may, new Pegawai(nip, biodata).MayRate);
        Assert.True(new Pegawai(nip, biodata with { Pendelegasian = new("800/12", new(2026, 1, 2)) }).MayRate);
    }
}
