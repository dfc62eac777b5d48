using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>"Buku Catatan Penilaian Perilaku PNS" (Perka BKN 1/2013): the notes of the year, and at its end what the finished penilaian
/// enters.</summary>
public sealed record BukuCatatanPerilakuForm
{
    public const string Title = "BUKU CATATAN PENILAIAN PERILAKU PNS";

    // Empty lines below a name, for the paraf in ink, however long the name is.
    private const string RoomForParaf = "\n\n\n\n";

    /// <summary>"Berkas 17" or "SKP 17": the number that stands in its address too.</summary>
    public required string Nomor { get; init; }

    public required string Instansi { get; init; }

    public required DateOnly Mulai { get; init; }

    public required DateOnly Sampai { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    /// <summary>Null where the reader may not read them, which the print says.</summary>
    public required IReadOnlyList<CatatanBertanggal>? Catatan { get; init; }

    /// <summary>Null while nothing was approved.</summary>
    public HasilDalamBuku? Hasil { get; init; }

    /// <summary>The book as it stands, with the two people as they are now.</summary>
    public static BukuCatatanPerilakuForm From(Plan plan, DinasSettings dinas) => new()
    {
        Nomor = FormattableString.Invariant($"SKP {plan.Id}"),
        Instansi = dinas.Nama,
        Mulai = plan.Period.Mulai,
        Sampai = plan.Period.Selesai,
        YangDinilai = PegawaiTercetak.From(Party.Of(plan.Pegawai, dinas.Pemerintah)),
        Catatan = Dated(plan.Notes),
    };

    /// <param name="notes">Null where the reader may not read them.</param>
    /// <param name="instansi">For example "Pemerintah Kabupaten …".</param>
    /// <exception cref="InvalidOperationException">There is no result yet, or the dossier follows another regulation.</exception>
    public static BukuCatatanPerilakuForm From(Dossier dossier, IReadOnlyList<PlanNote>? notes, string instansi) => new()
    {
        Nomor = FormattableString.Invariant($"Berkas {dossier.Id}"),
        Instansi = instansi,
        Mulai = dossier.Period.Mulai,
        Sampai = dossier.Period.Selesai,
        YangDinilai = PegawaiTercetak.From(dossier.Parties.Asn),
        Catatan = notes is null ? null : Dated(notes),
        Hasil = HasilDalamBuku.From(dossier),
    };

    // In the order of the days, which need not be that of writing.
    private static IReadOnlyList<CatatanBertanggal> Dated(IEnumerable<PlanNote> notes) =>
        [.. notes.OrderBy(n => n.Date).ThenBy(n => n.No).Select(CatatanBertanggal.From)];

    public FormDescription Describe(DateTimeOffset at) => new(
        new DocumentProperties(
            "Buku Catatan Penilaian Perilaku PNS", $"Jangka waktu penilaian {Tanggal.Tampil(Mulai)} s.d. {Tanggal.Tampil(Sampai)}",
            Instansi, at),
        [new FormPart(Title, PageOrientation.Portrait, [.. Blocks()])],
        Hasil is null
            ? $"{Nomor}, {YangDinilai.Nama}, dicetak {Tanggal.TampilPukul(at)}"
            : $"{Nomor}, menurut penilaian yang disetujui {Tanggal.TampilPukul(Hasil.Disetujui.Pada)}; dicetak {Tanggal.TampilPukul(at)}");

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
            [.. Rows()]);
        if (Catatan is null)
        {
            yield return new Spacer(6);
            yield return new Paragraph(
                "Catatan bertanggal dalam buku ini hanya dibaca pegawai yang dinilai dan atasan langsung yang menulisnya, jadi tidak ikut "
                + "dicetak.",
                Italic: true);
        }

        if (Hasil?.Keberatan is { } objected)
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

    private IEnumerable<TableRow> Rows()
    {
        var notes = Catatan ?? [];
        return notes.Count == 0 && Hasil is null
            ? [new([new("Belum ada catatan.", TextAlignment.Centre) { ColumnSpan = 7 }])]
            : [.. notes.Select(Row), .. Hasil is null ? [] : Entry(Hasil, notes.Count + 1)];
    }

    private static TableRow Row(CatatanBertanggal note, int index) => new(
    [
        new($"{index + 1}", TextAlignment.Centre),
        new(Tanggal.Tampil(note.Tanggal)),
        new(note.Uraian) { ColumnSpan = 4 },
        new(NameAndNip(note.PejabatPenilai) + RoomForParaf),
    ]);

    // One entry of several rows: the words, then a row for each figure, so that the figures stand below each other.
    private IEnumerable<TableRow> Entry(HasilDalamBuku hasil, int no)
    {
        var figures = hasil.Figures().ToList();
        var height = figures.Count + 1;
        var skp = hasil.Score.NilaiSkp;
        yield return new(
        [
            new($"{no}", TextAlignment.Centre) { RowSpan = height },
            new($"{Tanggal.Tampil(Mulai)} s.d. {Tanggal.Tampil(hasil.LebihAwal ?? Sampai)}") { RowSpan = height },
            new($"Penilaian SKP sampai dengan {End(hasil)} = {Angka.Tampil(skp)} ({Sebutan.Of(skp)}), "
                + "sedangkan penilaian perilaku kerjanya adalah sebagai berikut:") { ColumnSpan = 4,
                Edges = CellEdges.Left | CellEdges.Top | CellEdges.Right },
            // Room for the paraf, in ink, is left below.
            new(NameAndNip(hasil.PejabatPenilai)) { RowSpan = height },
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

    private string End(HasilDalamBuku hasil) =>
        hasil.LebihAwal is { } day ? Tanggal.Tampil(day) : $"akhir {Tanggal.Bulan(Sampai)} {Sampai.Year}";

    private static string NameAndNip(PegawaiTercetak person) => person.NipLine is { } nip ? $"{person.Nama}\n{nip}" : person.Nama;
}
