using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Pp46;

/// <summary>What the pejabat penilai gives under PP 46/2011; an empty score is one still to be given.</summary>
public sealed class RatingForm : ISheetForm<GivenScores>
{
    string ISheetForm<GivenScores>.Method => ScoringMethods.Pp46;

    string ISheetForm<GivenScores>.Prefix => "Input";

    public List<decimal?> Kualitas { get; set; } = [];

    public List<decimal?> Perilaku { get; set; } = [];

    [DataType(DataType.MultilineText)]
    public string? KondisiPenyebab { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Rekomendasi { get; set; }

    public TugasBelajarForm TugasBelajar { get; set; } = new();

    public void Show(Dossier dossier) => Show((Pp46Sheet)dossier.Sheet);

    public void Show(Dossier dossier, GivenScores given) => Show((Pp46Sheet)dossier.Sheet.WithFiguresOf(given));

    private void Show(Pp46Sheet sheet)
    {
        Kualitas = [.. sheet.Kegiatan.Select(k => k.Realisasi.Kualitas)];
        Perilaku = [.. sheet.Perilaku.Aspects(sheet.Struktural).Select(a => a.Nilai)];
        KondisiPenyebab = sheet.KondisiPenyebab;
        Rekomendasi = sheet.Rekomendasi;
        TugasBelajar = TugasBelajarForm.Of(sheet.TugasBelajar);
    }

    public void Fit(Dossier dossier)
    {
        var sheet = (Pp46Sheet)dossier.Sheet;
        Kualitas.AddRange(Enumerable.Repeat<decimal?>(null, Math.Max(0, sheet.Kegiatan.Count - Kualitas.Count)));
        Perilaku.AddRange(Enumerable.Repeat<decimal?>(null, Math.Max(0, sheet.Perilaku.Aspects(sheet.Struktural).Count - Perilaku.Count)));
    }

    public GivenScores Read(Dossier dossier) => new Pp46Scores(
        [.. Enumerable.Range(0, dossier.Sheet.JumlahKegiatan).Select(Kualitas.ElementAtOrDefault)],
        PerilakuKerja.Of(Perilaku), KondisiPenyebab.Trimmed(), Rekomendasi.Trimmed())
    {
        TugasBelajar = TugasBelajar.Read(),
    };
}

/// <summary>A score is a figure from 0 to 100 with at most two decimals.</summary>
public sealed class RatingFormValidator : AbstractValidator<RatingForm>
{
    public RatingFormValidator()
    {
        RuleForEach(f => f.Kualitas).InRange(0, 100, 2, "nilai kualitas");
        RuleForEach(f => f.Perilaku).InRange(0, 100, 2, "nilai perilaku kerja");
        RuleFor(f => f.KondisiPenyebab).OptionalText(2000, "pertimbangan kondisi penyebab", multiline: true);
        RuleFor(f => f.Rekomendasi).OptionalText(1000, "rekomendasi", multiline: true);
        RuleFor(f => f.TugasBelajar).SetValidator(new TugasBelajarFormValidator());
    }
}
