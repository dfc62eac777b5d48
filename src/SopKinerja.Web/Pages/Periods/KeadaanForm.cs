using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

public sealed class KeadaanForm
{
    public JenisKeadaan? Jenis { get; set; }

    public DateOnly? Mulai { get; set; }

    public DateOnly? Selesai { get; set; }

    public string? Uraian { get; set; }

    public string? NomorSurat { get; set; }

    public string? Jenjang { get; set; }

    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. KeadaanTable.Rows.Select(
        r => new SelectListItem(r.Nama, r.Jenis.ToString()))];

    /// <summary>"pensiun, meninggal dunia, …, atau perjanjian kerja berakhir".</summary>
    public static string WithoutEnd { get; } = KeadaanTable.Rows.Where(r => !r.HasEnd).Select(r => r.InSentence).ToList() is var names
        ? $"{string.Join(", ", names.SkipLast(1))}, atau {names[^1]}"
        : "";

    public static IReadOnlyList<SelectListItem> Jenjangs { get; } = [.. AngkaKredit.Jenjang.Select(
        j => new SelectListItem(j.Jenjang, j.Jenjang))];

    public KeadaanPegawai For(int periodId, int pegawaiId) =>
        new(periodId, pegawaiId, Jenis!.Value, Mulai!.Value, Selesai, Uraian!.Trim(), NomorSurat.Trimmed())
        {
            Jenjang = Jenjang.Trimmed(),
        };

    public sealed class Validator : AbstractValidator<KeadaanForm>
    {
        public Validator()
        {
            RuleFor(f => f.Jenis).NotNull().WithMessage("Keadaan belum dipilih.");
            RuleFor(f => f.Mulai).NotNull().WithMessage("Tanggal mulai belum diisi.")
                .Must(d => d is { Year: >= 2000 and <= 2100 }).WithMessage("Tahun pada tanggal mulai harus antara 2000 dan 2100.");
            RuleFor(f => f.Selesai).NotNull().When(HasEnd, ApplyConditionTo.CurrentValidator).WithMessage("Tanggal selesai belum diisi.")
                .Empty().When(f => !HasEnd(f), ApplyConditionTo.CurrentValidator).WithMessage(f =>
                    $"{KeadaanTable.Row(f.Jenis!.Value).Nama} berlaku sejak satu tanggal dan seterusnya. Kosongkan “Sampai dengan”.")
                .Must(d => d is null or { Year: >= 2000 and <= 2100 }).WithMessage("Tahun pada tanggal selesai harus antara 2000 dan 2100.")
                .Must((f, selesai) => f.Mulai is null || selesai is null
                    || selesai >= f.Mulai).WithMessage("Tanggal selesai harus sama dengan atau sesudah tanggal mulai.");
            RuleFor(f => f.Uraian).Text(300, "uraian");
            RuleFor(f => f.NomorSurat).OptionalText(100, "nomor surat");
            RuleFor(f => f.Jenjang).Must(jenjang => jenjang.Trimmed() is null || AngkaKredit.Jenjang.Any(j => j.Jenjang == jenjang))
                .WithMessage("Jenjang ini tidak ada dalam daftar. Pilih jenjang lain.")
                .Must((f, jenjang) => jenjang.Trimmed() is null || f.Jenis is null or JenisKeadaan.PindahJabatan)
                .WithMessage("Jenjang hanya untuk pindah jabatan. Pilih “Tanpa jenjang”, atau periksa keadaannya.");
        }

        private static bool HasEnd(KeadaanForm f) => f.Jenis is not { } jenis || KeadaanTable.Row(jenis).HasEnd;
    }
}
