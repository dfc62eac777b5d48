using Microsoft.AspNetCore.Mvc;

namespace SopKinerja.Web.Ui;

/// <summary>Everything that model binding can say, in Indonesian, and the binders that read figures and dates as written here.</summary>
public static class IndonesianMessages
{
    private const string Empty = "Isian ini belum diisi.";
    private const string Unreadable = "Isian ini tidak dapat dibaca. Periksa lalu tulis kembali.";
    private const string NotANumber = "Isian ini harus berupa angka, misalnya 85,5.";

    public static MvcOptions UseIndonesianMessages(this MvcOptions options)
    {
        // Required fields are the validators' matter; the implied attribute would answer in English.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelBinderProviders.Insert(0, new TypedTextModelBinderProvider());

        // Neither the typed text nor the property's name is repeated: the sentence stands at its field.
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => Empty);
        messages.SetMissingKeyOrValueAccessor(() => Empty);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Tidak ada isian yang diterima. Muat ulang halaman ini lalu coba lagi.");
        messages.SetValueMustNotBeNullAccessor(_ => Empty);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        messages.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        messages.SetValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => NotANumber);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => NotANumber);
        return options;
    }
}
