using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Documents.PermenPanRb6;

namespace SopKinerja.Web.Tests.Documents;

public sealed class SasaranKinerjaFormTests
{
    private static readonly FormulirSkp Kuantitatif = FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif);

    [Fact]
    public void The_parts_stand_in_the_order_of_the_form()
    {
        string[] order =
        [
            "SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "Dinas Koperasi, Usaha Kecil dan Menengah, Perindustrian dan Perdagangan", "PERIODE PENILAIAN: 1 Januari s.d. 31 Desember 2026",
            "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", "HASIL KERJA", "A. UTAMA", "B. TAMBAHAN", "PERILAKU KERJA",
            "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif", "Paringin, 7 Januari 2026",
        ];
        var texts = Texts(SampleKinerja.Skp(Kuantitatif, 5));
        var places = order.Select(text => texts.IndexOf(text)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Rencana_utama_and_tambahan_are_counted_apart_and_an_assignment_names_who_gave_it()
    {
        var body = HasilKerja(SampleKinerja.Skp(Kuantitatif, 10)).Body;
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7", "8", "1", "2"],
            body.Where(row => row.Cells.Count == 6).Select(row => row.Cells[0].Text));
        var tambahan = body.Last(row => row.Cells.Count == 6 && row.Cells[0].Text == "1");
        Assert.Equal("Terpeliharanya jaringan komputer dinas (R-5)\n(Penugasan dari Ketua Tim Perencanaan)", tambahan.Cells[2].Text);
    }

    [Fact]
    public void In_words_the_ukuran_keberhasilan_stands_below_its_rencana_under_its_label()
    {
        Assert.Equal(
            "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:\nLaporan diterima pimpinan", Ukuran(KelompokJabatan.Fungsional));
        Assert.Equal(
            "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif:\nLaporan diterima pimpinan",
            Ukuran(KelompokJabatan.PimpinanTinggi));

        static string Ukuran(KelompokJabatan kelompok)
        {
            var body = HasilKerja(SampleKinerja.Skp(FormulirSkp.Of(kelompok, Pendekatan.Kualitatif), 1)).Body;
            Assert.Equal(2, body[1].Cells[0].RowSpan);
            return Assert.Single(body[2].Cells).Text.Split(" setiap")[0];
        }
    }

    [Fact]
    public void Seven_values_have_their_three_panduan_on_the_left_and_the_ekspektasi_on_the_right()
    {
        var body = Form(SampleKinerja.Skp(Kuantitatif, 1)).Blocks.OfType<FormTable>()
            .Single(table => table.Caption == "Perilaku kerja").Body;
        Assert.Equal(
            BerAkhlak.Rows.Select((value, i) => $"{i + 1} {value.Nama}"),
            body.Where((_, i) => i % 2 == 0).Select(row => $"{row.Cells[0].Text} {row.Cells[1].Text}"));
        Assert.Equal(
            "• Memahami dan memenuhi kebutuhan masyarakat\n• Ramah, cekatan, solutif, dan dapat diandalkan\n• Melakukan perbaikan tiada "
            + "henti",
            body[1].Cells[0].Text);
        Assert.Equal("Ekspektasi Khusus Pimpinan:\nMenjawab surat dalam satu hari kerja", body[1].Cells[1].Text);
        Assert.Equal("Ekspektasi Khusus Pimpinan:\n-", body[3].Cells[1].Text);
    }

    [Fact]
    public void The_person_signs_on_the_left_and_the_pejabat_penilai_on_the_right_below_place_and_date()
    {
        var signatures = Assert.Single(Form(SampleKinerja.Skp(Kuantitatif, 1)).Blocks.OfType<SignatureBlocks>());
        Assert.Equal(["", "PEGAWAI YANG DINILAI"], signatures.Places[0]!.Caption);
        Assert.Equal(["Paringin, 7 Januari 2026", "PEJABAT PENILAI KINERJA"], signatures.Places[1]!.Caption);
        Assert.Equal(
            "Diajukan secara elektronik oleh Siti Rahmawati, S.Kom. pada 5 Januari 2026 pukul 09.30 WITA (tanda tangan elektronik tidak "
            + "tersertifikasi)",
            signatures.Places[0]!.Statement);
        var draft = SasaranKinerjaForm.From(SampleKinerja.Skp(Kuantitatif, 1), SampleKinerja.Kop(), SampleKinerja.Parties, null, null)
            .Describe();
        Assert.Contains("Paringin, …………………", draft.Blocks.OfType<SignatureBlocks>().Single().Places[1]!.Caption);
    }

    [Fact]
    public void An_empty_draft_is_a_form_with_dashes()
    {
        var form = PdfEngineTests.Of(Form(SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif)).Blocks);
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        Assert.Contains("B. TAMBAHAN", pdf.Text, StringComparison.Ordinal);
        var unfinished = SampleKinerja.Skp(Kuantitatif, 1);
        Assert.Contains("-", Texts(unfinished with { Rencana = [unfinished.Rencana[0] with { Indikator = [] }] }));
    }

    [Fact]
    public void The_lampiran_has_its_three_sections_each_counted_from_one()
    {
        var skp = SampleKinerja.Skp(Kuantitatif, 1);
        skp = skp with { Lampiran = skp.Lampiran with { Konsekuensi = [] } };
        var form = LampiranSkpForm.From(skp, SampleKinerja.Kop(), SampleKinerja.Parties, null, null).Describe();
        var tables = form.Blocks.OfType<FormTable>().Skip(1).ToList();
        Assert.Equal(
            ["DUKUNGAN SUMBER DAYA", "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI"], tables.Select(table => table.Head[0].Cells[0].Text));
        Assert.Equal(["1 2 3", "1 2", "-"], tables.Select(table => string.Join(' ', table.Body.Select(row => row.Cells[0].Text))));
        Assert.Equal("Dua orang staf pelaksana", tables[0].Body[0].Cells[1].Text);
    }

    private static FormPart Form(SasaranKinerja skp) =>
        SasaranKinerjaForm.From(skp, SampleKinerja.Kop(), SampleKinerja.Parties, SampleKinerja.Diajukan, SampleKinerja.Disetujui)
            .Describe();

    private static FormTable HasilKerja(SasaranKinerja skp) =>
        Form(skp).Blocks.OfType<FormTable>().Single(table => table.Caption == "Hasil kerja");

    private static List<string> Texts(SasaranKinerja skp) => [.. PdfEngineTests.Texts(PdfEngineTests.Of(Form(skp).Blocks))];
}
