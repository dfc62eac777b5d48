using System.ComponentModel.DataAnnotations;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans.PermenPanRb6;

public sealed class BarisRencana
{
    private const int NewIndikator = 3;

    public string? Dari { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Diintervensi { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Uraian { get; set; }

    public string? PenugasanDari { get; set; }

    // A request may name a row without sending any field of it.
    public BarisIndikator[] Indikator { get; set => field = [.. value.Select(row => row ?? new())]; } = [];

    [DataType(DataType.MultilineText)]
    public string? UkuranKeberhasilan { get; set; }

    public bool TambahIndikator { get; set; }

    public bool Hapus { get; set; }

    public bool IsDropped => Hapus || (Indikator.All(i => i.IsEmpty)
        && new[] { Dari, Diintervensi, Uraian, PenugasanDari, UkuranKeberhasilan }.All(string.IsNullOrWhiteSpace));

    public int JumlahIndikator => Indikator.Count(i => !i.IsEmpty);

    internal static BarisRencana From(RencanaHasilKerja rencana, RencanaPimpinan pimpinan) => new()
    {
        Dari = rencana.Diintervensi is { } chosen && pimpinan.Rows.Contains(chosen) ? RencanaPimpinan.Value(chosen) : null,
        Diintervensi = rencana.Diintervensi is { } typed && !pimpinan.Rows.Contains(typed) ? typed.Uraian : null,
        Uraian = rencana.Uraian,
        PenugasanDari = rencana.PenugasanDari,
        Indikator = [.. rencana.Indikator.Select(BarisIndikator.From)],
        UkuranKeberhasilan = rencana.UkuranKeberhasilan,
    };

    internal RencanaHasilKerja To(JenisHasilKerja jenis, FormulirSkp form, RencanaPimpinan pimpinan) => new(
        Text(Uraian) ?? "",
        jenis,
        form.MayIntervene ? pimpinan.Find(Dari) ?? (Text(Diintervensi) is { } typed ? new(typed, null) : null) : null,
        jenis == JenisHasilKerja.Tambahan ? Text(PenugasanDari) : null,
        form.HasIndikator ? [.. Indikator.Where(i => !i.IsEmpty).Select(i => i.To(form))] : [],
        form.HasIndikator ? null : Text(UkuranKeberhasilan));

    internal void Fit()
    {
        var wanted = TambahIndikator ? Indikator.Length + 1 : Indikator.Length > 0 ? Indikator.Length : NewIndikator;
        TambahIndikator = false;
        Indikator = [.. Indikator, .. Enumerable.Range(0, Math.Max(0, wanted - Indikator.Length)).Select(_ => new BarisIndikator())];
    }

    internal static string? Text(string? typed) => typed.Trimmed()?.ReplaceLineEndings("\n");
}

public sealed class BarisIndikator
{
    public AspekIndikator? Aspek { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Uraian { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Target { get; set; }

    public Perspektif? Perspektif { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Uraian) && string.IsNullOrWhiteSpace(Target);

    internal static BarisIndikator From(IndikatorKinerjaIndividu indikator) => new()
    {
        Aspek = indikator.Aspek,
        Uraian = indikator.Uraian,
        Target = indikator.Target,
        Perspektif = indikator.Perspektif,
    };

    internal IndikatorKinerjaIndividu To(FormulirSkp form) => new(
        form.HasAspek
            ? Aspek
            : null, BarisRencana.Text(Uraian) ?? "", BarisRencana.Text(Target) ?? "", form.HasPerspektif ? Perspektif : null);
}
