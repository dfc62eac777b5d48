using FluentValidation;
using FluentValidation.Results;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Pages.Plans.Pp46;

public partial class EditModel
{
    /// <summary>How a sentence on a row begins, which the grid numbers.</summary>
    public static string AtRow(int index) => $"Baris {index + 1}: ";

    public sealed class Form
    {
        // A request may name a row without sending any cell of it.
        public TargetRow[] Rows { get; set => field = [.. value.Select(row => row ?? new())]; } = [];
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Rows).Custom((rows, context) =>
        {
            var count = rows.Count(r => !r.IsDropped);
            if (count > KegiatanTugasJabatan.Most)
            {
                context.AddFailure(new ValidationFailure("Rows",
                    $"SKP memuat paling banyak {KegiatanTugasJabatan.Most} kegiatan; di sini ada {count}. Hapus "
                    + $"{count - KegiatanTugasJabatan.Most} kegiatan."));
                return;
            }

            foreach (var (row, i) in rows.Select((row, i) => (row, i)).Where(r => !r.row.IsDropped))
            {
                foreach (var (cell, sentence) in TargetRules.Faults(row))
                {
                    context.AddFailure(new ValidationFailure($"Rows[{i}].{cell}", AtRow(i) + sentence));
                }
            }
        });
    }
}
