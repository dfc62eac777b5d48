using FluentValidation;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Accounts;

public partial class CreateModel
{
    public sealed class Form
    {
        internal const string Pegawai = "pegawai";
        internal const string Administrator = "administrator";
        internal const string Auditor = "auditor";

        internal static readonly FieldRefusal NameOfAnother = new(UnsavedReason.NameOfAnother, "Input.Nama", "Nama ini sama dengan nama "
            + "pegawai, administrator, atau auditor lain, sehingga tindakannya tampak seperti tindakan orang itu; atau memuat huruf yang "
            + "bukan huruf Latin. Tambahkan pembedanya, misalnya nama instansinya.");

        public string? Bentuk { get; set; } = Pegawai;

        public int? PegawaiId { get; set; }

        public string? Nama { get; set; }

        public string? NamaPengguna { get; set; }

        internal bool IsForPegawai => Bentuk == Pegawai;
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Bentuk)
                .Must(b => b is Form.Pegawai or Form.Administrator or Form.Auditor)
                .WithMessage("Pilih apakah akun ini untuk pegawai, administrator, atau auditor.");
            RuleFor(f => f.PegawaiId).NotNull().WithMessage("Pegawai belum dipilih.").When(f => f.IsForPegawai);
            RuleFor(f => f.Nama).Text(200, "nama administrator atau auditor").When(f => f.Bentuk is Form.Administrator or Form.Auditor);
            RuleFor(f => f.NamaPengguna).OptionalText(60, "nama pengguna")
                .Must(nama => nama.Trimmed() is not { } typed || UserNames.IsAllowed(typed))
                .WithMessage(UserNames.Refused);
        }
    }
}
