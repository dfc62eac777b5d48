namespace SopKinerja.Web.Documents;

/// <summary>The two people of an SKP or an evaluasi beside each other, below its title.</summary>
internal static class PihakTable
{
    /// <summary>As the forms of PermenPANRB 6/2022 have them.</summary>
    public static FormTable Of(PegawaiTercetak yangDinilai, PegawaiTercetak pejabatPenilai) =>
        Of(("PEGAWAI YANG DINILAI", yangDinilai), ("PEJABAT PENILAI KINERJA", pejabatPenilai));

    public static FormTable Of((string Judul, PegawaiTercetak Orang) left, (string Judul, PegawaiTercetak Orang) right) => new(
        "Pegawai yang dinilai dan pejabat penilai",
        [5, 18, 27, 5, 18, 27],
        [new([.. Head(left.Judul), .. Head(right.Judul)])],
        [
            .. left.Orang.Lines().Zip(right.Orang.Lines()).Select((lines, i) =>
                new TableRow([.. Line(i + 1, lines.First), .. Line(i + 1, lines.Second)])),
        ]);

    private static TableCell[] Head(string judul) => [TableCell.Name("NO"), TableCell.Name(judul) with { ColumnSpan = 2 }];

    private static TableCell[] Line(int no, (string Label, string Value) line) =>
        [new($"{no}", TextAlignment.Centre), new(line.Label) { IsRowHeader = true }, new(line.Value)];
}
