namespace SopKinerja.Web.Documents;

/// <summary>"Penilaian Capaian Sasaran Kerja PNS", columns 1–14 (Perka BKN 1/2013), of values already computed.</summary>
public sealed record PenilaianCapaianForm
{
    public const string Title = "PENILAIAN CAPAIAN SASARAN KERJA PEGAWAI NEGERI SIPIL";

    public required DateOnly Mulai { get; init; }

    public required DateOnly Sampai { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required IReadOnlyList<KegiatanTercetak> Kegiatan { get; init; }

    public IReadOnlyList<string> TugasTambahan { get; init; } = [];

    public decimal NilaiTugasTambahan { get; init; }

    public IReadOnlyList<string> Kreativitas { get; init; } = [];

    public decimal NilaiKreativitas { get; init; }

    public required decimal NilaiCapaianSkp { get; init; }

    public required string Sebutan { get; init; }

    public PersetujuanElektronik? Dibuat { get; init; }

    public FormPart Describe() => new(Title, PageOrientation.Landscape,
    [
        new Heading("PENILAIAN CAPAIAN SASARAN KERJA"),
        new Heading("PEGAWAI NEGERI SIPIL"),
        new Spacer(4),
        new KeyValues(
        [
            new("Jangka waktu penilaian", $"{IndonesianText.Date(Mulai)} s.d. {IndonesianText.Date(Sampai)}"),
            new("Pegawai yang dinilai", YangDinilai.NipLine is { } nip ? $"{YangDinilai.Nama} ({nip})" : YangDinilai.Nama),
            new("Jabatan, unit kerja", $"{YangDinilai.Jabatan}, {YangDinilai.UnitKerja}"),
        ]),
        new Spacer(5),
        new FormTable(Title, [26, 168, 34, 64, 36, 50, 68, 34, 64, 36, 50, 68, 60, 50], [.. Head()], [.. Body()]) { FontSize = 8 },
        new Spacer(8),
        new SignatureBlocks(
        [
            null,
            null,
            new SignatureBlock(
                [Dibuat is null ? "…………………" : IndonesianText.Date(Dibuat.Pada), "Pejabat Penilai"],
                Dibuat?.Statement("Disetujui"), PejabatPenilai.Nama, PejabatPenilai.NipLine),
        ]),
    ]);

    private static IEnumerable<TableRow> Head()
    {
        yield return new(
        [
            Name("NO") with { RowSpan = 2 },
            Name("I. KEGIATAN TUGAS JABATAN") with { RowSpan = 2 },
            Name("AK") with { RowSpan = 2 },
            Name("TARGET") with { ColumnSpan = 4 },
            Name("AK") with { RowSpan = 2 },
            Name("REALISASI") with { ColumnSpan = 4 },
            Name("PENG-\nHITUNGAN") with { RowSpan = 2 },
            Name("NILAI CAPAIAN SKP") with { RowSpan = 2 },
        ]);
        string[] measures = ["KUANT/ OUTPUT", "KUAL/ MUTU", "WAKTU", "BIAYA"];
        yield return new([.. measures.Concat(measures).Select(Name)]);
        yield return new([.. Enumerable.Range(1, 14).Select(i => Name($"{i}") with { Bold = false })]);

        static TableCell Name(string text) => new(text, TextAlignment.Centre, Bold: true) { Shaded = true, Middle = true };
    }

    private IEnumerable<TableRow> Body()
    {
        for (var i = 0; i < Kegiatan.Count; i++)
        {
            var kegiatan = Kegiatan[i];
            yield return new(
            [
                new($"{i + 1}", TextAlignment.Centre),
                new(kegiatan.Uraian) { IsRowHeader = true },
                .. Measures(kegiatan.Target),
                .. Measures(kegiatan.Realisasi),
                Number(kegiatan.Penghitungan),
                Number(kegiatan.NilaiCapaian),
            ]);
        }

        yield return new(
        [
            new("", TextAlignment.Centre),
            new("II. TUGAS TAMBAHAN DAN KREATIVITAS/UNSUR PENUNJANG", Bold: true) { ColumnSpan = 13, Shaded = true, IsRowHeader = true },
        ]) { KeepWithNext = true };
        foreach (var row in Additions("a. Tugas tambahan", TugasTambahan, NilaiTugasTambahan).Concat(Additions("b. Kreativitas", Kreativitas, NilaiKreativitas)))
        {
            yield return row;
        }

        yield return new(
        [
            new("NILAI CAPAIAN SKP", TextAlignment.Centre, Bold: true) { ColumnSpan = 12, Shaded = true, Middle = true, IsRowHeader = true },
            new($"{IndonesianText.Score(NilaiCapaianSkp)}\n({Sebutan})", TextAlignment.Centre, Bold: true) { ColumnSpan = 2, Shaded = true },
        ]);
    }

    private static IEnumerable<TableCell> Measures(UkuranTercetak ukuran) =>
    [
        new(ukuran.Ak is { } ak ? IndonesianText.Score(ak) : "-", TextAlignment.Right),
        new($"{IndonesianText.Amount(ukuran.Kuantitas)} {ukuran.SatuanKuantitas}", TextAlignment.Right),
        new(IndonesianText.Score(ukuran.Kualitas), TextAlignment.Right),
        new($"{IndonesianText.Amount(ukuran.Waktu)} {ukuran.SatuanWaktu}", TextAlignment.Right),
        new(ukuran.Biaya is { } biaya ? IndonesianText.Amount(biaya) : "-", TextAlignment.Right),
    ];

    /// <summary>The kind with its one score, then what was done.</summary>
    private static IEnumerable<TableRow> Additions(string kind, IReadOnlyList<string> done, decimal score)
    {
        yield return new(
        [
            new(""),
            new(done.Count == 0 ? $"{kind}: -" : $"{kind}:") { ColumnSpan = 12, IsRowHeader = true },
            new(IndonesianText.Score(score), TextAlignment.Right) { RowSpan = done.Count + 1 },
        ]);
        for (var i = 0; i < done.Count; i++)
        {
            yield return new([new($"{i + 1}", TextAlignment.Centre), new(done[i]) { ColumnSpan = 12 }]);
        }
    }

    private static TableCell Number(decimal value) => new(IndonesianText.Score(value), TextAlignment.Right);
}
