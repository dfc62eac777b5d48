using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports.PermenPanRb6;

/// <summary>What a row fills in that its form has no place for: the page does not ask it, and would drop it without a word.</summary>
internal static class RencanaFit
{
    public static IEnumerable<(string Field, string Sentence)> Faults(RencanaLine line, FormulirSkp form)
    {
        (string Field, bool IsAsked, bool IsFilled)[] places =
        [
            (nameof(line.Diintervensi), form.MayIntervene, line.Diintervensi is not null),
            (nameof(line.PenugasanDari), line.Rencana?.Jenis != JenisHasilKerja.Utama, line.PenugasanDari is not null),
            (nameof(line.UkuranKeberhasilan), !form.HasIndikator, line.UkuranKeberhasilan is not null),
            ($"{RencanaColumns.Indikator}.{nameof(line.Indikator.Uraian)}", form.HasIndikator, line.Indikator.Uraian.Trimmed() is not null),
            ($"{RencanaColumns.Indikator}.{nameof(line.Indikator.Target)}", form.HasIndikator, line.Indikator.Target.Trimmed() is not null),
            ($"{RencanaColumns.Indikator}.{nameof(line.Indikator.Aspek)}", form.HasAspek, line.Indikator.Aspek is not null),
            ($"{RencanaColumns.Indikator}.{nameof(line.Indikator.Perspektif)}", form.HasPerspektif, line.Indikator.Perspektif is not null),
        ];
        return places.Where(p => p is { IsAsked: false, IsFilled: true }).Select(p => (p.Field, p.Field == nameof(line.PenugasanDari)
            ? "“Penugasan dari” hanya ada pada kinerja tambahan. Kosongkan, atau pindahkan rencana ini ke bagian Tambahan."
            : $"Formulir {form.Nama()} tidak memuat kolom ini. Kosongkan, atau ganti pendekatannya."));
    }
}
