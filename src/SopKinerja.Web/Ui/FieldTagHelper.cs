using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

/// <summary>What every field has: a label, a hint below it, the errors between hint and control, and the ids that tie them.</summary>
public abstract class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression? For { get; set; }

    /// <summary>In a grid, instead of <see cref="For"/>: an expression with an index would be compiled anew for every cell of every
    /// answer.</summary>
    [HtmlAttributeName("name")]
    public string? CellName { get; set; }

    [HtmlAttributeName("value")]
    public object? CellValue { get; set; }

    [HtmlAttributeName("label")]
    public string Label { get; set; } = "";

    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    [HtmlAttributeName("in-table")]
    public bool InTable { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected IHtmlGenerator Generator => generator;

    protected string Name => For is null
        ? CellName ?? throw new InvalidOperationException("A field needs its property (for) or its name.")
        : For.Metadata.BinderModelName ?? For.Name;

    protected ModelExplorer Explorer => For?.ModelExplorer ?? ViewContext.ViewData.ModelExplorer.GetExplorerForModel(CellValue);

    protected object? Held => For is null ? CellValue : For.Model;

    protected string Id => FieldId.Of(Name);

    protected string HintId => $"{Id}-petunjuk";

    protected string ErrorId => $"{Id}-galat";

    protected ModelStateEntry? Entry => ViewContext.ViewData.ModelState.GetValueOrDefault(Name);

    protected bool HasErrors => Entry is { Errors.Count: > 0 };

    /// <summary>What the person sent, before any reading of it; null when nothing was sent.</summary>
    protected IReadOnlyList<string>? Typed => Entry?.RawValue switch
    {
        null => null,
        string one => [one],
        string[] many => many,
        _ => Entry.AttemptedValue is { } attempted ? [attempted] : null,
    };

    protected void Wrap(TagHelperOutput output, string tag, string cssClass)
    {
        var extra = output.Attributes["class"]?.Value?.ToString();
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute(
            "class", CssClasses(cssClass, InTable ? "isian--sel" : null, HasErrors ? "isian--galat" : null, extra));
    }

    // Made by hand: the generator throws when something else than true and false was sent for a box, and finds an enum by its name only.
    protected TagBuilder Choice(string type, string value, bool isChosen)
    {
        var control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        control.Attributes["type"] = type;
        control.Attributes["value"] = value;
        if (isChosen)
        {
            control.Attributes["checked"] = "checked";
        }

        return control;
    }

    protected TagBuilder Complete(TagBuilder control, TagHelperOutput output)
    {
        foreach (var attribute in output.Attributes.Where(a => !a.Name.Equals("class", StringComparison.OrdinalIgnoreCase)))
        {
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        }

        Describe(control);
        return control;
    }

    protected void Describe(TagBuilder control)
    {
        var own = control.Attributes.TryGetValue("aria-describedby", out var given) ? given : null;
        var described = CssClasses(HasHint ? HintId : null, HasErrors ? ErrorId : null, own);
        if (described.Length > 0)
        {
            control.Attributes["aria-describedby"] = described;
        }

        if (HasErrors)
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }

    protected TagBuilder LabelElement()
    {
        var label = generator.GenerateLabel(ViewContext, Explorer, Name, Label, null);
        label.AddCssClass(InTable ? "hanya-pembaca" : "isian__label");
        return label;
    }

    protected void AppendHintAndErrors(TagHelperContent content)
    {
        AppendHint(content);
        AppendErrors(content);
    }

    protected void AppendHint(TagHelperContent content)
    {
        if (HasHint)
        {
            var hint = new TagBuilder("p");
            hint.Attributes["id"] = HintId;
            hint.AddCssClass("isian__petunjuk");
            // A view breaks a long hint over several lines.
            hint.InnerHtml.Append(string.Join(' ', Hint!.Split('\n', StringSplitOptions.TrimEntries)));
            content.AppendHtml(hint);
        }
    }

    protected void AppendErrors(TagHelperContent content)
    {
        if (HasErrors)
        {
            content.AppendHtml(ErrorElement());
        }
    }

    protected static string CssClasses(params string?[] names) => string.Join(' ', names.Where(n => !string.IsNullOrWhiteSpace(n)));

    private bool HasHint => !string.IsNullOrWhiteSpace(Hint);

    private TagBuilder ErrorElement()
    {
        var error = new TagBuilder("p");
        error.Attributes["id"] = ErrorId;
        error.AddCssClass("isian__galat");
        error.InnerHtml.Append(string.Join(' ', Entry!.Errors.Select(e => e.ErrorMessage).Distinct(StringComparer.Ordinal)));
        return error;
    }
}
