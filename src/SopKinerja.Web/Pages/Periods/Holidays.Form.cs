using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

public partial class HolidaysModel
{
    /// <summary>A day to add.</summary>
    public sealed class Form
    {
        public DateOnly? Tanggal { get; set; }

        public string? Nama { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Tanggal).NotNull().WithMessage("Tanggal belum diisi.")
                .Must(d => d is { Year: >= 2000 and <= 2100 }).WithMessage("Tahun harus antara 2000 dan 2100.");
            RuleFor(f => f.Nama).Text(100, "nama hari libur");
        }
    }
}
