using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SopKinerja.Web.Infrastructure.Ui;

/// <summary>Which types are read as people here write them.</summary>
public sealed class TypedTextModelBinderProvider : IModelBinderProvider
{
    private static readonly Dictionary<Type, IModelBinder> Binders = new()
    {
        [typeof(decimal)] = new DecimalModelBinder(),
        [typeof(DateOnly)] = new DateModelBinder(),
        [typeof(int)] = new WholeNumberModelBinder(),
    };

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        Binders.GetValueOrDefault(context.Metadata.UnderlyingOrModelType);
}
