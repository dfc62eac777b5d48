using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

public sealed class NoteForm
{
    public DateOnly? Tanggal { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Uraian { get; set; }

    public sealed class Validator : AbstractValidator<NoteForm>
    {
        public Validator()
        {
            RuleFor(f => f.Tanggal).NotNull().WithMessage("Tanggal belum diisi. Tulis tanggal kejadiannya.");
            RuleFor(f => f.Uraian).Text(PlanNote.Most, "uraian", multiline: true);
        }
    }
}
