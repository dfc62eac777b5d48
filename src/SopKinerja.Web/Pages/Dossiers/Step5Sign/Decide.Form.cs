using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

public partial class DecideModel
{
    private const string Tetap = "tetap";

    private const string Ubah = "ubah";

    public static IReadOnlyList<SelectListItem> Choices { get; } =
    [
        new("Hasil tetap: keberatan tidak mengubah hasil", Tetap),
        new("Hasil diubah: saya menetapkan nilai atau rating di bawah ini", Ubah),
    ];

    public sealed class Form
    {
        public string? Putusan { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Isi { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Putusan)
                .Must(p => Choices.Any(c => c.Value == p)).WithMessage("Keputusan belum dipilih: hasil tetap, atau hasil diubah.");
            RuleFor(f => f.Isi).Text(4000, "pertimbangan", multiline: true)
                .Must(text => TypedText.Length(text) >= 20)
                .WithMessage("Pertimbangan terlalu singkat. Tulis paling sedikit 20 karakter: mengapa keputusannya demikian.");
        }
    }
}
