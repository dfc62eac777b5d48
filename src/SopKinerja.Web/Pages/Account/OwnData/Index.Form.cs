using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.OwnData;

public sealed partial class IndexModel
{
    public sealed class Form
    {
        [DataType(DataType.MultilineText)]
        public string? Salah { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Seharusnya { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Salah).Text(Correction.Longest, "yang salah", multiline: true);
            RuleFor(f => f.Seharusnya).Text(Correction.Longest, "yang benar", multiline: true);
        }
    }
}
