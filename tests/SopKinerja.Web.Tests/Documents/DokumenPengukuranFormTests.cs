namespace SopKinerja.Web.Tests.Documents;

public sealed class DokumenPengukuranFormTests
{
    private const string Approval =
        "Disetujui secara elektronik oleh Drs. H. Ahmad Fauzi, M.Si. pada 22 November 2026 pukul 14.05 WITA "
        + "(tanda tangan elektronik tidak tersertifikasi)";

    private const string Acknowledgement =
        "Diterima secara elektronik oleh Siti Rahmawati, S.Kom. pada 23 November 2026 pukul 14.42 WITA "
        + "(tanda tangan elektronik tidak tersertifikasi)";

    [Fact]
    public void The_approved_and_the_final_version_differ_only_in_item_10()
    {
        var approved = PdfEngineTests.Texts(SampleForms.Document(3)).ToList();
        var final = PdfEngineTests.Texts(SampleForms.Document(3, acknowledged: true)).ToList();
        Assert.Equal(["10. DITERIMA TANGGAL, …………………"], approved.Except(final));
        Assert.Equal(["10. DITERIMA TANGGAL, 23 November 2026", Acknowledgement], final.Except(approved));
        Assert.Contains(Approval, approved);
        Assert.Contains("11. DITERIMA TANGGAL, …………………", final);
    }

    [Fact]
    public void Item_11_says_where_nobody_is_asked_to_ratify()
    {
        var texts = PdfEngineTests.Texts(SampleForms.Document(3, acknowledged: true, ratified: false)).ToList();

        Assert.Contains("11. DITERIMA TANGGAL -", texts);
        Assert.Contains("Tidak diperlukan: pengesahan tidak diminta dalam periode ini.", texts);
        Assert.DoesNotContain(texts, text => text.Contains("11. DITERIMA TANGGAL, ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_eleven_items_stand_in_their_order()
    {
        using var pdf = new PdfTools(TheEngine.Draw(SampleForms.Document(1)));
        string[] items =
        [
            "YANG DINILAI", "PEJABAT PENILAI", "ATASAN PEJABAT PENILAI", "UNSUR YANG DINILAI", "KEBERATAN DARI PEGAWAI",
            "TANGGAPAN PEJABAT PENILAI", "KEPUTUSAN ATASAN PEJABAT", "REKOMENDASI", "9. DIBUAT TANGGAL", "10. DITERIMA TANGGAL",
            "11. DITERIMA TANGGAL",
        ];
        var text = pdf.Text;
        var places = items.Select(item => text.IndexOf(item, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void What_was_weighed_of_the_cause_is_a_note_between_the_capaian_and_the_signature()
    {
        var plain = PdfEngineTests.Texts(SampleForms.Document(3)).ToList();
        var noted = PdfEngineTests.Texts(SampleForms.Document(3, kondisiPenyebab: SampleForms.KondisiPenyebab)).ToList();
        Assert.Equal(["CATATAN: PERTIMBANGAN PEJABAT PENILAI ATAS KONDISI PENYEBAB", SampleForms.KondisiPenyebab], noted.Except(plain));
        Assert.Equal(plain, noted.Where(plain.Contains));
        // Every length up to two pages puts the note at another height.
        for (var kegiatan = 1; kegiatan <= 30; kegiatan++)
        {
            using var pdf = new PdfTools(TheEngine.Draw(SampleForms.Document(kegiatan, kondisiPenyebab: SampleForms.KondisiPenyebab)));
            var page = Assert.Single(pdf.PageTexts, text => text.Contains("Pejabat Penilai\n", StringComparison.Ordinal));
            Assert.Matches("KONDISI PENYEBAB[^§]*\\(P-1\\)[^§]*Selesai\\.[^§]*Pejabat Penilai\n", page);
        }
    }

    [Fact]
    public void An_objection_and_a_decision_are_printed_with_their_dates()
    {
        var prestasi = SampleForms.Prestasi(acknowledged: true, SampleForms.Asn);
        var form = prestasi with
        {
            Keberatan = new("Realisasi kegiatan 3 belum dihitung.", new DateOnly(2026, 12, 1)),
            Keputusan = new("Nilai ditetapkan tetap.", new DateOnly(2026, 12, 14)),
            Sheet = prestasi.Sheet with { Rekomendasi = "Mengikuti pelatihan." },
        };
        var texts = PdfEngineTests.Texts(new(new("", "", "", SampleForms.Approved), [form.Describe(SampleForms.Letterhead)])).ToList();
        Assert.Contains("Realisasi kegiatan 3 belum dihitung.", texts);
        Assert.Contains("Tanggal, 1 Desember 2026", texts);
        Assert.Contains("Tanggal, 14 Desember 2026", texts);
        Assert.Contains("Mengikuti pelatihan.", texts);
        Assert.Single(texts, text => text == "Tanggal, …………………");
    }
}
