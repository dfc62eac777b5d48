using FluentValidation;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Infrastructure.Web;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

/// <summary>What the pejabat penilai gives; an empty score is one still to be given.</summary>
public sealed class Form
{
    /// <summary>One per kegiatan, in the order of the SKP.</summary>
    public List<decimal?> Kualitas { get; set; } = [];

    /// <summary>One per aspect, in the order of the form.</summary>
    public List<decimal?> Perilaku { get; set; } = [];

    public string? KondisiPenyebab { get; set; }

    public string? Rekomendasi { get; set; }

    public static Form Of(Pp46Sheet sheet) => new()
    {
        Kualitas = [.. sheet.Kegiatan.Select(k => k.Realisasi.Kualitas)],
        Perilaku = [.. sheet.Perilaku.Aspects(sheet.Struktural).Select(a => a.Nilai)],
        KondisiPenyebab = sheet.KondisiPenyebab,
        Rekomendasi = sheet.Rekomendasi,
    };

    public Pp46Sheet Over(Pp46Sheet sheet) => sheet with
    {
        Kegiatan = [.. sheet.Kegiatan.Select((k, i) =>
            k with { Realisasi = k.Realisasi with { Kualitas = k.Realisasi.NotDone ? null : Kualitas.ElementAtOrDefault(i) } })],
        Perilaku = PerilakuKerja.Of(Perilaku, sheet.Struktural),
        KondisiPenyebab = KondisiPenyebab.Rapi(),
        Rekomendasi = Rekomendasi.Rapi(),
    };

    public static IEnumerable<(string Field, string Sentence)> MissingIn(Pp46Sheet sheet) =>
    [
        .. sheet.Kegiatan.Index().Where(k => !k.Item.HasKualitas)
            .Select(k => ($"{nameof(Kualitas)}[{k.Index}]", $"Nilai kualitas kegiatan {k.Index + 1} belum diisi.")),
        .. sheet.Perilaku.Aspects(sheet.Struktural).Index().Where(a => a.Item.Nilai is null)
            .Select(a => ($"{nameof(Perilaku)}[{a.Index}]", $"Nilai {a.Item.Nama.ToLowerInvariant()} belum diisi.")),
    ];
}

/// <summary>A score is a figure from 0 to 100 with at most two decimals.</summary>
public sealed class FormValidator : AbstractValidator<Form>
{
    public FormValidator()
    {
        RuleForEach(f => f.Kualitas).Rentang(0, 100, 2, "nilai kualitas");
        RuleForEach(f => f.Perilaku).Rentang(0, 100, 2, "nilai perilaku kerja");
        RuleFor(f => f.KondisiPenyebab).TeksBolehKosong(2000, "pertimbangan kondisi penyebab", multiline: true);
        RuleFor(f => f.Rekomendasi).TeksBolehKosong(1000, "rekomendasi", multiline: true);
    }
}
