using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>What a finished penilaian enters into the buku catatan.</summary>
public sealed record HasilDalamBuku(PegawaiTercetak PejabatPenilai, Pp46Sheet Sheet, PrestasiKerja Score, PersetujuanElektronik Disetujui)
{
    /// <summary>When the rated person objected, so that the figures may yet change; null where no one did.</summary>
    public DateOnly? Keberatan { get; init; }

    /// <summary>The day of a result that was approved before the end of what it measures; null for any other.</summary>
    public DateOnly? LebihAwal { get; init; }

    /// <exception cref="InvalidOperationException">There is no result yet, or the dossier follows another regulation.</exception>
    internal static HasilDalamBuku From(Dossier dossier)
    {
        var sheet = dossier.Sheet as Pp46Sheet ?? throw new InvalidOperationException("This form belongs to PP 46/2011.");
        // However the document is signed, this print is not.
        var disetujui = PersetujuanElektronik.From(dossier.Finished(Step.Validate), mode: null)
            ?? throw new InvalidOperationException("There is no result yet.");
        return new(PegawaiTercetak.From(dossier.Signatories.AtasanLangsung), sheet, sheet.Score(), disetujui)
        {
            LebihAwal = dossier.Finished(Step.Validate) is { } approved && dossier.WhyEarly(approved.At) is not null
                ? Tanggal.DiWita(approved.At)
                : null,
            Keberatan = dossier is { IsObjected: true, Keberatan: { } keberatan } ? Tanggal.DiWita(keberatan.At) : null,
        };
    }

    internal IEnumerable<(string Nama, decimal? Nilai, string? Sebutan)> Figures() =>
    [
        .. Sheet.PrintedPerilaku(),
        ("Jumlah", Score.PerilakuJumlah, null),
        ("Nilai rata-rata", Score.PerilakuRata, Sebutan.Of(Score.PerilakuRata)),
    ];
}
