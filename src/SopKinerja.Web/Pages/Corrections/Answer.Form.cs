using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Corrections;

public sealed partial class AnswerModel
{
    public sealed class Form
    {
        internal const string Done = "dibetulkan";
        internal const string Refused = "ditolak";

        public string? Putusan { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Jawaban { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Putusan).Must(p => p is Form.Done or Form.Refused).WithMessage("Pilih apakah datanya dibetulkan atau tidak.");
            RuleFor(f => f.Jawaban).Text(Correction.Longest, "jawaban", multiline: true);
        }
    }
}
