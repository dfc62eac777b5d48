using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Accounts;

public partial class EditModel
{
    public sealed class Form
    {
        public string? Nama { get; set; }

        public bool Aktif { get; set; }

        public string? Version { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Nama).OptionalText(200, "nama pemilik akun");
    }
}
