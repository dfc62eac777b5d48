using SopKinerja.Domain.Scoring.PermenPanRb6;
using static SopKinerja.Web.Documents.PermenPanRb6.KinerjaCells;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>The table PERILAKU KERJA of an SKP and of its evaluasi: the seven values, their panduan, and what the leader expects.</summary>
internal static class PerilakuKerjaTable
{
    public static FormTable Of(SasaranKinerja sasaran) => new("Perilaku kerja", Widths(1, 1),
        [new([TableCell.Name("NO"), TableCell.Name("PERILAKU KERJA") with { ColumnSpan = 2 }])],
        [.. BerAkhlak.Rows.SelectMany((value, i) => Value(i, value, sasaran.Ekspektasi[i]))]);

    public static FormTable Of(PermenPanRb6Sheet sheet)
    {
        List<TableRow> rows =
        [
            .. BerAkhlak.Rows.SelectMany((value, i) =>
                Value(i, value, sheet.Sasaran.Ekspektasi[i], Text(sheet.UmpanBalikPerilaku[i]) with { RowSpan = 2 })),
            Across($"RATING PERILAKU KERJA: {sheet.RatingPerilaku!.Value.Nama().ToUpperInvariant()}", 4) with { KeepWithNext = true },
            Across($"PREDIKAT KINERJA PEGAWAI: {sheet.PredikatPegawai!.Value.Nama().ToUpperInvariant()}", 4),
        ];
        rows[^3] = rows[^3] with { KeepWithNext = true };
        TableRow head = new([TableCell.Name("NO"), TableCell.Name("PERILAKU KERJA") with { ColumnSpan = 2 }, TableCell.Name(
            "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG")]);
        return new("Perilaku kerja", Widths(40, 28, 28), [head], rows) { FontSize = 8 };
    }

    private static IEnumerable<TableRow> Value(
        int index, BerAkhlakRow value, string? ekspektasi, params IReadOnlyList<TableCell> umpanBalik) =>
    [
        new(
        [
            new($"{index + 1}", TextAlignment.Centre) { RowSpan = 2 },
            new(value.Nama, Bold: true) { ColumnSpan = 2, IsRowHeader = true },
            .. umpanBalik,
        ]),
        new(
        [
            new(string.Join('\n', value.Panduan.Select(panduan => $"• {panduan}"))),
            new($"Ekspektasi Khusus Pimpinan:\n{Shown(ekspektasi)}"),
        ]),
    ];
}
