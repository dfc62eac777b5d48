using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

public partial class DeliverModel
{
    public sealed class Form
    {
        public DateOnly? Tanggal { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Catatan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Tanggal).NotNull().WithMessage("Tanggal penyerahan belum diisi.");
            RuleFor(f => f.Catatan).Text(1000, "catatan penyerahan", multiline: true);
        }
    }
}
