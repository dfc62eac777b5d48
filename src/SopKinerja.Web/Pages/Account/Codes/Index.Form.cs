using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace SopKinerja.Web.Pages.Account.Codes;

public partial class IndexModel
{
    public sealed class Form
    {
        /// <summary>The offered key, in cipher.</summary>
        public string? Kunci { get; set; }

        [DataType(DataType.Password)]
        public string? KataSandi { get; set; }

        public string? Kode { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.KataSandi).KataSandi();
            RuleFor(f => f.Kode).Kode();
        }
    }
}
