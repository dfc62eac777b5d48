using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SopKinerja.Web.Ui;

/// <summary>Reads words in one spelling (<see cref="TypedText"/>), whichever keyboard or program they come from: in one line with single
/// blanks, where the field is not marked as one of several lines. A password stays as it was typed.</summary>
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
        var text = Read(bindingContext.ModelMetadata, sent.FirstValue);
        var isNone = bindingContext.ModelMetadata.ConvertEmptyStringToNull && string.IsNullOrWhiteSpace(text);
        bindingContext.Result = ModelBindingResult.Success(isNone ? null : text);
        return Task.CompletedTask;
    }

    // The texts of a list are of several lines. A line break where there should be none stays, so that the field can name it.
    private static string? Read(ModelMetadata metadata, string? sent) => metadata.DataTypeName switch
    {
        nameof(DataType.Password) => sent,
        nameof(DataType.MultilineText) => TypedText.Plain(sent),
        _ => TypedText.Plain(sent) is var plain && metadata.MetadataKind != ModelMetadataKind.Type && !plain.Trim().Contains('\n')
            ? TypedText.OneLine(plain)
            : plain,
    };
}
