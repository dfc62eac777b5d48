using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Pp46;

/// <summary>The shape of what is typed; what is missing for the next step is the procedure's matter.</summary>
public sealed class InputFormValidator : AbstractValidator<InputForm>
{
    internal const decimal MostKuantitas = 1_000_000_000;
    internal const decimal MostWaktu = 10_000;
    internal const decimal MostBiaya = 100_000_000_000_000;
    private const decimal MostAk = 10_000;
    private const decimal MostNilai = 1_000;

    public InputFormValidator()
    {
        RuleForEach(f => f.Kegiatan).ChildRules(row =>
        {
            row.RuleFor(r => r.Ak).InRange(0, MostAk, 4, "realisasi angka kredit");
            row.RuleFor(r => r.Kuantitas).InRange(0, MostKuantitas, 4, "realisasi kuantitas");
            row.RuleFor(r => r.Waktu).InRange(0, MostWaktu, 2, "realisasi waktu");
            row.RuleFor(r => r.Biaya).InRange(0, MostBiaya, 2, "realisasi biaya");
        });
        RuleFor(f => f.Tambahan).Must(rows => rows.Count <= InputForm.MostTambahan)
            .WithMessage($"Paling banyak {InputForm.MostTambahan} tugas tambahan.");
        RuleForEach(f => f.Tambahan).Where(r => !r.IsEmpty).ChildRules(row =>
        {
            row.RuleFor(r => r.Uraian).Text(500, "uraian tugas tambahan");
            row.RuleFor(r => r.NomorSurat).OptionalText(100, "nomor surat");
        });
        RuleFor(f => f.Kreativitas).Must(rows => rows.Count <= InputForm.MostKreativitas)
            .WithMessage($"Paling banyak {InputForm.MostKreativitas} kreativitas.");
        RuleForEach(f => f.Kreativitas).Where(r => !r.IsEmpty).ChildRules(row =>
        {
            row.RuleFor(r => r.Uraian).Text(500, "uraian kreativitas");
            row.RuleFor(r => r.Manfaat).NotNull().WithMessage("Pilih untuk siapa kreativitas ini bermanfaat.");
            row.RuleFor(r => r.NomorSurat).OptionalText(100, "nomor surat");
        });
        RuleFor(f => f.JabatanLain)
            .Must(rows => rows.Count <= InputForm.MostJabatan).WithMessage($"Paling banyak {InputForm.MostJabatan} jabatan lama.");
        RuleForEach(f => f.JabatanLain).Where(r => !r.IsEmpty).ChildRules(row =>
        {
            row.RuleFor(r => r.Uraian).Text(300, "jabatan lama");
            row.RuleFor(r => r.Penilai).Text(200, "nama pejabat penilai jabatan lama");
            row.RuleFor(r => r.Sampai).NotNull().WithMessage("Hari terakhir pada jabatan lama belum diisi.");
            row.RuleFor(r => r.Nilai)
                .NotNull().WithMessage("Nilai SKP jabatan lama belum diisi. Salin dari penilaian capaian SKP jabatan itu.")
                .InRange(0, MostNilai, 2, "nilai SKP jabatan lama");
        });
    }
}
