using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step7Archive;

public partial class IndexModel
{
    public sealed class Form
    {
        public string? KodeKlasifikasi { get; set; }

        public string? NomorBoks { get; set; }

        public string? NomorFolder { get; set; }

        public string? NomorArsip { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Catatan { get; set; }

        /// <summary>Box numbers are codes: written in capitals, so that the same box is found however it was typed.</summary>
        public ArchiveRecord ToRecord() => new(
            KodeKlasifikasi.Trimmed()!, NomorBoks.Trimmed()!.ToUpperInvariant(), NomorFolder.Trimmed()!,
            NomorArsip.Trimmed()!, Catatan.Trimmed());
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.KodeKlasifikasi).Text(30, "kode klasifikasi")
                .Matches(@"^\s*[0-9]{1,4}(\.[0-9]{1,4}){0,6}\s*$")
                .WithMessage("Kode klasifikasi terdiri atas angka dan titik saja, misalnya 800.1.4.4.");
            RuleFor(f => f.NomorBoks).Text(50, "nomor boks");
            RuleFor(f => f.NomorFolder).Text(50, "folder");
            RuleFor(f => f.NomorArsip).Text(100, "nomor arsip");
            RuleFor(f => f.Catatan).OptionalText(500, "catatan", multiline: true);
        }
    }
}
