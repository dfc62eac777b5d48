using System.Diagnostics;
using System.Globalization;
using System.Text;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Tests.Spreadsheets;

public sealed class SheetReaderTests
{
    [Theory]
    [InlineData("Nama;Nilai\r\n\"Budi; S.E.\";1\r\n", "Budi; S.E.")]
    [InlineData("Nama,Nilai\n\"Budi, S.E.\",1\n", "Budi, S.E.")]
    [InlineData("Nama\tNilai\nBudi, S.E.; M.M.\t1", "Budi, S.E.; M.M.")]
    [InlineData("Nama;Nilai\nBudi, S.E., M.M.;1\nAni, A.Md.;2\n", "Budi, S.E., M.M.")]
    [InlineData("\uFEFFNama;Nilai\n\u00a0Budi\u00a0 Santoso \u200b;1", "Budi Santoso")]
    [InlineData("Nama;Nilai\n\"Budi \"\"Jago\"\"\";1", "Budi \"Jago\"")]
    [InlineData("Nama;Nilai\n'=1+1;1", "=1+1")]
    [InlineData("Nama;Nilai\n'Aisyiyah;1", "'Aisyiyah")]
    public void Text_is_divided_by_what_divides_its_lines_equally(string text, string first)
    {
        var sheet = Assert.Single(SheetReader.Read(Encoding.UTF8.GetBytes(text)).Sheets);

        Assert.Equal(["Nama", "Nilai"], sheet.Rows[0].Cells);
        Assert.Equal(first, sheet.Rows[1].Cells[0]);
        Assert.Equal(2, sheet.Rows[1].No);
    }

    [Fact]
    public void What_is_no_UTF_8_is_read_as_Windows_writes_it()
    {
        byte[] file = [.. "Nama;Nilai\nCaf"u8, 0xE9, .. " "u8, 0x96, .. " dua;1"u8];

        Assert.Equal("Café – dua", SheetReader.Read(file).Sheets[0].Rows[1].Cells[0]);
    }

    [Theory]
    [InlineData("2026-08-17")]
    [InlineData("17-08-2026")]
    [InlineData("17/8/2026")]
    [InlineData("46251")]
    [InlineData("17 Agustus 2026")]
    [InlineData("Senin, 17 Agt 2026")]
    [InlineData("Jum'at 17 Agu. 2026")]
    [InlineData("17-Aug-2026")]
    public void A_date_is_read_however_it_is_written(string text)
    {
        Assert.True(CellDate.TryRead(text, out var date));
        Assert.Equal(new(2026, 8, 17), date);
    }

    [Theory]
    [InlineData("31 Februari 2026")]
    [InlineData("17 Marsilam 26")]
    [InlineData("12")]
    [InlineData("besok")]
    public void What_is_no_date_is_none(string text) => Assert.False(CellDate.TryRead(text, out _));

    [Fact]
    public void A_workbook_is_read_as_a_spreadsheet_shows_it()
    {
        var file = NewBooks.Book("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>NIP</t></is></c><c r="B1" t="inlineStr"><is><t>TMT</t></is></c></row>
            <row r="2"><c r="A2"><v>198507152010011001</v></c><c r="B2" s="1"><v>46251</v></c></row>
            <row r="3" hidden="1"><c r="A3" t="str"><f>A1&amp;"x"</f><v>NIPx</v></c></row>
            <row r="5"><c r="A5"><v>12</v></c><c r="B5" t="b"><v>1</v></c></row>
            <row r="6"><c r="A6"/></row>
            """);

        var rows = Assert.Single(SheetReader.Read(file).Sheets).Rows;

        Assert.Equal(5, rows.Count);
        Assert.Equal(["1,98507E+17", "2026-08-17"], rows[1].Cells);
        Assert.Equal(["NIPx", ""], rows[2].Cells);
        Assert.True(rows[2].IsHidden);
        Assert.False(rows[1].IsHidden);
        Assert.Equal((5, "12", "ya"), (rows[4].No, rows[4].Cells[0], rows[4].Cells[1]));
    }

    [Fact]
    public void Percent_is_read_as_percent_a_number_has_one_reading_and_lines_within_a_cell_stay()
    {
        var cells = SheetReader.Read(NewBooks.Book("""
            <row r="1"><c r="A1" s="2"><v>0.07</v></c><c r="B1"><v>12.345</v></c><c r="C1"><v>0.1</v></c>
            <c r="D1" t="inlineStr"><is><t xml:space="preserve"> Satu  hal
            dua hal </t></is></c></row>
            """)).Sheets[0].Rows[0].Cells;

        Assert.Equal(["7 %", "12,3450", "0,1", "Satu hal\ndua hal"], cells);
    }

    [Fact]
    public void A_cell_with_an_error_is_named_and_never_taken_for_an_empty_one()
    {
        var read = SheetReader.Read(NewBooks.Book("""<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"""));

        Assert.StartsWith("Sel B1 berisi galat Excel", read.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_workbook_of_Excel_97_is_read_and_its_errors_are_named(bool isSmall)
    {
        object?[][] rows = [["NIP", "Nama"], ["19850715 201001 1 001", "Café – dua"], [198507152010011001d, 46251d]];

        var good = SheetReader.Read(OldBooks.Book(rows, isSmall));
        var wrong = SheetReader.Read(OldBooks.Book([.. rows, [OldBooks.Error, "x"], [null, OldBooks.FormulaError]], isSmall));

        Assert.Null(good.Refusal);
        Assert.Equal(["19850715 201001 1 001", "Café – dua"], good.Sheets[0].Rows[1].Cells);
        Assert.Equal(["1,98507E+17", "46251"], good.Sheets[0].Rows[2].Cells);
        Assert.StartsWith("Sel A4, B5 berisi galat Excel", wrong.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_workbook_that_is_broken_anywhere_is_refused_or_read_and_never_more()
    {
        var whole = OldBooks.Book([["NIP", "Nama"], ["1", "Budi"]]);
        var random = new Random(1);
        for (var i = 0; i < 400; i++)
        {
            var broken = whole[..(i % 4 == 0 ? random.Next(8, whole.Length) : whole.Length)];
            for (var n = 0; n < 8; n++)
            {
                broken[random.Next(8, broken.Length)] = (byte)random.Next(256);
            }

            Assert.NotNull(SheetReader.Read(broken));
        }
    }

    [Fact]
    public async Task A_written_workbook_is_read_back_as_text()
    {
        var file = await Workbook.FileAsync("data", ["NIP", "Nama"], [["19850715 201001 1 001", "=1+1"], [null, "x"]], CancellationToken.None);

        var rows = SheetReader.Read(file).Sheets[0].Rows;

        Assert.Equal(["19850715 201001 1 001", "=1+1"], rows[1].Cells);
        Assert.Equal(["", "x"], rows[2].Cells);
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("columns")]
    [InlineData("zeros")]
    [InlineData("broken")]
    [InlineData("large")]
    [InlineData("semicolons")]
    [InlineData("lines")]
    public void What_is_too_much_is_refused_quickly_with_a_sentence(string bomb)
    {
        var file = bomb switch
        {
            "rows" => NewBooks.Book(string.Concat(Enumerable.Range(1, 1_048_576).Select(n =>
                string.Create(CultureInfo.InvariantCulture, $"""<row r="{n}" s="1"/>""")))),
            "columns" => NewBooks.Book("""<row r="1"><c r="XFD1" s="1"/></row>"""),
            "zeros" => NewBooks.Packed(("xl/worksheets/sheet1.xml", new string('0', 300_000_000))),
            "semicolons" => Encoding.UTF8.GetBytes(new string(';', SheetReader.MostBytes - 1)),
            "lines" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a;b\n", SheetReader.MostBytes / 5))),
            "broken" => [0x50, 0x4B, 3, 4, 1, 2, 3],
            _ => new byte[SheetReader.MostBytes + 1],
        };
        var clock = Stopwatch.StartNew();

        var read = SheetReader.Read(file);

        Assert.NotNull(read.Refusal);
        Assert.Empty(read.Sheets);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
