using FluentValidation;
using SopKinerja.Web.Pages.Account.Certificate;

namespace SopKinerja.Web.Pages.Certificates;

public partial class IndexModel
{
    public sealed class Form : AuthorityForm
    {
        public List<long> Permintaan { get; set; } = [];
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Permintaan).NotEmpty().WithMessage("Centang paling sedikit satu permintaan yang akan diterbitkan.")
                .Must(ids => ids.Count <= PageSize).WithMessage($"Terbitkan paling banyak {PageSize} sertifikat sekaligus.");
            RuleFor(f => f.Frasa).Frasa("Tulis frasa sandi otoritas.");
        }
    }
}
