using FluentValidation;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Pages.Office;

public partial class IndexModel
{
    public sealed class Form
    {
        /// <summary>What is written, by the key of its row; nothing for a field that the environment locks.</summary>
        public Dictionary<string, string?> Isi { get; set; } = [];

        public IFormFile? Gambar { get; set; }

        public bool TanpaGambar { get; set; }

        /// <summary>The newest change that was known when the form was shown.</summary>
        public long? Version { get; set; }

        internal string? Of(SettingRow row) => Isi.GetValueOrDefault(row.Key);
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Isi).Custom((_, context) =>
            {
                foreach (var row in Typed)
                {
                    if (row.WhyNot(context.InstanceToValidate.Of(row)) is { } fault)
                    {
                        context.AddFailure($"Isi[{row.Key}]", fault);
                    }
                }
            });
            RuleFor(f => f.Gambar).Custom((file, context) =>
            {
                if (file is not null && (file.Length > LetterheadImage.MostBytes ? TooLarge : FaultOf(file)) is { } fault)
                {
                    context.AddFailure(fault);
                }
            });
        }

        private static string TooLarge => $"Gambarnya lebih dari {LetterheadImage.MostBytes / 1000} kB. Perkecillah.";

        private static string? FaultOf(IFormFile file) =>
            LetterheadImage.Of(BytesOf(file), out var fault) is null ? $"Gambar ini tidak dapat dipakai: {fault}." : null;
    }

    private static byte[] BytesOf(IFormFile file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
