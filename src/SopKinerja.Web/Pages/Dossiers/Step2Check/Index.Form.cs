using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step2Check;

public partial class IndexModel
{
    public sealed class Form
    {
        public List<bool> Umum { get; set; } = [];

        public List<bool> Kegiatan { get; set; } = [];

        [DataType(DataType.MultilineText)]
        public string? Catatan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Catatan).OptionalText(1000, "catatan", multiline: true);
    }
}
