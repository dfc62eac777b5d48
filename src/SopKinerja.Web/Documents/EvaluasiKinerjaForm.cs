using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Web.Documents;

/// <summary>"Evaluasi Kinerja Pegawai", periodik or of the whole period (PermenPANRB 6/2022, lampiran): a predikat and no figure.</summary>
public sealed record EvaluasiKinerjaForm(
    PermenPanRb6Sheet Sheet, KopTercetak Kop, PegawaiTercetak YangDinilai, PegawaiTercetak PejabatPenilai, PersetujuanElektronik? Dibuat)
{
    public const string Title = "Evaluasi Kinerja Pegawai";

    /// <param name="sheet">With every realisasi, both ratings and the capaian organisasi.</param>
    /// <param name="kop">Of the part of the period that is evaluated.</param>
    /// <param name="parties">The rated person and the pejabat penilai.</param>
    /// <param name="dibuat">Once the pejabat penilai has approved.</param>
    /// <exception cref="InvalidOperationException">Realisasi or scores are missing.</exception>
    public static EvaluasiKinerjaForm From(PermenPanRb6Sheet sheet, KopTercetak kop, Parties parties, PersetujuanElektronik? dibuat) =>
        sheet.HasAllScores
            ? new(sheet, kop, PegawaiTercetak.From(parties.Asn), PegawaiTercetak.From(parties.AtasanLangsung), dibuat)
            : throw new InvalidOperationException("Realisasi or scores are missing.");

    public FormPart Describe() => new(Title, PageOrientation.Landscape,
    [
        .. Kop.Head(Sheet.Sasaran.Formulir.JudulEvaluasi),
        PihakTable.Of(YangDinilai, PejabatPenilai),
        new Spacer(6),
        new Paragraph($"CAPAIAN KINERJA ORGANISASI: {Sheet.CapaianOrganisasi!.Value.Nama().ToUpperInvariant()}", Bold: true),
        new Spacer(4),
        Pola(Sheet.CapaianOrganisasi.Value),
        new Spacer(6),
        HasilKerjaTable.Of(Sheet),
        PerilakuKerjaTable.Of(Sheet),
        new Spacer(8),
        new SignatureBlocks([null, Kop.Signature("", "PEJABAT PENILAI KINERJA", PejabatPenilai, Dibuat, "Disetujui")]),
    ]);

    /// <summary>The curve of the regulation: a picture, since its figures bind nobody.</summary>
    private static BarChart Pola(CapaianOrganisasi capaian)
    {
        var heights = PolaDistribusi.Kurva.Single(kurva => kurva.Capaian == capaian).Heights;
        return new(
            $"POLA DISTRIBUSI: terbanyak pada predikat {heights.MaxBy(height => height.Height).Predikat.Nama()}",
            [.. heights.Select(height => new Bar(height.Predikat.Nama(), height.Height))]);
    }
}
