using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Web.Pages.Account.Certificate;

namespace SopKinerja.Web.Pages.Account;

public partial class ConfirmationModel
{
    public sealed class Form
    {
        [DataType(DataType.Password)]
        public string? Frasa { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Frasa).Frasa("Tulis frasa sandi sertifikat Anda.");
    }
}
