using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>"Evaluasi Kinerja Pegawai", periodik or of the whole period (PermenPANRB 6/2022, lampiran): a predikat and no figure.</summary>
public sealed record EvaluasiKinerjaForm(
    PermenPanRb6Sheet Sheet, KopTercetak Kop, PegawaiTercetak YangDinilai, PegawaiTercetak PejabatPenilai, IReadOnlyList<Evidence> Bukti,
    PersetujuanElektronik? Dibuat)
{
    public const string Title = "Evaluasi Kinerja Pegawai";

    /// <exception cref="InvalidOperationException">Realisasi, scores or the capaian of the unit are missing.</exception>
    public static EvaluasiKinerjaForm From(
        PermenPanRb6Sheet sheet, KopTercetak kop, Parties parties, IReadOnlyList<Evidence> bukti, PersetujuanElektronik? dibuat) =>
        sheet is { HasAllScores: true, LacksCapaian: false }
            ? new(sheet, kop, PegawaiTercetak.From(parties.Asn), PegawaiTercetak.From(parties.AtasanLangsung), bukti, dibuat)
            : throw new InvalidOperationException("Realisasi, scores or the capaian of the unit are missing.");

    public FormPart Describe() => new(Title, PageOrientation.Landscape,
    [
        .. Kop.Head(Sheet.Sasaran.Formulir.JudulEvaluasi),
        PihakTable.Of(YangDinilai, PejabatPenilai),
        new Spacer(6),
        new Paragraph($"CAPAIAN KINERJA ORGANISASI: {Sheet.CapaianOrganisasi!.Value.Nama().ToUpperInvariant()}", Bold: true),
        new Spacer(4),
        Pola(Sheet.CapaianOrganisasi.Value),
        new Spacer(6),
        HasilKerjaTable.Of(Sheet with { HasilKerja = [.. Sheet.HasilKerja.Select(WithBukti)] }),
        PerilakuKerjaTable.Of(Sheet),
        .. Lampiran(),
        new Spacer(8),
        new SignatureBlocks([null, Kop.Signature("", "PEJABAT PENILAI KINERJA", PejabatPenilai, Dibuat, "Disetujui")]),
    ]);

    /// <summary>The last realisasi of a rencana names the bukti dukung of the whole: "11 laporan (bukti 1, 3)".</summary>
    private HasilKerja WithBukti(HasilKerja hasil)
    {
        string[] numbers = [.. Bukti.Index().Where(b => hasil.Bukti.Contains(b.Item.Key)).Select(b => $"{b.Index + 1}")];
        return numbers.Length == 0 ? hasil
            : hasil with { Realisasi = [.. hasil.Realisasi.SkipLast(1), $"{hasil.Realisasi[^1]} (bukti {string.Join(", ", numbers)})"] };
    }

    private IEnumerable<FormBlock> Lampiran() => Bukti.Count == 0 ? [] :
    [
        new Spacer(4),
        new Paragraph($"Bukti dukung: {string.Join("; ", Bukti.Select((b, i) => $"{i + 1}. {b.OriginalName}"))}."),
    ];

    private static BarChart Pola(CapaianOrganisasi capaian)
    {
        var heights = PolaDistribusi.Kurva.Single(kurva => kurva.Capaian == capaian).Heights;
        return new(
            $"POLA DISTRIBUSI: terbanyak pada predikat {heights.MaxBy(height => height.Height).Predikat.Nama()}",
            [.. heights.Select(height => new Bar(height.Predikat.Nama(), height.Height))]);
    }
}
