using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

public partial class ProposeModel
{
    public sealed class Form
    {
        public PenetapanReason? Sebab { get; set; }

        public DateOnly? Tanggal { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Alasan { get; set; }

        public List<IFormFile>? Berkas { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Sebab).Must(s => s is { } reason && Enum.IsDefined(reason) && PenetapanTable.Row(reason).MayPropose)
                .WithMessage("Sebabnya belum dipilih.");
            RuleFor(f => f.Tanggal).NotNull().WithMessage("Tanggal kejadiannya belum diisi.");
            RuleFor(f => f.Alasan).Text(1000, "penjelasan", multiline: true)
                .Must(t => TypedText.Length(t.Trimmed()) is 0 or >= 10).WithMessage("Penjelasan terlalu singkat. Tulis paling sedikit 10 "
                    + "karakter: apa yang terjadi dan dari mana diketahui.");
            RuleFor(f => f.Berkas).Custom((files, context) =>
            {
                if (files is not { Count: 1 })
                {
                    context.AddFailure("Lampirkan satu bukti, misalnya surat kematian, SK pensiun, atau lembar yang ditandatangani.");
                }
                else if (Uploads.WhyNot(files) is { } sentences)
                {
                    context.AddFailure(sentences);
                }
            });
        }
    }
}
