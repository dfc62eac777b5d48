using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Documents.PermenPanRb6;
using static SopKinerja.Web.Tests.Documents.PdfEngineTests;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>What holds for all four forms, whatever the variant and the length.</summary>
public sealed class PermenPanRb6FormsTests
{
    public static TheoryData<KelompokJabatan, Pendekatan> Variants
    {
        get
        {
            var data = new TheoryData<KelompokJabatan, Pendekatan>();
            foreach (var form in FormulirSkp.Rows)
            {
                data.Add(form.Kelompok, form.Pendekatan);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_file_of_one_rencana_or_sixty_is_sound_and_carries_every_word(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        foreach (var rencana in new[] { 1, RencanaHasilKerja.Most })
        {
            var form = SampleKinerja.Document(FormulirSkp.Of(kelompok, pendekatan), rencana);
            using var pdf = new PdfTools(TheEngine.Draw(form));
            Assert.Equal("", pdf.Faults());
            Assert.Equal(3, pdf.Fonts.Length);
            Assert.All(pdf.Fonts, font => Assert.Matches("^[A-Z]{6}\\+Liberation ?Sans.*yes +yes +yes", font));
            var drawn = Squeezed(pdf.RawText);
            Assert.All(Texts(form), text => Assert.Contains(Squeezed(text), drawn, StringComparison.Ordinal));
            AssertInside(form);
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_screen_shows_every_text_of_the_forms_in_tables_without_holes(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var form = SampleKinerja.Document(FormulirSkp.Of(kelompok, pendekatan), 12);
        var page = FormHtmlTests.Parse(form);
        Assert.Equal(
            Texts(form).Concat(Enumerable.Repeat(form.Footer, 4)).Select(Squeezed).Where(text => text.Length > 0).Order(),
            page.QuerySelectorAll("h2, h3, p, figcaption, th, td")
                .Select(cell => Squeezed(cell.TextContent)).Where(text => text.Length > 0).Order());
        Assert.All(page.QuerySelectorAll("table"), table =>
            Assert.All(FormHtmlTests.Covered(table), columns => Assert.Equal(table.QuerySelectorAll("col").Length, columns)));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.True(cell.HasAttribute("scope")));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Hasil_kerja_has_exactly_the_columns_of_its_form_on_the_SKP_and_on_the_evaluasi(
        KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var form = FormulirSkp.Of(kelompok, pendekatan);
        var blocks = SampleKinerja.Document(form, 3).Parts.SelectMany(part => part.Blocks);
        var tables = blocks.OfType<FormTable>().Where(table => table.Caption == "Hasil kerja").ToList();
        Assert.Equal([form.KolomSkp, form.KolomEvaluasi], tables.Select(table => table.Head[1].Cells.Select(cell => cell.Text)));
        Assert.All(tables, table => Assert.Equal(table.Columns.Count, table.Head[1].Cells.Count));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_page_on_which_a_table_goes_on_begins_with_its_head(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var pages = FormLayout.Of(SampleKinerja.Document(FormulirSkp.Of(kelompok, pendekatan), 60));
        Assert.All(pages, page =>
        {
            var headed = page.Pieces.Where(placed => placed.Piece.Head is not null).GroupBy(placed => placed.Piece.Head);
            Assert.All(headed, table =>
                Assert.Contains(page.Pieces, placed => ReferenceEquals(placed.Piece, table.Key) && placed.Y < table.First().Y));
        });
        Assert.Contains(pages, page => page.Pieces.Any(placed => placed.IsRepeatedHead));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_signature_is_never_alone_and_nothing_is_parted_from_what_it_stands_above(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        // Every length up to a few pages puts what follows at another height.
        for (var rencana = 1; rencana <= 24; rencana++)
        {
            var form = SampleKinerja.Document(FormulirSkp.Of(kelompok, pendekatan), rencana);
            var pages = FormLayout.Of(form);
            AssertInside(form);
            Assert.All(pages, page => Assert.NotEqual(typeof(SignatureBlocks), page.Pieces[0].Piece.Block.GetType()));
            Assert.All(pages, page => Assert.False(page.Pieces[^1].Piece.KeepWithNext));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Long_names_and_endless_words_stay_inside_the_page(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var skp = SampleKinerja.Skp(FormulirSkp.Of(kelompok, pendekatan), 7);
        var endless = string.Concat(Enumerable.Repeat("Sub-unit/", 40));
        skp = skp with
        {
            Rencana =
            [
                .. skp.Rencana.Select(rencana => rencana with
                {
                    Uraian = $"{rencana.Uraian} {endless}",
                    Diintervensi = rencana.Diintervensi is { } pimpinan ? pimpinan with { Uraian = endless } : null,
                    Indikator = [.. rencana.Indikator.Select(
                        indikator => indikator with { Uraian = new string('W', 300), Target = endless })],
                    UkuranKeberhasilan = rencana.UkuranKeberhasilan is null ? null : new string('W', 900),
                }),
            ],
            Ekspektasi = [.. skp.Ekspektasi.Select(_ => endless)],
            Lampiran = new([endless], [endless], [endless]),
        };
        var form = SampleKinerja.Document(skp, SampleKinerja.LongNamed with { Jabatan = new string('W', 200) });
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        AssertInside(form);
    }

    [Fact]
    public void A_rencana_as_tall_as_a_page_or_taller_is_never_parted_from_the_head_of_its_group()
    {
        var skp = SampleKinerja.Skp(FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif), 5);
        var indikator = skp.Rencana[0].Indikator[0] with { Uraian = string.Join(' ', Enumerable.Repeat("panjang", 12)) };
        for (var count = 8; count <= IndikatorKinerjaIndividu.Most; count++)
        {
            for (var before = 1; before <= 6; before++)
            {
                var tall = skp.Rencana[4] with { Indikator = [.. Enumerable.Repeat(indikator, count)] };
                var form = SampleKinerja.Document(skp with { Rencana = [.. Enumerable.Repeat(skp.Rencana[0], before), tall] });
                AssertInside(form);
                // The end of a row that was cut may be the last on its page.
                Assert.All(FormLayout.Of(form), page => Assert.False(page.Pieces[^1].Piece is { KeepWithNext: true, Offset: 0 }));
            }
        }
    }

    [Fact]
    public void A_PPPK_has_a_golongan_and_a_NI_PPPK_and_no_pangkat()
    {
        var texts = Texts(SampleKinerja.Document(FormulirSkp.Rows[^2], 1, SampleKinerja.Pppk)).ToList();
        Assert.Equal(3, texts.Count(text => text == "NI PPPK"));
        Assert.Equal(3, texts.Count(text => text == "Golongan"));
        Assert.Equal(3, texts.Count(text => text == "VII"));
        // The pejabat penilai three times, and once his atasan.
        Assert.Equal(4, texts.Count(text => text == "Pangkat/Gol. Ruang"));
        Assert.Contains("NI PPPK 19950315 202321 1 004", texts);
    }

    [Fact]
    public void A_PNS_has_a_NIP_and_a_pangkat_and_an_elected_head_neither()
    {
        var sheet = SampleKinerja.Sheet(SampleKinerja.Skp(FormulirSkp.Rows[2], 1));
        var form = DokumenEvaluasiForm.From(sheet, SampleKinerja.Kop(), SampleKinerja.Parties);
        Assert.Equal(
            [
                ("NIP", "19900315 201503 2 004"), ("Pangkat/Gol. Ruang", "Penata Muda Tingkat I (III/b)"),
                ("NIP", "19700101 199503 1 001"), ("Pangkat/Gol. Ruang", "Pembina (IV/a)"),
                ("NIP", "-"), ("Pangkat/Gol. Ruang", "-"),
            ],
            new[] { form.YangDinilai, form.PejabatPenilai, form.AtasanPejabatPenilai }
                .SelectMany(person => person.Lines().Skip(1).Take(2)));
    }

    [Fact]
    public void Each_page_says_whose_form_it_is_and_of_which_period()
    {
        using var pdf = new PdfTools(TheEngine.Draw(SampleKinerja.Document(FormulirSkp.Rows[2], 12)));
        var pages = pdf.PageTexts;
        Assert.All(pages.Index(), page =>
        {
            Assert.Contains(
                "Sasaran Kinerja Pegawai, Siti Rahmawati, S.Kom., 1 Januari s.d. 31 Desember 2026", page.Item, StringComparison.Ordinal);
            Assert.Contains($"Halaman {page.Index + 1} dari {pages.Length}", page.Item, StringComparison.Ordinal);
        });
        Assert.Matches("Title: +Sasaran Kinerja Pegawai", pdf.Info);
    }

    internal static void AssertInside(FormDescription form) => Assert.All(FormLayout.Of(form), page => Assert.All(page.Pieces, piece =>
    {
        var frame = PageFrame.Of(page.Orientation);
        Assert.InRange(piece.Y + piece.Piece.Height, 0, frame.Height - PageFrame.Bottom + 0.1);
        Assert.All(piece.Piece.Cells, cell =>
            Assert.All(cell.Lines, line => Assert.InRange(line.X + line.Width, cell.X, cell.X + cell.Width + 0.1)));
    }));
}
