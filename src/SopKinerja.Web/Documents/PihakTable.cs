using static SopKinerja.Web.Documents.KinerjaCells;

namespace SopKinerja.Web.Documents;

/// <summary>The two blocks below the title of an SKP and of its evaluasi: PEGAWAI YANG DINILAI and PEJABAT PENILAI KINERJA.</summary>
internal static class PihakTable
{
    public static FormTable Of(PegawaiTercetak yangDinilai, PegawaiTercetak pejabatPenilai) => new(
        "Pegawai yang dinilai dan pejabat penilai kinerja",
        [5, 18, 27, 5, 18, 27],
        [new([.. Head("PEGAWAI YANG DINILAI"), .. Head("PEJABAT PENILAI KINERJA")])],
        [
            .. yangDinilai.Lines().Zip(pejabatPenilai.Lines()).Select((lines, i) =>
                new TableRow([.. Line(i + 1, lines.First), .. Line(i + 1, lines.Second)])),
        ]);

    private static TableCell[] Head(string judul) => [Name("NO"), Name(judul) with { ColumnSpan = 2 }];

    private static TableCell[] Line(int no, (string Label, string Value) line) =>
        [new($"{no}", TextAlignment.Centre), new(line.Label) { IsRowHeader = true }, new(line.Value)];
}
