using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>"Buku Catatan Penilaian Perilaku PNS" (Perka BKN 1/2013): the one entry that a finished penilaian makes in it.</summary>
public sealed record BukuCatatanPerilakuForm
{
    public const string Title = "BUKU CATATAN PENILAIAN PERILAKU PNS";

    /// <summary>"Berkas 17": the number of the dossier, which stands in its address too.</summary>
    public required string Nomor { get; init; }

    public required string Instansi { get; init; }

    public required DateOnly Mulai { get; init; }

    public required DateOnly Sampai { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required Pp46Sheet Sheet { get; init; }

    public required PrestasiKerja Score { get; init; }

    public required PersetujuanElektronik Disetujui { get; init; }

    /// <summary>When the rated person objected, so that the figures may yet change; null where no one did.</summary>
    public DateOnly? Keberatan { get; init; }

    /// <param name="instansi">For example "Pemerintah Kabupaten …".</param>
    /// <exception cref="InvalidOperationException">There is no result yet, or the dossier follows another regulation.</exception>
    public static BukuCatatanPerilakuForm From(Dossier dossier, string instansi)
    {
        var sheet = dossier.Sheet as Pp46Sheet ?? throw new InvalidOperationException("This form belongs to PP 46/2011.");
        return new()
        {
            Nomor = FormattableString.Invariant($"Berkas {dossier.Id}"),
            Instansi = instansi,
            Mulai = dossier.Period.Mulai,
            Sampai = dossier.Period.Selesai,
            YangDinilai = PegawaiTercetak.From(dossier.Parties.Asn),
            PejabatPenilai = PegawaiTercetak.From(dossier.Parties.AtasanLangsung),
            Sheet = sheet,
            Score = sheet.Score(),
            // However the document is signed, this print is not.
            Disetujui = PersetujuanElektronik.From(dossier.Finished(Step.Validate), mode: null)
                ?? throw new InvalidOperationException("There is no result yet."),
            Keberatan = dossier.Keberatan is { IsSettled: false } keberatan ? Tanggal.DiWita(keberatan.At) : null,
        };
    }

    public FormDescription Describe(DateTimeOffset at) => new(
        new DocumentProperties(
            "Buku Catatan Penilaian Perilaku PNS", $"Jangka waktu penilaian {Tanggal.Tampil(Mulai)} s.d. {Tanggal.Tampil(Sampai)}",
            Instansi, at),
        [new FormPart(Title, PageOrientation.Portrait, [.. Blocks()])],
        $"{Nomor}, menurut penilaian yang disetujui {Tanggal.TampilPukul(Disetujui.Pada)}; dicetak {Tanggal.TampilPukul(at)}");

    private IEnumerable<FormBlock> Blocks()
    {
        yield return new Heading(Title);
        yield return new Spacer(6);
        yield return new KeyValues([new("Nama", YangDinilai.Nama), new(YangDinilai.LabelNip, YangDinilai.Nip ?? "-")]);
        yield return new Spacer(6);
        yield return new FormTable(Title, [5, 17, 26, 3, 8, 15, 26],
            [
                Head("No", "Tanggal", "Uraian", "Nama/NIP dan Paraf Pejabat Penilai"),
                Head("1", "2", "3", "4"),
            ],
            [.. Entry()]);
        if (Keberatan is { } objected)
        {
            yield return new Spacer(6);
            yield return new Paragraph(
                $"Pegawai yang dinilai mengajukan keberatan pada {Tanggal.Tampil(objected)}. Selama keberatan belum diputus, nilai di atas "
                + "dapat berubah.",
                Italic: true);
        }
    }

    private static TableRow Head(params IReadOnlyList<string> names) => new(
        [.. names.Select((name, i) =>
            new TableCell(name, TextAlignment.Centre, Bold: true) { Shaded = true, Middle = true, ColumnSpan = i == 2 ? 4 : 1 })]);

    // One entry of several rows: the words, then a row for each figure, so that the figures stand below each other.
    private IEnumerable<TableRow> Entry()
    {
        var figures = Figures().ToList();
        var height = figures.Count + 1;
        yield return new(
        [
            new("1", TextAlignment.Centre) { RowSpan = height },
            new($"{Tanggal.Tampil(Mulai)} s.d. {Tanggal.Tampil(Sampai)}") { RowSpan = height },
            new($"Penilaian SKP sampai dengan akhir {Tanggal.Bulan(Sampai)} {Sampai.Year} = {Angka.Tampil(Score.NilaiSkp)} "
                + $"({Sebutan.Of(Score.NilaiSkp)}), "
                + "sedangkan penilaian perilaku kerjanya adalah sebagai berikut:") { ColumnSpan = 4,
                Edges = CellEdges.Left | CellEdges.Top | CellEdges.Right },
            // Room for the paraf, in ink, is left below.
            new(PejabatPenilai.NipLine is { } nip ? $"{PejabatPenilai.Nama}\n{nip}" : PejabatPenilai.Nama) { RowSpan = height },
        ]);
        for (var i = 0; i < figures.Count; i++)
        {
            var (nama, nilai, sebutan) = figures[i];
            var bottom = i == figures.Count - 1 ? CellEdges.Bottom : CellEdges.None;
            yield return new(
            [
                new(nama) { IsRowHeader = true, Edges = CellEdges.Left | bottom },
                new("=", TextAlignment.Centre) { Edges = bottom },
                new(nilai is { } figure ? Angka.Tampil(figure) : "-", TextAlignment.Right) { Edges = bottom },
                new(sebutan is null ? "" : $"({sebutan})") { Edges = CellEdges.Right | bottom },
            ]);
        }
    }

    private IEnumerable<(string Nama, decimal? Nilai, string? Sebutan)> Figures() =>
    [
        .. Sheet.PrintedPerilaku(),
        ("Jumlah", Score.PerilakuJumlah, null),
        ("Nilai rata-rata", Score.PerilakuRata, Sebutan.Of(Score.PerilakuRata)),
    ];
}
