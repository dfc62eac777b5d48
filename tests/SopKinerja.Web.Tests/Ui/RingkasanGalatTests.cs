namespace SopKinerja.Web.Tests.Ui;

public sealed class RingkasanGalatTests
{
    [Fact]
    public void A_page_without_errors_has_no_summary() => Assert.Null(new Rendered().Typed("Input.Nama", "Siti").Summary(typeof(Page)));

    [Fact]
    public void Each_error_leads_to_its_field_in_the_order_of_the_form()
    {
        var page = new Rendered().Refused("Input.Ak", "Tiga.").Refused("Input.NamaLengkap", "Dua.").Refused("", "Satu <b>.");
        var summary = page.Summary(typeof(Page))!;
        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal("Ada yang perlu diperbaiki", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal(["Satu <b>.", "Dua.", "Tiga."], summary.QuerySelectorAll("li").Select(li => li.TextContent));
        Assert.Equal(["#Input_NamaLengkap", "#Input_Ak"], summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void An_error_of_a_row_says_which_row_unless_it_does_so_itself()
    {
        var page = new Rendered().Refused("Input.Kualitas[2]", "“dua” bukan angka.").Refused("Input.Kualitas[3]", "“dua” bukan angka.")
            .Refused("Input.Kualitas[4]", "Nilai kualitas kegiatan 5 belum diisi.");

        var summary = page.Summary(typeof(Page))!;

        Assert.Equal(
            ["Nomor 3: “dua” bukan angka.", "Nomor 4: “dua” bukan angka.", "Nilai kualitas kegiatan 5 belum diisi."],
            summary.QuerySelectorAll("li").Select(li => li.TextContent));
    }

    [Theory]
    [InlineData("K.HasilKerja[0].Realisasi[0]", "Realisasi terlalu panjang (1001 karakter). Ringkas menjadi paling banyak 1.000 karakter.", "Nomor 1, baris 1: ")]
    [InlineData("K.HasilKerja[0].Realisasi[1]", "Realisasi memuat tanda yang tidak dapat dicetak: “😀” (U+1F600).", "Nomor 1, baris 2: ")]
    [InlineData("K.Rows[1].Ak", "Angka kredit paling banyak 2 angka di belakang koma.", "Nomor 2: ")]
    [InlineData("K.Rows[1].Ak", "Kuantitas kegiatan nomor 2 (12) lebih dari sepuluh kali targetnya.", "")]
    [InlineData("K.Rows[0].Ak", "Kuantitas kegiatan nomor 12 belum diisi.", "Nomor 1: ")]
    public void A_figure_that_is_a_length_or_a_limit_names_no_row(string key, string sentence, string place) =>
        Assert.Equal(place + sentence, Assert.Single(new Rendered().Refused(key, sentence).Summary(typeof(Page))!.QuerySelectorAll("li")).TextContent);

    private sealed class Page
    {
        public Form Input { get; set; } = new();
    }

    private sealed class Form
    {
        public string? NamaLengkap { get; set; }

        public decimal? Ak { get; set; }
    }
}
