using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

public partial class IndexModel
{
    public sealed class Form
    {
        public string? Cari { get; set; }

        public int? Unit { get; set; }

        public string? Keadaan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Cari).MaximumLength(SearchText.Most)
            .WithMessage($"Kata yang dicari terlalu panjang. Tulis paling banyak {SearchText.Most} karakter dari nama, atau angka NIP.");
    }
}
