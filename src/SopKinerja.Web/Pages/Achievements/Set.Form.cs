using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Achievements;

public partial class SetModel
{
    public static IReadOnlyList<SelectListItem> Values { get; } =
        [.. Enum.GetValues<CapaianOrganisasi>().Select(c => new SelectListItem(c.Nama(), c.ToString()))];

    public sealed class Form
    {
        public CapaianOrganisasi? Capaian { get; set; }

        public string? Sumber { get; set; }

        public DateOnly? TanggalSumber { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Alasan { get; set; }

        /// <summary>The number of the line that was shown; 0 while there was none.</summary>
        public int? Sesudah { get; set; }

        /// <summary>What a form without a fault gives.</summary>
        public CapaianGiven Read() => new(Capaian!.Value, Sumber.Trimmed()!, TanggalSumber!.Value, Alasan.Trimmed());

        public void Show(CapaianUnit? last) =>
            (Capaian, Sumber, TanggalSumber, Sesudah) = (last?.Capaian, last?.Sumber, last?.TanggalSumber, last?.No ?? 0);
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(TimeProvider time)
        {
            RuleFor(f => f.Capaian).Must(c => c is { } capaian && Enum.IsDefined(capaian))
                .WithMessage("Capaian belum dipilih: pilih salah satu.");
            RuleFor(f => f.Sumber).Text(300, "sumber");
            RuleFor(f => f.TanggalSumber).DateOfSource("tanggal sumber", time);
            RuleFor(f => f.Alasan).OptionalText(1000, "alasan", multiline: true);
        }
    }
}
