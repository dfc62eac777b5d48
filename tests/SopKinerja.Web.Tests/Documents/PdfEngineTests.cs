using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>What every engine owes; <see cref="TheEngine"/> is the one of this build.</summary>
public sealed partial class PdfEngineTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(10, false)]
    [InlineData(40, true)]
    [InlineData(60, false)]
    public void A_document_of_any_length_is_sound_and_carries_every_word_and_figure(int kegiatan, bool isCauseWeighed)
    {
        var form = SampleForms.Document(kegiatan, kondisiPenyebab: isCauseWeighed ? SampleForms.KondisiPenyebab : null);
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        Assert.Equal(3, pdf.Fonts.Length);
        Assert.All(pdf.Fonts, font => Assert.Matches("^[A-Z]{6}\\+Liberation ?Sans.*yes +yes +yes", font));
        var drawn = Squeezed(pdf.RawText);
        Assert.All(Texts(form), text => Assert.Contains(Squeezed(text), drawn, StringComparison.Ordinal));
        Assert.Contains("Tagged:          yes", pdf.Info, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(60)]
    public void Every_landscape_page_repeats_the_head_and_every_page_has_its_number(int kegiatan)
    {
        using var pdf = new PdfTools(TheEngine.Draw(SampleForms.Document(kegiatan)));
        var pages = pdf.PageTexts;
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains($"Halaman {i + 1} dari {pages.Length}", pages[i], StringComparison.Ordinal);
            Assert.Contains("Dokumen 800.1.4.4/0123/DINKES/2026", pages[i], StringComparison.Ordinal);
            var isLandscape = Landscape().IsMatch(pdf.PageSizes[i]);
            Assert.Equal(i >= 2, isLandscape);
            Assert.Equal(isLandscape, pages[i].Contains("KEGIATAN TUGAS JABATAN", StringComparison.Ordinal)
                && ColumnNumbers().IsMatch(pages[i]));
        }

        Assert.Equal(kegiatan, KegiatanMarks().Count(pdf.Text));
    }

    [Fact]
    public void A_signature_is_whole_and_never_alone_on_its_page()
    {
        // Every length up to two pages puts the signature at another height.
        for (var kegiatan = 1; kegiatan <= 30; kegiatan++)
        {
            using var pdf = new PdfTools(TheEngine.Draw(SampleForms.Document(kegiatan)));
            var page = Assert.Single(pdf.PageTexts, text => text.Contains("Pejabat Penilai\n", StringComparison.Ordinal));
            Assert.Contains("NILAI CAPAIAN SKP", page, StringComparison.Ordinal);
            Assert.Contains("87,46", page, StringComparison.Ordinal);
            Assert.Contains("Disetujui secara elektronik", page, StringComparison.Ordinal);
            Assert.Contains(SampleForms.Penilai.NipLine!, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Long_names_and_words_without_end_stay_inside_the_page()
    {
        var endless = SampleForms.LongNamed with
        {
            Jabatan = new string('W', 400),
            UnitKerja = "Unit/"
            + string.Concat(Enumerable.Repeat("Sub-unit/", 60))
        };
        var form = SampleForms.Document(5, acknowledged: true, endless);
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        var drawn = Squeezed(pdf.RawText);
        Assert.All(Texts(form), text => Assert.Contains(Squeezed(text), drawn, StringComparison.Ordinal));
        Assert.All(
            pdf.Words, word => Assert.True(word.Left > PageFrame.Left - 1 && word.Right < word.PageWidth - PageFrame.Right + 1, word.Text));
        PdfSharpLayoutTests.StaysInside(form);
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_over_the_next_pages_and_loses_no_word()
    {
        var words = string.Join(' ', Enumerable.Range(1, 6000).Select(i => $"kata{i}."));
        var form = Of(new FormTable("Panjang", [1, 4], [Row("No", "Uraian")], [Row("1", "pendek"), Row("2", words), Row("3", "akhir")]));
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        Assert.True(pdf.PageTexts.Length > 3);
        Assert.All(pdf.PageTexts, page => Assert.Contains("Uraian", page, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 6000), Words().Matches(pdf.RawText).Select(match => int.Parse(match.Groups["number"].Value)));
    }

    [Fact]
    public void The_same_description_gives_the_same_bytes_and_another_time_others()
    {
        var form = SampleForms.Document(10);
        var first = TheEngine.Draw(form);
        Assert.Equal(first, TheEngine.Draw(SampleForms.Document(10)));
        Assert.NotEqual(
            first, TheEngine.Draw(form with { Properties = form.Properties with { CreatedAt = SampleForms.Approved.AddSeconds(1) } }));
    }

    [Fact]
    public void The_file_names_its_title_subject_author_and_time()
    {
        using var pdf = new PdfTools(TheEngine.Draw(SampleForms.Document(1)));
        Assert.Matches("Title: +Penilaian Prestasi Kerja Pegawai Negeri Sipil", pdf.Info);
        Assert.Matches("Subject: +Jangka waktu penilaian 1 Januari 2026 s.d. 31 Desember 2026", pdf.Info);
        Assert.Matches("Author: +Pemerintah Kabupaten Contoh", pdf.Info);
        Assert.Matches("CreationDate: +Sun Nov 22 .*2026", pdf.Info);
    }

    [Theory]
    [InlineData("Nama dengan emoji 😀 dan aksara جاوة 漢字")]
    [InlineData("baris\r\nbaru\tdan\u0000kendali\ud800")]
    [InlineData("")]
    public void Odd_text_is_drawn_without_breaking_the_file(string text)
    {
        using var pdf = new PdfTools(TheEngine.Draw(Of(new Paragraph(text), new Paragraph("Žižek Šárka Łukasz"))));
        Assert.Equal("", pdf.Faults());
        Assert.Contains("Žižek Šárka Łukasz", pdf.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAKCAIAAAAGpYjXAAAAEUlEQVR4nGM4ISeHFTEMdwkA5KNRQfhFtsUAAAAASUVORK5CYII=")]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAKCAYAAACJxx+AAAAAFElEQVR4nGMQiZJrwIcZRhUQpwAA1eVTwfa3daMAAAAASUVORK5CYII=")]
    public void A_letterhead_may_have_an_emblem_with_or_without_transparency(string png)
    {
        var form = Of(SampleForms.Letterhead with { Image = Convert.FromBase64String(png) }, new Paragraph("isi"));
        var bytes = TheEngine.Draw(form);
        using var pdf = new PdfTools(bytes);
        Assert.Equal("", pdf.Faults());
        Assert.True(pdf.Images > 0);
        Assert.Equal(bytes, TheEngine.Draw(form));
    }

    [Fact]
    public void Missing_fonts_are_named_with_the_remedy()
    {
        var missing = Assert.Throws<FontsMissingException>(() => new LiberationFonts("/tidak/ada"));
        Assert.Contains("/tidak/ada", missing.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install fonts-liberation", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_at_once_draw_what_one_alone_draws()
    {
        var alone = Enumerable.Range(1, 8).Select(kegiatan => TheEngine.Draw(SampleForms.Document(kegiatan))).ToArray();
        Parallel.For(0, 32, i => Assert.Equal(alone[i % 8], TheEngine.Draw(SampleForms.Document((i % 8) + 1))));
    }

    [Fact]
    public void A_warm_two_part_form_is_drawn_quickly()
    {
        var form = SampleForms.Document(3);
        TheEngine.Draw(form);
        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            TheEngine.Draw(form);
            return clock.Elapsed;
        });
        // 10 ms on an idle core; the bound leaves room for a busy one.
        Assert.InRange(fastest.TotalMilliseconds, 0, 100);
    }

    internal static FormDescription Of(params IReadOnlyList<FormBlock> blocks) => new(
        new DocumentProperties("Judul", "Perihal", "Dinas", SampleForms.Approved),
        [new FormPart("Bagian", PageOrientation.Portrait, blocks)]);

    internal static TableRow Row(params IReadOnlyList<string> cells) => new([.. cells.Select(text => new TableCell(text))]);

    /// <summary>Every text of a form, as given.</summary>
    internal static IEnumerable<string> Texts(FormDescription form) =>
        form.Parts.SelectMany(part => part.Blocks).SelectMany(block => block switch
    {
        Letterhead letterhead => letterhead.Lines,
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        BarChart chart => chart.Bars.Select(bar => bar.Label).Prepend(chart.Caption),
        KeyValues keyValues => keyValues.Lines.SelectMany(line => new[] { line.Key, line.Value }),
        FormTable table => table.Head.Concat(table.Body).SelectMany(row => row.Cells).Select(cell => cell.Text),
        SignatureBlocks signatures => signatures.Places.OfType<SignatureBlock>()
            .SelectMany(place => place.Caption.Append(place.Statement ?? "").Append(place.Name).Append(place.Number ?? "")),
        QrBlock qr => qr.Words.Select(words => words.Text),
        _ => Enumerable.Empty<string>(),
    });

    /// <summary>Without white space, which line breaks change.</summary>
    internal static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"841\.[89]\d* x 595\.[23]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Landscape();

    [GeneratedRegex(@"1 +2 +3 +4 +5 +6 +7 +8 +9 +10 +11 +12 +13 +14", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnNumbers();

    [GeneratedRegex(@"\(K-\d+\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KegiatanMarks();

    [GeneratedRegex(@"kata(?<number>\d+)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
