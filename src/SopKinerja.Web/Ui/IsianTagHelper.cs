using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

/// <summary>A field to type in; what was typed comes back, then what the model holds. Passwords and files never come back.</summary>
[HtmlTargetElement("isian", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("isian", Attributes = "name,value,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IsianTagHelper(IHtmlGenerator generator) : FieldTagHelper(generator)
{
    /// <summary>text, textarea, date, password, file, decimal, rupiah, number, search, email, tel, time or datetime-local.</summary>
    [HtmlAttributeName("type")]
    public string Type { get; set; } = "text";

    [HtmlAttributeName("width")]
    public string Width { get; set; } = "sedang";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Type == "textarea" ? TextArea(output) : Input(output);
        control.AddCssClass(CssClasses("masukan", InTable ? null : $"masukan--{Width}", IsNumeric ? "angka" : null));
        Wrap(output, "div", "isian");
        output.Content.AppendHtml(LabelElement());
        AppendHintAndErrors(output.Content);
        output.Content.AppendHtml(control);
    }

    private bool IsNumeric => Type is "decimal" or "rupiah" or "number";

    private string Value => Type == "rupiah" && Held is decimal rupiah ? Angka.RupiahIsian(rupiah) : FieldText.Of(Held);

    private TagBuilder TextArea(TagHelperOutput output)
    {
        var area = Complete(Generator.GenerateTextArea(ViewContext, Explorer, Name, 0, 0, null), output);
        area.Attributes.TryAdd("rows", "4");
        return area;
    }

    private TagBuilder Input(TagHelperOutput output)
    {
        var type = new Dictionary<string, object> { ["type"] = InputType };
        var input = Complete(
            Type == "password"
                ? Generator.GeneratePassword(ViewContext, Explorer, Name, null, null)
                : Generator.GenerateTextBox(ViewContext, Explorer, Name, Value, null, type),
            output);
        if (IsNumeric)
        {
            input.Attributes.TryAdd("inputmode", Type == "number" ? "numeric" : "decimal");
            input.Attributes.TryAdd("autocomplete", "off");
        }

        return input;
    }

    // Browsers empty a number or date field that holds anything else; as plain text the typed words stay.
    private string InputType => Type switch
    {
        "decimal" or "rupiah" or "number" => "text",
        "date" when Typed is [{ Length: > 0 } typed, ..] && !IsIsoDate(typed) => "text",
        _ => Type,
    };

    private static bool IsIsoDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
