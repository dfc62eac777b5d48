using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Ui;

public sealed class PilihanTests
{
    private static readonly SelectListItem[] Units = [new("Sekretariat", "1"), new("Bidang <Niaga>", "2")];

    [Fact]
    public void The_models_choice_is_selected()
    {
        var field = new Rendered()
            .Field(new PilihanTagHelper(Rendered.Generator) { Label = "Unit", Items = Units, Empty = "Pilih unit" }, 2);
        Assert.Equal(["Pilih unit", "Sekretariat", "Bidang <Niaga>"], field.QuerySelectorAll("option").Select(o => o.TextContent));
        Assert.Equal("2", Assert.Single(field.QuerySelectorAll("option[selected]")).GetAttribute("value"));
    }

    [Fact]
    public void The_posted_choice_goes_before_the_models()
    {
        var field = new Rendered()
            .Typed("Input.Isi", "1").Field(new PilihanTagHelper(Rendered.Generator) { Label = "Unit", Items = Units }, 2);
        Assert.Equal("1", Assert.Single(field.QuerySelectorAll("option[selected]")).GetAttribute("value"));
    }

    [Theory]
    [InlineData("Monday")]
    [InlineData("1")]
    public void An_enum_is_found_by_name_and_by_number(string value)
    {
        var field = new Rendered().Field(
            new PilihanTagHelper(Rendered.Generator) { Label = "Hari", Items = [new("Senin", value), new("Selasa", "2")] },
            DayOfWeek.Monday);
        Assert.Equal("Senin", Assert.Single(field.QuerySelectorAll("option[selected]")).TextContent);
    }

    [Fact]
    public void Radios_share_a_name_and_a_described_group()
    {
        var page = new Rendered().Refused("Input.Isi", "Pilih jenis pegawai.");
        var group = page.Field(new PilihanRadioTagHelper(Rendered.Generator) { Label = "Jenis pegawai", Items = Units }, "2");
        var radios = group.QuerySelectorAll("input[type=radio][name='Input.Isi']");
        Assert.Equal("FIELDSET", group.TagName);
        Assert.Equal("Jenis pegawai", group.QuerySelector("legend")!.TextContent);
        Assert.Equal("Input_Isi-galat", group.GetAttribute("aria-describedby"));
        Assert.Equal(["Input_Isi", "Input_Isi_2"], radios.Select(r => r.Id));
        Assert.All(radios, r => Assert.NotNull(group.QuerySelector($"label[for='{r.Id}']")));
        Assert.Equal("2", Assert.Single(radios, r => r.HasAttribute("checked")).GetAttribute("value"));
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, null, false)]
    [InlineData(false, "true", true)]
    [InlineData(true, "false", false)]
    [InlineData(true, "mungkin", false)]
    public void A_box_is_ticked_as_posted_then_as_the_model_says(bool model, string? posted, bool isTicked)
    {
        var page = new Rendered();
        if (posted is not null)
        {
            page.Typed("Input.Isi", posted);
        }

        var field = page.Field(new CentangTagHelper(Rendered.Generator) { Label = "Lengkap" }, model);
        Assert.Equal(isTicked, field.QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));
        Assert.Equal("false", field.QuerySelector("input[type=hidden]")!.GetAttribute("value"));
    }
}
