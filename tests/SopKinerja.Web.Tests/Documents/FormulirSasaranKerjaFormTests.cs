namespace SopKinerja.Web.Tests.Documents;

public sealed class FormulirSasaranKerjaFormTests
{
    private const string Draf = "DRAF: BELUM DISETUJUI, MASIH DISUSUN";

    private static readonly DateTimeOffset Now = SampleForms.Approved.AddDays(2);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    public void It_is_sound_at_any_length_and_carries_every_word_and_figure(int kegiatan)
    {
        var form = SampleForms.Skp(kegiatan).Describe(Now);
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        Assert.All(pdf.Fonts, font => Assert.Matches("^[A-Z]{6}\\+Liberation ?Sans.*yes +yes +yes", font));
        var drawn = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.All(PdfEngineTests.Texts(form), text => Assert.Contains(PdfEngineTests.Squeezed(text), drawn, StringComparison.Ordinal));
        Assert.All(pdf.PageTexts, (page, i) =>
        {
            Assert.Contains("SKP 17, dicetak 24 November 2026 pukul 14.05 WITA", page, StringComparison.Ordinal);
            Assert.Contains("KEGIATAN TUGAS JABATAN", page, StringComparison.Ordinal);
            Assert.Contains($"Halaman {i + 1} dari {pdf.PageTexts.Length}", page, StringComparison.Ordinal);
        });
        PdfSharpLayoutTests.StaysInside(form);
    }

    [Fact]
    public void The_signatures_are_whole_and_stand_below_a_kegiatan()
    {
        // Every length up to three pages puts the signatures at another height.
        for (var kegiatan = 1; kegiatan <= 40; kegiatan++)
        {
            using var pdf = new PdfTools(TheEngine.Draw(SampleForms.Skp(kegiatan).Describe(Now)));
            var page = Assert.Single(pdf.PageTexts, text => text.Contains("Contoh, 22 November 2026", StringComparison.Ordinal));
            Assert.Contains($"(K-{kegiatan})", page, StringComparison.Ordinal);
            Assert.Contains("* AK bagi PNS", page, StringComparison.Ordinal);
            Assert.Contains(SampleForms.Penilai.NipLine!, page, StringComparison.Ordinal);
            Assert.Contains(SampleForms.Asn.NipLine!, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_draft_says_so_at_its_head_and_on_every_page_and_names_nobody_who_agreed()
    {
        var form = SampleForms.Skp(60, Draf).Describe(Now);
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.True(pdf.PageTexts.Length > 2);
        Assert.All(pdf.PageTexts, page => Assert.Contains($"{Draf}. SKP 17", page, StringComparison.Ordinal));
        Assert.Contains(Draf, PdfEngineTests.Texts(form));
        Assert.Contains("Contoh, …………………", PdfEngineTests.Texts(form));
        Assert.DoesNotContain("Disetujui secara elektronik", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreed_form_says_who_agreed_and_when_and_nothing_of_a_draft()
    {
        var form = SampleForms.Skp(3).Describe(Now);
        var texts = PdfEngineTests.Texts(form).Append(form.Footer).ToList();
        Assert.Contains(
            "Disetujui secara elektronik oleh Drs. H. Ahmad Fauzi, M.Si. pada 22 November 2026 pukul 14.05 WITA (tanda tangan elektronik "
            + "tidak tersertifikasi)", texts);
        Assert.DoesNotContain(texts, text => text.Contains("DRAF", StringComparison.Ordinal)
            || text.Contains('…', StringComparison.Ordinal));
    }

    [Fact]
    public void Long_names_a_PPPK_and_somebody_without_a_number_find_their_place()
    {
        var form = (SampleForms.Skp(2) with
        {
            YangDinilai = SampleForms.LongNamed with
            {
                LabelNip = "NI PPPK",
                PangkatGolonganRuang = "Golongan IX",
                UnitKerja = "Unit/"
                + string.Concat(Enumerable.Repeat("Sub-unit/", 40))
            },
            PejabatPenilai = new("H. Bupati Contoh, S.H.", null, null, "Bupati", "Pemerintah Kabupaten Contoh"),
        }).Describe(Now);
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        var drawn = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.All(PdfEngineTests.Texts(form), text => Assert.Contains(PdfEngineTests.Squeezed(text), drawn, StringComparison.Ordinal));
        Assert.Contains("NI PPPK 198012312005012001", PdfEngineTests.Texts(form));
        Assert.Matches("2 +NIP +- +2 +NI PPPK +198012312005012001", pdf.Text);
        PdfSharpLayoutTests.StaysInside(form);
    }
}
