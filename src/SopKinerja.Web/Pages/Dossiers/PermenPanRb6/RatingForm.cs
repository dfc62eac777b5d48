using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.PermenPanRb6;

/// <summary>What the pejabat penilai gives under PermenPANRB 6/2022: umpan balik, two ratings and two notes.</summary>
public sealed class RatingForm : ISheetForm<GivenScores>
{
    string ISheetForm<GivenScores>.Method => ScoringMethods.PermenPanRb6;

    string ISheetForm<GivenScores>.Prefix => "Kinerja";

    /// <summary>The most characters of one umpan balik.</summary>
    public const int MostUmpanBalik = 1000;

    public List<string?> UmpanBalik { get; set; } = [];

    public List<string?> UmpanBalikPerilaku { get; set; } = [];

    public RatingKinerja? RatingHasilKerja { get; set; }

    public RatingKinerja? RatingPerilaku { get; set; }

    [DataType(DataType.MultilineText)]
    public string? KondisiPenyebab { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Rekomendasi { get; set; }

    public void Show(Dossier dossier) => Show((PermenPanRb6Sheet)dossier.Sheet);

    public void Show(Dossier dossier, GivenScores given) => Show((PermenPanRb6Sheet)dossier.Sheet.WithFiguresOf(given));

    private void Show(PermenPanRb6Sheet sheet)
    {
        UmpanBalik = [.. sheet.HasilKerja.Select(h => h.UmpanBalik)];
        UmpanBalikPerilaku = [.. sheet.UmpanBalikPerilaku];
        (RatingHasilKerja, RatingPerilaku) = (sheet.RatingHasilKerja, sheet.RatingPerilaku);
        (KondisiPenyebab, Rekomendasi) = (sheet.KondisiPenyebab, sheet.Rekomendasi);
    }

    public void Fit(Dossier dossier)
    {
        UmpanBalik = Exactly(UmpanBalik, dossier.Sheet.JumlahKegiatan);
        UmpanBalikPerilaku = Exactly(UmpanBalikPerilaku, BerAkhlak.Rows.Count);
    }

    public GivenScores Read(Dossier dossier)
    {
        Fit(dossier);
        return new PermenPanRb6Scores(
            [.. UmpanBalik.Select(typed => typed.Trimmed())], [.. UmpanBalikPerilaku.Select(typed => typed.Trimmed())])
        {
            RatingHasilKerja = RatingHasilKerja,
            RatingPerilaku = RatingPerilaku,
            KondisiPenyebab = KondisiPenyebab.Trimmed(),
            Rekomendasi = Rekomendasi.Trimmed(),
        };
    }

    /// <summary>The umpan balik of an earlier part, where none is written yet; ratings are given anew.</summary>
    void ISheetForm<GivenScores>.FillFrom(Dossier dossier, Sheet part)
    {
        Fit(dossier);
        var there = (PermenPanRb6Sheet)part;
        UmpanBalik = Filled(UmpanBalik, [.. there.HasilKerja.Select(h => h.UmpanBalik)]);
        UmpanBalikPerilaku = Filled(UmpanBalikPerilaku, there.UmpanBalikPerilaku);
    }

    private static List<string?> Filled(List<string?> typed, IReadOnlyList<string?> from) =>
        [.. typed.Select((words, i) => words.Trimmed() is null ? from.ElementAtOrDefault(i) : words)];

    private static List<string?> Exactly(List<string?> typed, int count) =>
        [.. typed.Concat(Enumerable.Repeat<string?>(null, count)).Take(count)];

    public sealed class Validator : AbstractValidator<RatingForm>
    {
        public Validator()
        {
            RuleForEach(f => f.UmpanBalik).OptionalText(MostUmpanBalik, "umpan balik", multiline: true);
            RuleForEach(f => f.UmpanBalikPerilaku).OptionalText(MostUmpanBalik, "umpan balik", multiline: true);
            RuleFor(f => f.KondisiPenyebab).OptionalText(2000, "pertimbangan kondisi penyebab", multiline: true);
            RuleFor(f => f.Rekomendasi).OptionalText(1000, "catatan atau rekomendasi", multiline: true);
        }
    }
}
