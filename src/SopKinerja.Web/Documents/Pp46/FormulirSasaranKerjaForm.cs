using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>"Formulir Sasaran Kerja PNS" (Perka BKN 1/2013): the targets of one plan, with its two people as they are now.</summary>
public sealed record FormulirSasaranKerjaForm
{
    public const string Title = "FORMULIR SASARAN KERJA PEGAWAI NEGERI SIPIL";

    /// <summary>"SKP 17": the number of the plan, which stands in its address too.</summary>
    public required string Nomor { get; init; }

    public required string Instansi { get; init; }

    /// <summary>Where it is dated, for example "Paringin".</summary>
    public required string Tempat { get; init; }

    public required DateOnly Mulai { get; init; }

    public required DateOnly Sampai { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    public required IReadOnlyList<KegiatanTugasJabatan> Kegiatan { get; init; }

    /// <summary>Where the person studies for the whole period, in place of kegiatan.</summary>
    public string? TugasBelajar { get; init; }

    /// <summary>Why it is not valid yet; null once it was agreed to.</summary>
    public required string? Draf { get; init; }

    /// <summary>By the pejabat penilai; null while it is a draft.</summary>
    public PersetujuanElektronik? Disetujui { get; init; }

    public static FormulirSasaranKerjaForm From(Plan plan, DinasSettings dinas) => new()
    {
        Nomor = FormattableString.Invariant($"SKP {plan.Id}"),
        Instansi = dinas.Nama,
        Tempat = dinas.Tempat,
        Mulai = plan.Mulai,
        Sampai = plan.Selesai,
        PejabatPenilai = PegawaiTercetak.From(Party.Of(plan.Atasan, dinas.Pemerintah)),
        YangDinilai = PegawaiTercetak.From(Party.Of(plan, dinas.Pemerintah)),
        Kegiatan = ((SasaranKerja)plan.Content).Kegiatan,
        TugasBelajar = ((SasaranKerja)plan.Content).TugasBelajar,
        Draf = SkpTercetak.Draf(plan.State),
        Disetujui = SkpTercetak.Disetujui(plan),
    };

    public FormDescription Describe(DateTimeOffset at) => new(
        new DocumentProperties(
            "Formulir Sasaran Kerja Pegawai Negeri Sipil", $"Jangka waktu penilaian {Tanggal.Tampil(Mulai)} s.d. {Tanggal.Tampil(Sampai)}",
            Instansi, at),
        [new FormPart(Title, PageOrientation.Landscape, [.. Blocks()])],
        // The foot is on every page, so a single sheet of a draft cannot pass for a form that was agreed to.
        $"{(Draf is null ? "" : $"{Draf}. ")}{Nomor}, dicetak {Tanggal.TampilPukul(at)}");

    private IEnumerable<FormBlock> Blocks()
    {
        yield return new Heading("FORMULIR SASARAN KERJA");
        yield return new Heading("PEGAWAI NEGERI SIPIL");
        if (Draf is { } draf)
        {
            yield return new Paragraph(draf, TextAlignment.Centre, Bold: true);
        }

        yield return new Spacer(4);
        yield return new KeyValues([new("Jangka waktu penilaian", $"{Tanggal.Tampil(Mulai)} s.d. {Tanggal.Tampil(Sampai)}")]);
        yield return new Spacer(5);
        yield return PihakTable.Of(("I. PEJABAT PENILAI", PejabatPenilai), ("II. PEGAWAI NEGERI SIPIL YANG DINILAI", YangDinilai));
        yield return new Spacer(8);
        yield return new FormTable(Title, [26, 330, 50, 110, 66, 80, 90],
            [
                new(
                [
                    TableCell.Name("NO") with { RowSpan = 2 },
                    TableCell.Name("III. KEGIATAN TUGAS JABATAN") with { RowSpan = 2 },
                    TableCell.Name("AK") with { RowSpan = 2 },
                    TableCell.Name("TARGET") with { ColumnSpan = 4 },
                ]),
                new([TableCell.Name("KUANT/OUTPUT"), TableCell.Name("KUAL/MUTU"), TableCell.Name("WAKTU"), TableCell.Name("BIAYA")]),
            ],
            [.. Targets()]);
        yield return new Spacer(5);
        var penilai = Disetujui?.Oleh ?? PejabatPenilai;
        yield return new SignatureBlocks(
        [
            new SignatureBlock(["", "Pejabat Penilai"], Disetujui?.Statement("Disetujui"), penilai.Nama, penilai.NipLine),
            null,
            new SignatureBlock(
                [$"{Tempat}, {PersetujuanElektronik.TanggalOrDots(Disetujui)}", "Pegawai Negeri Sipil Yang Dinilai"],
                null, YangDinilai.Nama, YangDinilai.NipLine),
        ]);
    }

    private IEnumerable<TableRow> Targets()
    {
        // The last target goes with the note and the signatures below it, so that these never stand on a page of their own.
        for (var i = 0; i < Kegiatan.Count; i++)
        {
            yield return new(
                [new($"{i + 1}", TextAlignment.Centre), new(Kegiatan[i].Uraian) { IsRowHeader = true }, .. Kegiatan[i].Cells()])
            {
                KeepWithNext = i == Kegiatan.Count - 1,
            };
        }

        if (Kegiatan.Count == 0)
        {
            var words = TugasBelajar is { } study ? Sentences.End($"Tugas belajar: {study}") : "SKP ini belum berisi kegiatan.";
            yield return new([new(words, TextAlignment.Centre) { ColumnSpan = 7 }]) { KeepWithNext = true };
        }

        yield return new([new("* AK bagi PNS yang memangku jabatan fungsional tertentu") { ColumnSpan = 7, Edges = CellEdges.None }]);
    }
}
