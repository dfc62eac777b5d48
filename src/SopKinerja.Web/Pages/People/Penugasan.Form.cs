using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.People;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

public partial class PenugasanModel
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. PenugasanTable.Rows.Select(r => new SelectListItem(r.Nama, r.Jenis.ToString()))];

    public sealed class Form
    {
        public JenisPenugasan? Jenis { get; set; }

        public string? Menggantikan { get; set; }

        public string? Pelaksana { get; set; }

        public string? NomorSk { get; set; }

        public DateOnly? TanggalSk { get; set; }

        public DateOnly? Mulai { get; set; }

        public DateOnly? Selesai { get; set; }

        public string? Alasan { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(TimeProvider time)
        {
            RuleFor(f => f.Jenis).Must(j => j is { } jenis && Enum.IsDefined(jenis)).WithMessage("Jenis penugasan belum dipilih.");
            RuleFor(f => f.Menggantikan).Text(200, "nama atau NIP pejabat yang digantikan");
            RuleFor(f => f.Pelaksana).Text(200, "nama atau NIP pelaksana");
            RuleFor(f => f.NomorSk).Text(100, "nomor surat penugasan");
            RuleFor(f => f.TanggalSk).DateOfSource("tanggal surat penugasan", time);
            RuleFor(f => f.Mulai).NotNull().WithMessage("Tanggal mulai belum diisi.")
                .Must(d => d is null or { Year: >= 2000 and <= 2100 }).WithMessage("Tahun pada tanggal mulai harus antara 2000 dan 2100.");
            RuleFor(f => f.Selesai).Must((f, d) => d is null || f.Mulai is null || d >= f.Mulai)
                .WithMessage("Tanggal selesai harus sama dengan atau sesudah tanggal mulai. Kosongkan bila belum diketahui.")
                .Must(d => d is null or { Year: <= 2100 }).WithMessage("Tahun pada tanggal selesai paling besar 2100.");
            RuleFor(f => f.Alasan).Text(300, "alasan");
        }
    }
}
