using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SopKinerja.Web.Ui;

/// <summary>Binds a value from typed text: keeps the text, takes an empty field as "none", and puts the refusal at the field.</summary>
public abstract class TypedTextModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        var state = bindingContext.ModelState;
        state.SetModelValue(bindingContext.ModelName, sent);
        var text = TypedText.OneLine(sent.FirstValue);
        if (IsNone(text))
        {
            BindNone(bindingContext);
        }
        else if (Read(text, out var error) is { } value)
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            state.TryAddModelError(bindingContext.ModelName, error ?? "Isian ini tidak dapat dibaca.");
        }

        return Task.CompletedTask;
    }

    protected virtual bool IsNone(string text) => text.Length == 0;

    /// <summary>The value, or null with a sentence for the screen.</summary>
    protected abstract object? Read(string text, out string? error);

    private static void BindNone(ModelBindingContext context)
    {
        if (context.ModelMetadata.IsReferenceOrNullableType)
        {
            context.Result = ModelBindingResult.Success(null);
            return;
        }

        var messages = context.ModelMetadata.ModelBindingMessageProvider;
        context.ModelState.TryAddModelError(context.ModelName, messages.ValueMustNotBeNullAccessor(""));
    }
}
