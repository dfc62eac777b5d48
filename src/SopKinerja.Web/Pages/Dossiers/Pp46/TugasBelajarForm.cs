using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Pp46;

/// <summary>What replaces the kegiatan of someone on tugas belajar.</summary>
public sealed class TugasBelajarForm
{
    public bool Dipakai { get; set; }

    public decimal? NilaiSkp { get; set; }

    [DataType(DataType.MultilineText)]
    public string? DasarNilaiSkp { get; set; }

    [DataType(DataType.MultilineText)]
    public string? DasarPerilaku { get; set; }

    public bool IsEmpty => NilaiSkp is null && DasarNilaiSkp.Trimmed() is null && DasarPerilaku.Trimmed() is null;

    public static TugasBelajarForm Of(PenilaianTugasBelajar? given) => new()
    {
        Dipakai = given is not null,
        NilaiSkp = given?.NilaiSkp,
        DasarNilaiSkp = given?.DasarNilaiSkp,
        DasarPerilaku = given?.DasarPerilaku,
    };

    public PenilaianTugasBelajar? Read() => Dipakai ? new(NilaiSkp, DasarNilaiSkp.Trimmed(), DasarPerilaku.Trimmed()) : null;
}

public sealed class TugasBelajarFormValidator : AbstractValidator<TugasBelajarForm>
{
    public TugasBelajarFormValidator()
    {
        RuleFor(f => f.Dipakai).Must((f, isUsed) => isUsed || f.IsEmpty)
            .WithMessage("Nilai atau dasar tugas belajar sudah diisi. Beri centang supaya dipakai, atau kosongkan isiannya.");
        RuleFor(f => f.NilaiSkp).InRange(0, 100, 2, "nilai SKP dari IPK");
        RuleFor(f => f.DasarNilaiSkp).OptionalText(500, "dasar nilai SKP");
        RuleFor(f => f.DasarPerilaku).OptionalText(500, "dasar perilaku kerja");
    }
}
