using SopKinerja.Domain.Scoring.PermenPanRb6;
using static SopKinerja.Web.Documents.PermenPanRb6.KinerjaCells;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>The table HASIL KERJA of an SKP and of its evaluasi, in the columns of <see cref="FormulirSkp"/>.</summary>
internal static class HasilKerjaTable
{
    // Public implementations write "A. UTAMA" and "A. KINERJA UTAMA"; not yet compared with the official text.
    private static readonly (string Judul, JenisHasilKerja Jenis)[] Groups =
        [("A. UTAMA", JenisHasilKerja.Utama), ("B. TAMBAHAN", JenisHasilKerja.Tambahan)];

    public static FormTable Of(SasaranKinerja sasaran) =>
        Table(sasaran.Formulir, sasaran.Formulir.KolomSkp, [.. Rows(sasaran, sasaran.Formulir.KolomSkp.Count, null)]);

    public static FormTable Of(PermenPanRb6Sheet sheet)
    {
        var kolom = sheet.Sasaran.Formulir.KolomEvaluasi;
        List<TableRow> rows = [.. Rows(sheet.Sasaran, kolom.Count, sheet.HasilKerja)];
        rows[^1] = rows[^1] with { KeepWithNext = true };
        rows.Add(Across($"RATING HASIL KERJA: {sheet.RatingHasilKerja!.Value.Nama().ToUpperInvariant()}", kolom.Count));
        return Table(sheet.Sasaran.Formulir, kolom, rows) with { FontSize = 8 };
    }

    private static FormTable Table(FormulirSkp form, IReadOnlyList<string> kolom, IReadOnlyList<TableRow> body) => new(
        "Hasil kerja",
        Widths([.. kolom.Skip(1).Select(judul => Width(judul, form))]),
        [
            new([TableCell.Name("HASIL KERJA") with { ColumnSpan = kolom.Count }]),
            new([.. kolom.Select(TableCell.Name)]),
            new([.. kolom.Select((_, i) => TableCell.Name($"({i + 1})") with { Bold = false })]),
        ],
        body);

    /// <summary>Relative widths; a rencana in words needs the room of the columns that its form does without.</summary>
    private static double Width(string judul, FormulirSkp form) => judul switch
    {
        "ASPEK" => 10,
        "TARGET" => 15,
        "PERSPEKTIF" => 13,
        "RENCANA HASIL KERJA" when !form.HasIndikator => 40,
        _ => 22,
    };

    private static IEnumerable<TableRow> Rows(SasaranKinerja sasaran, int columns, IReadOnlyList<HasilKerja>? hasil)
    {
        foreach (var (judul, jenis) in Groups)
        {
            yield return Across(judul, columns) with { KeepWithNext = true };
            var group = sasaran.Of(jenis);
            if (group.Count == 0)
            {
                yield return new([new("-", TextAlignment.Centre), new("-") { ColumnSpan = columns - 1 }]);
            }

            foreach (var (index, (position, rencana)) in group.Index())
            {
                var rows = sasaran.Formulir.HasIndikator
                    ? ByIndikator(index + 1, rencana, sasaran.Formulir, hasil?[position])
                    : InWords(index + 1, rencana, sasaran.Formulir, hasil?[position]);
                foreach (var row in rows)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>A row for each indikator, with its realisasi; what belongs to the whole rencana stands beside them all.</summary>
    private static IEnumerable<TableRow> ByIndikator(int no, RencanaHasilKerja rencana, FormulirSkp form, HasilKerja? hasil)
    {
        TableCell[] left = [new($"{no}", TextAlignment.Centre), .. Column(form.HasDiintervensi, Text(rencana.Diintervensi?.Uraian)), Uraian(
            rencana)];
        TableCell[] right = Column(hasil is not null, Text(hasil?.UmpanBalik));
        for (var i = 0; i < rencana.JumlahRealisasi; i++)
        {
            var indikator = rencana.Indikator.ElementAtOrDefault(i);
            TableCell[] own =
            [
                .. Column(form.HasAspek, Text(indikator?.Aspek?.Nama())),
                Text(indikator?.Uraian),
                Text(indikator?.Target),
                .. Column(form.HasPerspektif, Text(indikator?.Perspektif?.Nama())),
                .. Column(hasil is not null, Text(hasil?.Realisasi[i])),
            ];
            yield return new(i > 0 ? own : [.. left.Select(BesideAll), .. own, .. right.Select(BesideAll)]);
        }

        TableCell BesideAll(TableCell cell) => cell with { RowSpan = rencana.JumlahRealisasi };
    }

    private static IEnumerable<TableRow> InWords(int no, RencanaHasilKerja rencana, FormulirSkp form, HasilKerja? hasil) =>
    [
        new(
        [
            new($"{no}", TextAlignment.Centre) { RowSpan = 2 },
            Uraian(rencana),
            .. Column(hasil is not null, Text(hasil?.Realisasi[0]) with { RowSpan = 2 }),
            .. Column(hasil is not null, Text(hasil?.UmpanBalik) with { RowSpan = 2 }),
        ]),
        new([new($"{form.LabelUkuran}:\n{Shown(rencana.UkuranKeberhasilan)}")]),
    ];

    private static TableCell Uraian(RencanaHasilKerja rencana) =>
        Text(rencana.PenugasanDari is { } dari ? $"{rencana.Uraian}\n(Penugasan dari {dari})" : rencana.Uraian) with { IsRowHeader = true };

    private static TableCell[] Column(bool isThere, TableCell cell) => isThere ? [cell] : [];
}
