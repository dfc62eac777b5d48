using System.Text;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Tests.Spreadsheets;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+62 811", "'+62 811")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("=1;2", "\"'=1;2\"")]
    [InlineData("Kepala Bidang; Plt.", "\"Kepala Bidang; Plt.\"")]
    [InlineData("Si \"Jagoan\"", "\"Si \"\"Jagoan\"\"\"")]
    [InlineData("dua\nbaris", "\"dua\nbaris\"")]
    [InlineData("85,50", "85,50")]
    [InlineData("Ir. Bambang = Suryadi", "Ir. Bambang = Suryadi")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_cell_is_read_back_as_it_was_written_and_never_computed(string? value, string expected) =>
        Assert.Equal($"Nama;Nilai\r\n{expected};x\r\n", Text(Csv.File(["Nama", "Nilai"], [[value, "x"]])));

    [Fact]
    public void The_file_begins_with_the_mark_of_UTF_8_and_has_its_columns_without_rows()
    {
        var file = Csv.File(["Nama"], []);

        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        Assert.Equal("Nama\r\n", Text(file));
    }

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file[3..]);
}
