using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

public sealed partial class IndexModel
{
    public sealed class Form
    {
        public int? Periode { get; set; }

        public IFormFile? Berkas { get; set; }

        public string? Lembar { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Sel { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Berkas).NotNull().WithMessage("Unggah lembar kerja, atau tempelkan sel dari Excel di bawahnya.")
                .When(f => string.IsNullOrWhiteSpace(f.Sel));
            RuleFor(f => f.Sel).Must(string.IsNullOrWhiteSpace).WithMessage("Unggah lembar kerja atau tempelkan sel, tidak keduanya.")
                .When(f => f.Berkas is not null);
            RuleFor(f => f.Sel).Must(s => s is null || s.Length <= SheetReader.MostBytes)
                .WithMessage("Terlalu banyak sel. Simpan sebagai lembar kerja, lalu unggah.");
            RuleFor(f => f.Lembar).OptionalText(100, "nama lembar");
        }
    }
}
