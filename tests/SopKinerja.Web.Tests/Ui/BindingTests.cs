using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Ui;

public sealed class BindingTests
{
    [Theory]
    [InlineData("85,5", "85.5")]
    [InlineData("85.5", "85.5")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("170.395.000", "170395000")]
    public async Task A_figure_is_read_as_written_here(string typed, string figure)
    {
        var (form, state) = await Bind("Ak", typed);
        Assert.Equal(0, state.ErrorCount);
        Assert.Equal(decimal.Parse(figure, CultureInfo.InvariantCulture), form.Ak);
    }

    [Theory]
    [InlineData("Ak", "1,234.56")]
    [InlineData("Ak", "1.234")]
    [InlineData("Ak", "delapan")]
    [InlineData("Tmt", "31-02-2026")]
    [InlineData("Jumlah", "dua")]
    [InlineData("Jumlah", "99999999999")]
    [InlineData("Kunci", "bukan guid")]
    public async Task What_cannot_be_read_is_refused_in_indonesian_and_stays_typed(string field, string typed)
    {
        var (_, state) = await Bind(field, typed);
        var error = Assert.Single(state[field]!.Errors);
        Assert.Equal(typed, state[field]!.AttemptedValue);
        Assert.EndsWith(".", error.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("value", error.ErrorMessage, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("valid", error.ErrorMessage, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_empty_field_is_none_where_that_is_allowed_and_a_sentence_where_it_is_not()
    {
        var (form, optional) = await Bind("Ak", " ");
        var (_, required) = await Bind("Wajib", "");
        Assert.Equal(0, optional.ErrorCount);
        Assert.Null(form.Ak);
        Assert.Equal("Isian ini belum diisi.", Assert.Single(required["Wajib"]!.Errors).ErrorMessage);
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("22-11-2026")]
    [InlineData("22/11/2026")]
    public async Task A_date_is_read_from_the_field_or_as_typed(string typed)
    {
        var (form, _) = await Bind("Tmt", typed);
        Assert.Equal(new DateOnly(2026, 11, 22), form.Tmt);
    }

    private static async Task<(Form Form, ModelStateDictionary State)> Bind(string field, string typed)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMvcCore(o => o.UseIndonesianMessages());
        await using var provider = services.BuildServiceProvider();
        var action = new ActionContext(new DefaultHttpContext { RequestServices = provider }, new RouteData(), new ActionDescriptor());
        var values = new FormValueProvider(
            BindingSource.Form,
            new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal) { [field] = typed }),
            CultureInfo.GetCultureInfo("id-ID"));
        var metadata = provider.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Form));
        var factory = provider.GetRequiredService<IModelBinderFactory>();
        var binder = factory.CreateBinder(new ModelBinderFactoryContext { Metadata = metadata, CacheToken = metadata });
        var context = DefaultModelBindingContext.CreateBindingContext(action, values, metadata, bindingInfo: null, modelName: "");
        await binder.BindModelAsync(context);
        return ((Form)context.Result.Model!, action.ModelState);
    }

    public sealed class Form
    {
        public decimal? Ak { get; set; }

        public decimal Wajib { get; set; }

        public DateOnly? Tmt { get; set; }

        public int Jumlah { get; set; }

        public Guid? Kunci { get; set; }
    }
}
