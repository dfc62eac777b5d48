using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

public partial class LeaveModel
{
    public sealed class Form
    {
        public DateOnly? Sampai { get; set; }

        public string? Jabatan { get; set; }

        public int? UnitKerjaId { get; set; }

        public string? Penilai { get; set; }

        public string? NomorSurat { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Sampai).NotNull().WithMessage("Hari terakhir pada jabatan belum diisi.");
            RuleFor(f => f.Jabatan).Text(300, "jabatan yang ditinggalkan");
            RuleFor(f => f.UnitKerjaId).NotNull().WithMessage("Unit kerja pada jabatan itu belum dipilih.");
            RuleFor(f => f.Penilai).Text(200, "nama atau NIP pejabat penilai");
            RuleFor(f => f.NomorSurat).Text(100, "nomor surat pemindahan");
        }
    }
}
