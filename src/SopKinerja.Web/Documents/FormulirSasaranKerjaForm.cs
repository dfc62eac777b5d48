using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>"Formulir Sasaran Kerja PNS" (Perka BKN 1/2013): the targets of one plan, with its two people as they are now.</summary>
public sealed record FormulirSasaranKerjaForm
{
    public const string Title = "FORMULIR SASARAN KERJA PEGAWAI NEGERI SIPIL";

    private const string Dots = "…………………";

    /// <summary>"SKP 17": the number of the plan, which stands in its address too.</summary>
    public required string Nomor { get; init; }

    public required string Instansi { get; init; }

    /// <summary>Where it is dated, for example "Paringin".</summary>
    public required string Tempat { get; init; }

    public required DateOnly Mulai { get; init; }

    public required DateOnly Sampai { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    public required IReadOnlyList<TargetTercetak> Kegiatan { get; init; }

    /// <summary>Why it is not valid yet; null once it was agreed to.</summary>
    public required string? Draf { get; init; }

    /// <summary>By the pejabat penilai; null while it is a draft.</summary>
    public PersetujuanElektronik? Disetujui { get; init; }

    /// <param name="plan">With its period, and with both people and their units.</param>
    /// <param name="dinas">Whose form it is, and where it is dated.</param>
    public static FormulirSasaranKerjaForm From(Plan plan, DinasSettings dinas) => new()
    {
        Nomor = FormattableString.Invariant($"SKP {plan.Id}"),
        Instansi = dinas.Nama,
        Tempat = dinas.Tempat,
        Mulai = plan.Period.Mulai,
        Sampai = plan.Period.Selesai,
        PejabatPenilai = PegawaiTercetak.From(Party.Of(plan.Atasan, dinas.Pemerintah)),
        YangDinilai = PegawaiTercetak.From(Party.Of(plan.Pegawai, dinas.Pemerintah)),
        Kegiatan = [.. plan.Kegiatan.Select(k => new TargetTercetak(k.Uraian, UkuranTercetak.From(k)))],
        Draf = plan.State switch
        {
            PlanState.Agreed => null,
            PlanState.Proposed => "DRAF: BELUM DISETUJUI, SEDANG MENUNGGU PEJABAT PENILAI",
            _ => "DRAF: BELUM DISETUJUI, MASIH DISUSUN",
        },
        Disetujui = plan.AgreedAt is { } agreed ? new(plan.Atasan.Nama, agreed) : null,
    };

    /// <param name="at">Stands in the file as the time of its making, and in its foot.</param>
    public FormDescription Describe(DateTimeOffset at) => new(
        new DocumentProperties(
            "Formulir Sasaran Kerja Pegawai Negeri Sipil", $"Jangka waktu penilaian {Indonesia.Tanggal(Mulai)} s.d. {Indonesia.Tanggal(Sampai)}", Instansi, at),
        [new FormPart(Title, PageOrientation.Landscape, [.. Blocks()])],
        // The foot is on every page, so a single sheet of a draft cannot pass for a form that was agreed to.
        $"{(Draf is null ? "" : $"{Draf}. ")}{Nomor}, dicetak {Indonesia.TanggalPukul(at)}");

    private IEnumerable<FormBlock> Blocks()
    {
        yield return new Heading("FORMULIR SASARAN KERJA");
        yield return new Heading("PEGAWAI NEGERI SIPIL");
        if (Draf is { } draf)
        {
            yield return new Paragraph(draf, TextAlignment.Centre, Bold: true);
        }

        yield return new Spacer(4);
        yield return new KeyValues([new("Jangka waktu penilaian", $"{Indonesia.Tanggal(Mulai)} s.d. {Indonesia.Tanggal(Sampai)}")]);
        yield return new Spacer(5);
        yield return new FormTable("Pejabat penilai dan pegawai negeri sipil yang dinilai", [26, 90, 260, 26, 90, 260],
            [
                new([Name("NO"), Name("I. PEJABAT PENILAI") with { ColumnSpan = 2 }, Name("NO"), Name("II. PEGAWAI NEGERI SIPIL YANG DINILAI") with { ColumnSpan = 2 }]),
            ],
            [.. People()]);
        yield return new Spacer(8);
        yield return new FormTable(Title, [26, 330, 50, 110, 66, 80, 90],
            [
                new(
                [
                    Name("NO") with { RowSpan = 2 },
                    Name("III. KEGIATAN TUGAS JABATAN") with { RowSpan = 2 },
                    Name("AK") with { RowSpan = 2 },
                    Name("TARGET") with { ColumnSpan = 4 },
                ]),
                new([Name("KUANT/ OUTPUT"), Name("KUAL/ MUTU"), Name("WAKTU"), Name("BIAYA")]),
            ],
            [.. Targets()]);
        yield return new Spacer(5);
        yield return new SignatureBlocks(
        [
            new SignatureBlock(["", "Pejabat Penilai"], Disetujui?.Statement("Disetujui"), PejabatPenilai.Nama, PejabatPenilai.NipLine),
            null,
            new SignatureBlock(
                [$"{Tempat}, {(Disetujui is null ? Dots : Indonesia.Tanggal(Disetujui.Pada))}", "Pegawai Negeri Sipil Yang Dinilai"],
                null, YangDinilai.Nama, YangDinilai.NipLine),
        ]);
    }

    private IEnumerable<TableRow> People()
    {
        var (penilai, dinilai) = (PejabatPenilai, YangDinilai);
        yield return Line(1, ("Nama", penilai.Nama), ("Nama", dinilai.Nama));
        yield return Line(2, (penilai.LabelNip, penilai.Nip ?? "-"), (dinilai.LabelNip, dinilai.Nip ?? "-"));
        yield return Line(3, ("Pangkat/Gol. Ruang", penilai.PangkatGolonganRuang ?? "-"), ("Pangkat/Gol. Ruang", dinilai.PangkatGolonganRuang ?? "-"));
        yield return Line(4, ("Jabatan", penilai.Jabatan), ("Jabatan", dinilai.Jabatan));
        yield return Line(5, ("Unit Kerja", penilai.UnitKerja), ("Unit Kerja", dinilai.UnitKerja));

        static TableRow Line(int no, (string Label, string Value) left, (string Label, string Value) right) => new(
        [
            new($"{no}", TextAlignment.Centre), new(left.Label) { IsRowHeader = true }, new(left.Value),
            new($"{no}", TextAlignment.Centre), new(right.Label) { IsRowHeader = true }, new(right.Value),
        ]);
    }

    private IEnumerable<TableRow> Targets()
    {
        // The last target goes with the note and the signatures below it, so that these never stand on a page of their own.
        for (var i = 0; i < Kegiatan.Count; i++)
        {
            yield return new([new($"{i + 1}", TextAlignment.Centre), new(Kegiatan[i].Uraian) { IsRowHeader = true }, .. Kegiatan[i].Target.Cells()])
            {
                KeepWithNext = i == Kegiatan.Count - 1,
            };
        }

        if (Kegiatan.Count == 0)
        {
            yield return new([new("SKP ini belum berisi kegiatan.", TextAlignment.Centre) { ColumnSpan = 7 }]) { KeepWithNext = true };
        }

        yield return new([new("* AK bagi PNS yang memangku jabatan fungsional tertentu") { ColumnSpan = 7, Edges = CellEdges.None }]);
    }

    private static TableCell Name(string text) => new(text, TextAlignment.Centre, Bold: true) { Shaded = true, Middle = true };
}
