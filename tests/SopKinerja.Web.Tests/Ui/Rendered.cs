using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Ui;

/// <summary>Draws a tag helper as a page would, with the model state that the page has.</summary>
internal sealed class Rendered
{
    private static readonly EmptyModelMetadataProvider Metadata = new();

    public static readonly IHtmlGenerator Generator = new ServiceCollection().AddLogging().AddMvcCore().AddViews().Services
        .Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
        .BuildServiceProvider().GetRequiredService<IHtmlGenerator>();

    public ModelStateDictionary State { get; } = new();

    public Rendered Typed(string name, string text)
    {
        State.SetModelValue(name, new ValueProviderResult(text));
        return this;
    }

    public Rendered Refused(string name, string sentence)
    {
        State.AddModelError(name, sentence);
        return this;
    }

    public IElement Field<T>(FieldTagHelper helper, T model, string name = "Input.Isi", params (string Name, string Value)[] attributes)
    {
        helper.For = new ModelExpression(name, Metadata.GetModelExplorerForType(typeof(T), model));
        helper.ViewContext = View(typeof(object));
        return Body(helper, attributes).FirstElementChild!;
    }

    public IElement Cell(FieldTagHelper helper, string name, object? value)
    {
        (helper.CellName, helper.CellValue, helper.ViewContext) = (name, value, View(typeof(object)));
        return Body(helper).FirstElementChild!;
    }

    public IElement? Summary(Type model)
    {
        var helper = new RingkasanGalatTagHelper { ViewContext = View(model) };
        return Body(helper).FirstElementChild;
    }

    public static IElement Body(TagHelper helper, params (string Name, string Value)[] attributes)
    {
        var list = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var context = new TagHelperContext(list, new Dictionary<object, object>(), "one");
        var output = new TagHelperOutput("x", list, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!;
    }

    private ViewContext View(Type model) => new()
    {
        HttpContext = new DefaultHttpContext(),
        FormContext = new FormContext(),
        ViewData = new ViewDataDictionary(Metadata, State) { ModelExplorer = Metadata.GetModelExplorerForType(model, null) },
    };
}
