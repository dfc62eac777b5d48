using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

public sealed class FormulirSkpTests
{
    [Fact]
    public void Every_group_has_one_form_for_each_pendekatan()
    {
        var all = Enum.GetValues<KelompokJabatan>().SelectMany(k => Enum.GetValues<Pendekatan>().Select(p => (k, p)));

        Assert.Equal(all, FormulirSkp.Rows.Select(r => (r.Kelompok, r.Pendekatan)));
        Assert.All(FormulirSkp.Rows, row => Assert.Same(row, FormulirSkp.Of(row.Kelompok, row.Pendekatan)));
    }

    [Theory]
    [InlineData(KelompokJabatan.PimpinanTinggi, Pendekatan.Kuantitatif, "NO|RENCANA HASIL KERJA|INDIKATOR KINERJA "
        + "INDIVIDU|TARGET|PERSPEKTIF")]
    [InlineData(KelompokJabatan.PimpinanTinggi, Pendekatan.Kualitatif, "NO|RENCANA HASIL KERJA")]
    [InlineData(KelompokJabatan.AdministratorPengawas, Pendekatan.Kuantitatif, Pegawai)]
    [InlineData(KelompokJabatan.AdministratorPengawas, Pendekatan.Kualitatif, "NO|RENCANA HASIL KERJA")]
    [InlineData(KelompokJabatan.Fungsional, Pendekatan.Kuantitatif, Pegawai)]
    [InlineData(KelompokJabatan.Fungsional, Pendekatan.Kualitatif, "NO|RENCANA HASIL KERJA")]
    [InlineData(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif, Pegawai)]
    [InlineData(KelompokJabatan.Pelaksana, Pendekatan.Kualitatif, "NO|RENCANA HASIL KERJA")]
    public void A_form_has_the_columns_of_the_regulation_and_its_evaluasi_two_more(
        KelompokJabatan kelompok, Pendekatan pendekatan, string kolom)
    {
        var form = FormulirSkp.Of(kelompok, pendekatan);

        Assert.Equal(kolom, string.Join('|', form.KolomSkp));
        Assert.Equal(
            $"{kolom}|REALISASI BERDASARKAN BUKTI DUKUNG|UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
            string.Join('|', form.KolomEvaluasi));
        Assert.Equal(form.HasIndikator, form.LabelUkuran is null);
        Assert.Equal(pendekatan == Pendekatan.Kuantitatif, form.HasIndikator);
    }

    [Fact]
    public void The_title_says_the_form_the_pendekatan_and_for_whom_it_is()
    {
        Assert.Equal(
            ["SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"],
            FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif).JudulSkp);
        Assert.Equal(
            ["EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUALITATIF", "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA "
                + "MANDIRI"],
            FormulirSkp.Of(KelompokJabatan.PimpinanTinggi, Pendekatan.Kualitatif).JudulEvaluasi);
    }

    [Theory]
    [InlineData(JenisJabatan.PimpinanTinggi, KelompokJabatan.PimpinanTinggi)]
    [InlineData(JenisJabatan.Administrator, KelompokJabatan.AdministratorPengawas)]
    [InlineData(JenisJabatan.Pengawas, KelompokJabatan.AdministratorPengawas)]
    [InlineData(JenisJabatan.Fungsional, KelompokJabatan.Fungsional)]
    [InlineData(JenisJabatan.Pelaksana, KelompokJabatan.Pelaksana)]
    public void The_form_follows_from_the_position_unless_the_person_leads_a_unit_kerja_mandiri(
        JenisJabatan jenis, KelompokJabatan kelompok)
    {
        Assert.Equal(kelompok, jenis.Kelompok(pimpinanUnitMandiri: false));
        Assert.Equal(KelompokJabatan.PimpinanTinggi, jenis.Kelompok(pimpinanUnitMandiri: true));
    }

    [Fact]
    public void Seven_values_begin_with_the_letters_of_BerAKHLAK_and_have_three_sentences_each()
    {
        Assert.Equal("BAKHLAK", string.Concat(BerAkhlak.Rows.Select(r => r.Nama[0])));
        Assert.All(BerAkhlak.Rows, r => Assert.Equal(3, r.Panduan.Count));
        Assert.Equal(21, BerAkhlak.Rows.SelectMany(r => r.Panduan).Distinct().Count());
    }

    [Fact]
    public void Every_choice_has_a_name_of_its_own()
    {
        AssertNamed<KelompokJabatan>(FormNames.Nama);
        AssertNamed<Pendekatan>(FormNames.Nama);
        AssertNamed<JenisHasilKerja>(FormNames.Nama);
        AssertNamed<AspekIndikator>(FormNames.Nama);
        AssertNamed<Perspektif>(FormNames.Nama);
        AssertNamed<CapaianOrganisasi>(FormNames.Nama);
        AssertNamed<RatingKinerja>(Predikat.Nama);
        AssertNamed<PredikatKinerja>(Predikat.Nama);
    }

    private const string Pegawai = "NO|RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI|RENCANA HASIL KERJA|ASPEK|INDIKATOR KINERJA "
        + "INDIVIDU|TARGET";

    private static void AssertNamed<T>(Func<T, string> nama)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(nama).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => nama((T)(object)99));
    }

    [Theory]
    [InlineData(JenisJabatan.PimpinanTinggi, 2)]
    [InlineData(JenisJabatan.Administrator, 4)]
    [InlineData(JenisJabatan.Pengawas, 4)]
    [InlineData(JenisJabatan.Fungsional, 4)]
    [InlineData(JenisJabatan.Pelaksana, 2)]
    public void Who_may_lead_a_unit_kerja_mandiri_may_use_the_form_of_its_leaders_too(JenisJabatan jenis, int forms)
    {
        var own = FormulirSkp.For(jenis);

        Assert.Equal(forms, own.Count);
        Assert.Contains(FormulirSkp.Of(jenis.Kelompok(pimpinanUnitMandiri: false), Pendekatan.Kualitatif), own);
        Assert.Equal(forms == 4 || jenis == JenisJabatan.PimpinanTinggi, own.Any(f => f.Kelompok == KelompokJabatan.PimpinanTinggi));
    }
}
