using FluentValidation;
using FluentValidation.Results;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans.PermenPanRb6;

/// <summary>The shape of what is typed; what is missing before it can be proposed is the SKP's own matter.</summary>
public sealed class SasaranFormValidator : AbstractValidator<SasaranForm>
{
    private const int MostUraian = 1000;
    private const int MostTarget = 300;
    private const int MostPenugasan = 200;
    private const int MostUkuran = 4000;
    private const int MostBaris = 500;
    private const int MostBarisLampiran = 20;

    public SasaranFormValidator()
    {
        RuleFor(f => f.JumlahRencana).Custom((count, context) =>
        {
            if (count > RencanaHasilKerja.Most)
            {
                context.AddFailure(new ValidationFailure(LastRencana(context.InstanceToValidate),
                    $"SKP memuat paling banyak {RencanaHasilKerja.Most} rencana hasil kerja; di sini ada {count}. "
                        + $"Hapus {count - RencanaHasilKerja.Most} rencana."));
            }
        });
        RuleForEach(f => f.Utama).Where(r => !r.IsDropped).ChildRules(row => Rencana(row, "utama"));
        RuleForEach(f => f.Tambahan).Where(r => !r.IsDropped).ChildRules(row => Rencana(row, "tambahan"));
        RuleForEach(f => f.Ekspektasi).OptionalText(MostUraian, "ekspektasi khusus pimpinan", multiline: true);
        Lampiran(RuleFor(f => f.DukunganSumberDaya), "dukungan sumber daya");
        Lampiran(RuleFor(f => f.SkemaPertanggungjawaban), "skema pertanggungjawaban");
        Lampiran(RuleFor(f => f.Konsekuensi), "konsekuensi");
    }

    private static string LastRencana(SasaranForm form) => form.Tambahan.Length > 0
        ? $"{nameof(form.Tambahan)}[{form.Tambahan.Length - 1}].{nameof(BarisRencana.Uraian)}"
        : $"{nameof(form.Utama)}[{form.Utama.Length - 1}].{nameof(BarisRencana.Uraian)}";

    private static void Rencana(InlineValidator<BarisRencana> row, string jenis)
    {
        row.RuleFor(r => r.Uraian).OptionalText(MostUraian, $"rencana hasil kerja {jenis}", multiline: true);
        row.RuleFor(r => r.Diintervensi).OptionalText(MostUraian, "rencana hasil kerja pimpinan yang diintervensi", multiline: true)
            .Must((r, typed) => typed.Trimmed() is null || r.Dari.Trimmed() is null)
            .WithMessage("Rencana pimpinan dipilih dari daftar dan juga ditulis sendiri. Kosongkan tulisan ini, atau pilih “Tulis sendiri” "
                + "pada daftar.");
        row.RuleFor(r => r.PenugasanDari).OptionalText(MostPenugasan, "penugasan dari");
        row.RuleFor(r => r.UkuranKeberhasilan).OptionalText(MostUkuran, "ukuran keberhasilan", multiline: true);
        row.RuleForEach(r => r.Indikator).Where(i => !i.IsEmpty).ChildRules(indikator =>
        {
            indikator.RuleFor(i => i.Uraian).OptionalText(MostUraian, $"indikator kinerja individu rencana {jenis}", multiline: true);
            indikator.RuleFor(i => i.Target).OptionalText(MostTarget, $"target rencana {jenis}", multiline: true);
        });
        row.RuleFor(r => r.JumlahIndikator).Custom((count, context) =>
        {
            if (count > IndikatorKinerjaIndividu.Most)
            {
                // At the last row of the rencana.
                var path = context.PropertyPath[..^nameof(BarisRencana.JumlahIndikator).Length];
                var last = context.InstanceToValidate.Indikator.Length - 1;
                context.AddFailure(new ValidationFailure($"{path}{nameof(BarisRencana.Indikator)}[{last}].{nameof(BarisIndikator.Uraian)}",
                    $"Satu rencana {jenis} memuat paling banyak {IndikatorKinerjaIndividu.Most} indikator; di sini ada {count}. "
                        + $"Kosongkan {count - IndikatorKinerjaIndividu.Most} baris."));
            }
        });
    }

    private static void Lampiran(IRuleBuilder<SasaranForm, string?> rule, string nama) => rule
        .OptionalText(MostBarisLampiran * (MostBaris + 2), nama, multiline: true)
        .Must(text => SasaranForm.Lines(text).Count <= MostBarisLampiran)
        .WithMessage((_, text) =>
            $"{TextRules.Capitalized(nama)} memuat {SasaranForm.Lines(text).Count} baris. Ringkas menjadi paling banyak "
            + $"{MostBarisLampiran} "
            + "baris.")
        .Must(text => LongLine(text) < 0)
        .WithMessage((_, text) => $"Baris ke-{LongLine(text) + 1} pada {nama} terlalu panjang "
            + $"({SasaranForm.Lines(text)[LongLine(text)].Length} karakter). Ringkas menjadi paling banyak {MostBaris} karakter.");

    private static int LongLine(string? text) => SasaranForm.Lines(text).ToList().FindIndex(line => line.Length > MostBaris);
}
