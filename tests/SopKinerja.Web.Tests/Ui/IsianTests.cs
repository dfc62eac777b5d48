using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Ui;

public sealed class IsianTests
{
    [Fact]
    public void The_label_leads_to_the_control_and_the_hint_describes_it()
    {
        var field = new Rendered().Field(new IsianTagHelper(Rendered.Generator) { Label = "Nama lengkap", Hint = "Dengan gelar." }, "Siti");
        var input = field.QuerySelector("input")!;
        Assert.Equal("Input_Isi", input.Id);
        Assert.Equal("Input.Isi", input.GetAttribute("name"));
        Assert.Equal("Siti", input.GetAttribute("value"));
        Assert.Equal("Input_Isi", field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Dengan gelar.", field.QuerySelector("#" + input.GetAttribute("aria-describedby"))!.TextContent);
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void An_error_stands_between_hint_and_control_and_describes_it()
    {
        var page = new Rendered().Typed("Input.Isi", "").Refused("Input.Isi", "Nama lengkap belum diisi.");
        var field = page.Field(new IsianTagHelper(Rendered.Generator) { Label = "Nama lengkap", Hint = "Dengan gelar." }, "Siti");
        Assert.Equal(["LABEL", "P", "P", "INPUT"], field.Children.Select(c => c.TagName));
        Assert.Equal("Nama lengkap belum diisi.", field.Children[2].TextContent);
        Assert.Equal("Input_Isi-petunjuk Input_Isi-galat", field.Children[3].GetAttribute("aria-describedby"));
        Assert.Equal("Input_Isi-galat", field.Children[2].Id);
        Assert.Equal("true", field.Children[3].GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("decimal")]
    [InlineData("number")]
    [InlineData("search")]
    public void What_was_typed_stays_whatever_the_model_holds(string type)
    {
        var field = new Rendered()
            .Typed("Input.Isi", "1.234 ?").Field(new IsianTagHelper(Rendered.Generator) { Label = "Isi", Type = type }, 7m);
        Assert.Equal("1.234 ?", field.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void An_emptied_field_stays_empty()
    {
        var field = new Rendered().Typed("Input.Isi", "").Field(new IsianTagHelper(Rendered.Generator) { Label = "Isi" }, "dahulu");
        Assert.Equal("", field.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void Typed_markup_is_shown_as_text()
    {
        const string Markup = "\"><script>alert(1)</script>";
        var page = new Rendered().Typed("Input.Isi", Markup).Refused("Input.Isi", Markup);
        var input = page.Field(new IsianTagHelper(Rendered.Generator) { Label = Markup, Hint = Markup }, "");
        var area = page.Field(new IsianTagHelper(Rendered.Generator) { Label = Markup, Type = "textarea" }, "");
        Assert.Equal(Markup, input.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal(Markup, area.QuerySelector("textarea")!.TextContent);
        Assert.All([input, area], f => Assert.Empty(f.QuerySelectorAll("script")));
    }

    [Theory]
    [InlineData("85.50", "85,5")]
    [InlineData("1234.56", "1234,56")]
    [InlineData("0.125", "0,125")]
    [InlineData("170395000", "170395000")]
    public void A_figure_is_shown_with_a_comma_and_all_its_decimals(string figure, string shown)
    {
        var value = decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture);
        var input = new Rendered()
            .Field(new IsianTagHelper(Rendered.Generator) { Label = "Mutu", Type = "decimal" }, value).QuerySelector("input")!;
        Assert.Equal(shown, input.GetAttribute("value"));
        Assert.Equal("decimal", input.GetAttribute("inputmode"));
        Assert.Equal("off", input.GetAttribute("autocomplete"));
        Assert.Equal("text", input.GetAttribute("type"));
        Assert.True(Domain.Angka.TryParse(shown, out var read, out _));
        Assert.Equal(value, read);
    }

    [Fact]
    public void An_amount_of_rupiah_is_shown_with_points()
    {
        var input = new Rendered()
            .Field(new IsianTagHelper(Rendered.Generator) { Label = "Biaya", Type = "rupiah" }, 16250000m).QuerySelector("input")!;
        Assert.Equal("16.250.000", input.GetAttribute("value"));
        Assert.Equal("text", input.GetAttribute("type"));
        Assert.Equal("decimal", input.GetAttribute("inputmode"));
    }

    [Fact]
    public void A_cell_of_a_grid_goes_by_its_name()
    {
        var page = new Rendered().Typed("Input.Baris[3].Isi", "dua").Refused("Input.Baris[3].Isi", "“dua” bukan angka.");
        var other = page.Cell(new IsianTagHelper(Rendered.Generator) { Label = "Isi", Type = "decimal" }, "Input.Baris[2].Isi", 7.5m)
            .QuerySelector("input")!;
        Assert.Equal(
            ("Input.Baris[2].Isi", "Input_Baris_2__Isi", "7,5"), (other.GetAttribute("name"), other.Id, other.GetAttribute("value")));

        var field = page.Cell(new IsianTagHelper(Rendered.Generator) { Label = "Isi", Type = "decimal" }, "Input.Baris[3].Isi", null);
        Assert.Equal("dua", field.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("“dua” bukan angka.", field.QuerySelector("#Input_Baris_3__Isi-galat")!.TextContent);
    }

    [Fact]
    public void A_date_goes_into_the_date_field_and_an_unreadable_one_stays_as_text()
    {
        var good = new Rendered().Field(new IsianTagHelper(Rendered.Generator) { Label = "TMT", Type = "date" }, new DateOnly(2026, 11, 22))
            .QuerySelector("input")!;
        var page = new Rendered().Typed("Input.Isi", "31 Pebruari");
        var bad = page.Field(new IsianTagHelper(Rendered.Generator) { Label = "TMT", Type = "date" }, (DateOnly?)null)
            .QuerySelector("input")!;
        Assert.Equal(("date", "2026-11-22"), (good.GetAttribute("type"), good.GetAttribute("value")));
        Assert.Equal(("text", "31 Pebruari"), (bad.GetAttribute("type"), bad.GetAttribute("value")));
    }

    [Fact]
    public void A_password_never_comes_back()
    {
        var field = new Rendered().Typed("Input.Isi", "rahasia")
            .Field(new IsianTagHelper(Rendered.Generator) { Label = "Kata sandi", Type = "password" }, "rahasia");
        Assert.DoesNotContain("rahasia", field.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_own_attributes_reach_the_control()
    {
        var field = new Rendered()
            .Field(new IsianTagHelper(Rendered.Generator) { Label = "Isi" }, "", "Input.Isi", ("maxlength", "200"), ("class", "lebar"));
        Assert.Equal("200", field.QuerySelector("input")!.GetAttribute("maxlength"));
        Assert.False(field.HasAttribute("maxlength"));
        Assert.Contains("lebar", field.ClassList);
    }

    [Fact]
    public void In_a_row_of_a_table_each_control_has_its_own_id()
    {
        var field = new Rendered().Field(
            new IsianTagHelper(Rendered.Generator) { Label = "Kuantitas kegiatan 3", InTable = true }, 1m, "Input.Baris[2].Kuantitas");
        Assert.Equal("Input_Baris_2__Kuantitas", field.QuerySelector("input")!.Id);
        Assert.Equal("hanya-pembaca", field.QuerySelector("label")!.ClassName);
    }
}
