using FluentValidation;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Pp46;

/// <summary>What the pejabat penilai gives under PP 46/2011; an empty score is one still to be given.</summary>
public sealed class RatingForm : ISheetForm
{
    string ISheetForm.Method => ScoringMethods.Pp46;

    string ISheetForm.Prefix => "Input";

    /// <summary>One per kegiatan, in the order of the SKP.</summary>
    public List<decimal?> Kualitas { get; set; } = [];

    /// <summary>One per aspect, in the order of the form.</summary>
    public List<decimal?> Perilaku { get; set; } = [];

    public string? KondisiPenyebab { get; set; }

    public string? Rekomendasi { get; set; }

    /// <inheritdoc/>
    public void Show(Dossier dossier)
    {
        var sheet = (Pp46Sheet)dossier.Sheet;
        Kualitas = [.. sheet.Kegiatan.Select(k => k.Realisasi.Kualitas)];
        Perilaku = [.. sheet.Perilaku.Aspects(sheet.Struktural).Select(a => a.Nilai)];
        KondisiPenyebab = sheet.KondisiPenyebab;
        Rekomendasi = sheet.Rekomendasi;
    }

    /// <inheritdoc/>
    public void Fit(Dossier dossier)
    {
        var sheet = (Pp46Sheet)dossier.Sheet;
        Kualitas.AddRange(Enumerable.Repeat<decimal?>(null, Math.Max(0, sheet.Kegiatan.Count - Kualitas.Count)));
        Perilaku.AddRange(Enumerable.Repeat<decimal?>(null, Math.Max(0, sheet.Perilaku.Aspects(sheet.Struktural).Count - Perilaku.Count)));
    }

    /// <inheritdoc/>
    public Sheet Over(Dossier dossier) => Over((Pp46Sheet)dossier.Sheet);

    /// <inheritdoc/>
    public IEnumerable<FormFault> Missing(Dossier dossier)
    {
        var sheet = Over((Pp46Sheet)dossier.Sheet);
        return
        [
            .. sheet.Kegiatan.Index().Where(k => !k.Item.HasKualitas)
                .Select(k => new FormFault($"{nameof(Kualitas)}[{k.Index}]", $"Nilai kualitas kegiatan {k.Index + 1} belum diisi.")),
            .. sheet.Perilaku.Aspects(sheet.Struktural).Index().Where(a => a.Item.Nilai is null)
                .Select(a => new FormFault($"{nameof(Perilaku)}[{a.Index}]", $"Nilai {a.Item.Nama.ToLowerInvariant()} belum diisi.")),
        ];
    }

    private Pp46Sheet Over(Pp46Sheet sheet) => sheet with
    {
        Kegiatan = [.. sheet.Kegiatan.Select((k, i) =>
            k with { Realisasi = k.Realisasi with { Kualitas = k.Realisasi.NotDone ? null : Kualitas.ElementAtOrDefault(i) } })],
        Perilaku = PerilakuKerja.Of(Perilaku, sheet.Struktural),
        KondisiPenyebab = KondisiPenyebab.Rapi(),
        Rekomendasi = Rekomendasi.Rapi(),
    };
}

/// <summary>A score is a figure from 0 to 100 with at most two decimals.</summary>
public sealed class RatingFormValidator : AbstractValidator<RatingForm>
{
    public RatingFormValidator()
    {
        RuleForEach(f => f.Kualitas).Rentang(0, 100, 2, "nilai kualitas");
        RuleForEach(f => f.Perilaku).Rentang(0, 100, 2, "nilai perilaku kerja");
        RuleFor(f => f.KondisiPenyebab).TeksBolehKosong(2000, "pertimbangan kondisi penyebab", multiline: true);
        RuleFor(f => f.Rekomendasi).TeksBolehKosong(1000, "rekomendasi", multiline: true);
    }
}
