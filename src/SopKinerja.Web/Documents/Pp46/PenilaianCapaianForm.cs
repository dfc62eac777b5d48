using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>"Penilaian Capaian Sasaran Kerja PNS", columns 1–14 (Perka BKN 1/2013).</summary>
public sealed record PenilaianCapaianForm
{
    public const string Title = "PENILAIAN CAPAIAN SASARAN KERJA PEGAWAI NEGERI SIPIL";

    /// <summary>Where it is dated, for example "Paringin".</summary>
    public required string Tempat { get; init; }

    public required DateOnly Mulai { get; init; }

    public required DateOnly Sampai { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required Pp46Sheet Sheet { get; init; }

    public required PrestasiKerja Score { get; init; }

    public PersetujuanElektronik? Dibuat { get; init; }

    /// <exception cref="InvalidOperationException">Realisasi or scores are missing, or the dossier follows another regulation.</exception>
    public static PenilaianCapaianForm From(Dossier dossier, string tempat)
    {
        var sheet = dossier.Sheet as Pp46Sheet ?? throw new InvalidOperationException("This form belongs to PP 46/2011.");
        return new()
        {
            Tempat = tempat,
            Mulai = dossier.Mulai,
            Sampai = dossier.Selesai,
            YangDinilai = PegawaiTercetak.From(dossier.Parties.Asn),
            PejabatPenilai = PegawaiTercetak.From(dossier.Signatories.AtasanLangsung),
            Sheet = sheet,
            Score = sheet.Score(),
            Dibuat = PersetujuanElektronik.Penilai(dossier),
        };
    }

    public FormPart Describe() => new(Title, PageOrientation.Landscape,
    [
        new Heading("PENILAIAN CAPAIAN SASARAN KERJA"),
        new Heading("PEGAWAI NEGERI SIPIL"),
        new Spacer(4),
        new KeyValues(
        [
            new("Jangka waktu penilaian", $"{Tanggal.Tampil(Mulai)} s.d. {Tanggal.Tampil(Sampai)}"),
            new("Pegawai yang dinilai", YangDinilai.NipLine is { } nip ? $"{YangDinilai.Nama} ({nip})" : YangDinilai.Nama),
            new("Jabatan, unit kerja", $"{YangDinilai.Jabatan}, {YangDinilai.UnitKerja}"),
        ]),
        new Spacer(5),
        new FormTable(Title, [26, 164, 34, 64, 40, 50, 68, 34, 64, 40, 50, 68, 60, 50], [.. Head()], [.. Body()]) { FontSize = 8 },
        .. Note(),
        new Spacer(8),
        new SignatureBlocks(
        [
            null,
            null,
            new SignatureBlock(
                [$"{Tempat}, {PersetujuanElektronik.TanggalOrDots(Dibuat)}", "Pejabat Penilai"],
                Dibuat?.Statement("Disetujui"), PejabatPenilai.Nama, PejabatPenilai.NipLine),
        ]),
    ]);

    private static IEnumerable<TableRow> Head()
    {
        yield return new(
        [
            TableCell.Name("NO") with { RowSpan = 2 },
            TableCell.Name("I. KEGIATAN TUGAS JABATAN") with { RowSpan = 2 },
            TableCell.Name("AK") with { RowSpan = 2 },
            TableCell.Name("TARGET") with { ColumnSpan = 4 },
            TableCell.Name("AK") with { RowSpan = 2 },
            TableCell.Name("REALISASI") with { ColumnSpan = 4 },
            TableCell.Name("PENG-\nHITUNGAN") with { RowSpan = 2 },
            TableCell.Name("NILAI CAPAIAN SKP") with { RowSpan = 2 },
        ]);
        string[] measures = ["KUANT/OUTPUT", "KUAL/MUTU", "WAKTU", "BIAYA"];
        yield return new([.. measures.Concat(measures).Select(TableCell.Name)]);
        yield return new([.. Enumerable.Range(1, 14).Select(i => TableCell.Name($"{i}") with { Bold = false })]);
    }

    private IEnumerable<TableRow> Body()
    {
        foreach (var (i, kegiatan) in Sheet.Kegiatan.Index())
        {
            var score = Sheet.TugasBelajar is null ? kegiatan.Score(Sheet.Edition) : null;
            yield return new(
            [
                new($"{i + 1}", TextAlignment.Centre),
                new(kegiatan.Target.Uraian) { IsRowHeader = true },
                .. kegiatan.Target.Cells(),
                .. kegiatan.RealisasiCells(),
                score is null ? new("-", TextAlignment.Right) : PrintedCells.Number(score.Penghitungan),
                score is null ? new("-", TextAlignment.Right) : PrintedCells.Number(score.Nilai),
            ]);
        }

        foreach (var row in Sheet.TugasBelajar is { } study ? Study(study) : Rest())
        {
            yield return row;
        }
    }

    /// <summary>Of someone on tugas belajar: where the nilai comes from, in place of what the kegiatan would give.</summary>
    private IEnumerable<TableRow> Study(PenilaianTugasBelajar study) =>
    [
        .. study.Dasar().Select(
            dasar => new TableRow([new(""), new(dasar) { ColumnSpan = 13, IsRowHeader = true }]) { KeepWithNext = true }),
        Total("NILAI SKP DARI IPK TUGAS BELAJAR"),
    ];

    private IEnumerable<TableRow> Rest()
    {
        yield return new(
        [
            new("", TextAlignment.Centre),
            new("II. TUGAS TAMBAHAN DAN KREATIVITAS/UNSUR PENUNJANG", Bold: true) { ColumnSpan = 13, Shaded = true, IsRowHeader = true },
        ])
        { KeepWithNext = true };
        string[] tasks = [.. Sheet.TugasTambahan.Select(t => WithLetter(t.Uraian, t.NomorSurat))];
        string[] creations = [.. Sheet.Kreativitas.Select(k => WithLetter(k.Uraian, k.NomorSurat))];
        IEnumerable<TableRow> rows =
        [
            .. Additions("a. Tugas tambahan", tasks, Score.NilaiTugasTambahan),
            .. Additions("b. Kreativitas", creations, Score.NilaiKreativitas),
            .. Moves(),
        ];
        foreach (var row in rows)
        {
            yield return row;
        }

        yield return Total(JabatanLain.Count == 0 ? "NILAI CAPAIAN SKP" : $"NILAI CAPAIAN SKP (RATA-RATA {JabatanLain.Count + 1} JABATAN)");
    }

    private TableRow Total(string words) =>
        new(
        [
            new(words, TextAlignment.Centre, Bold: true) { ColumnSpan = 12, Shaded = true, Middle = true, IsRowHeader = true },
            new($"{Angka.Tampil(Score.NilaiSkp)}\n({Sebutan.Of(Score.NilaiSkp)})", TextAlignment.Centre, Bold: true)
            {
                ColumnSpan = 2,
                Shaded = true,
            },
        ]);

    /// <summary>Of who moved: each position with its nilai, so that the average can be followed.</summary>
    private IEnumerable<TableRow> Moves() => JabatanLain.Count == 0 ? [] :
    [
        Move("Nilai SKP jabatan ini", Score.NilaiSkpJabatanIni),
        .. JabatanLain.Select(
            j => Move($"Nilai SKP {j.Jabatan}, sampai {Tanggal.Tampil(j.Sampai)}, dinilai {j.PejabatPenilai}", j.NilaiSkp)),
    ];

    private static TableRow Move(string words, decimal nilai) =>
        new([new(""), new(words) { ColumnSpan = 12, IsRowHeader = true }, PrintedCells.Number(nilai)]) { KeepWithNext = true };

    // It belongs here and not under item 8 of the prestasi kerja: it explains a capaian, on the form that the pejabat penilai alone signs,
    // while a rekomendasi speaks of what is to come; and here no item has a number that would move.
    private IEnumerable<FormBlock> Note()
    {
        const string Caption = "CATATAN: PERTIMBANGAN PEJABAT PENILAI ATAS KONDISI PENYEBAB";
        if (Sheet.KondisiPenyebab is { } kondisi && !string.IsNullOrWhiteSpace(kondisi))
        {
            yield return new Spacer(8);
            yield return new FormTable(Caption, [1], [],
            [
                new([new(Caption, Bold: true) { Shaded = true, IsRowHeader = true }]) { KeepWithNext = true },
                new([new(kondisi)]),
            ])
            { FontSize = 8 };
        }
    }

    private static IEnumerable<TableRow> Additions(string kind, string[] done, decimal score)
    {
        yield return new(
        [
            new(""),
            new(done.Length == 0 ? $"{kind}: -" : $"{kind}:") { ColumnSpan = 12, IsRowHeader = true },
            new(Angka.Tampil(score), TextAlignment.Right) { RowSpan = done.Length + 1 },
        ]);
        for (var i = 0; i < done.Length; i++)
        {
            yield return new([new($"{i + 1}", TextAlignment.Centre), new(done[i]) { ColumnSpan = 12 }]);
        }
    }

    private IReadOnlyList<CapaianJabatan> JabatanLain => Sheet.AllJabatanLain;

    private static string WithLetter(string uraian, string? nomor) =>
        string.IsNullOrWhiteSpace(nomor) ? uraian : $"{uraian} (surat keterangan {nomor})";
}
