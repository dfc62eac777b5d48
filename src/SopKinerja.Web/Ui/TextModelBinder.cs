using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SopKinerja.Web.Ui;

/// <summary>Reads words in one spelling (<see cref="TypedText"/>), whichever keyboard or program they come from; a password stays as it
/// was typed.</summary>
public sealed class TextModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        var text = IsSecret(bindingContext.ModelMetadata) ? sent.FirstValue : TypedText.Plain(sent.FirstValue);
        var isNone = bindingContext.ModelMetadata.ConvertEmptyStringToNull && string.IsNullOrWhiteSpace(text);
        bindingContext.Result = ModelBindingResult.Success(isNone ? null : text);
        return Task.CompletedTask;
    }

    private static bool IsSecret(ModelMetadata metadata) => metadata.DataTypeName == nameof(DataType.Password);
}
