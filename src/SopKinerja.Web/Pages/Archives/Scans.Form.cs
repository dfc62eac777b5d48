using FluentValidation;
using SopKinerja.Web.Signing.WetInk;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Archives;

public partial class ScansModel
{
    public sealed class Form
    {
        public List<IFormFile>? Berkas { get; set; }

        public bool Lengkap { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Berkas).NotEmpty().WithMessage("Pilih pindaiannya, satu untuk setiap dokumen.")
                .Must(files => files!.Count <= ScanPiles.MostFiles)
                .WithMessage($"Paling banyak {ScanPiles.MostFiles} pindaian sekaligus. Unggah selebihnya sesudah ini.")
                .Must(files => Uploads.WhyNot(files) is null).WithMessage(f => Uploads.WhyNot(f.Berkas));
            RuleFor(f => f.Lengkap).Equal(true).WithMessage("Periksa lembar-lembarnya, lalu centang bahwa semua tanda tangan sudah ada.");
        }
    }
}
