using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SopKinerja.Web.Ui;

public sealed class TypedTextModelBinderProvider : IModelBinderProvider
{
    private static readonly Dictionary<Type, IModelBinder> Binders = new()
    {
        [typeof(decimal)] = new DecimalModelBinder(),
        [typeof(DateOnly)] = new DateModelBinder(),
        [typeof(int)] = new WholeNumberModelBinder(),
        [typeof(string)] = new TextModelBinder(),
    };

    private static readonly RupiahModelBinder Rupiah = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata is DefaultModelMetadata { Attributes.PropertyAttributes: { } marks } && marks.OfType<RupiahAttribute>().Any()
            ? Rupiah
            : Binders.GetValueOrDefault(context.Metadata.UnderlyingOrModelType);
}
