using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>
/// "Konversi Predikat Kinerja ke Angka Kredit" of one evaluasi tahunan (PermenPANRB 1/2023; the form is that of Peraturan BKN 3/2023, as it
/// circulates, not yet compared). What the dinas does not keep of a person is left out: nomor seri karpeg, place and date of birth.
/// </summary>
public sealed record KonversiAngkaKreditForm
{
    public const string Title = "Konversi Predikat Kinerja ke Angka Kredit";

    /// <summary>"Berkas 17": the number of the dossier, which stands in its address too.</summary>
    public required string Nomor { get; init; }

    public required KopTercetak Kop { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    /// <summary>Since when in the position; null where no one wrote it down.</summary>
    public DateOnly? TmtJabatan { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required AngkaKreditTahunan AngkaKredit { get; init; }

    public required PersetujuanElektronik Disetujui { get; init; }

    /// <summary>When the rated person objected, so that the predikat may yet change; null where no one did.</summary>
    public DateOnly? Keberatan { get; init; }

    /// <exception cref="InvalidOperationException">There is no result yet, or it earns no angka kredit.</exception>
    public static KonversiAngkaKreditForm From(Dossier dossier, string instansi, string tempat) => new()
    {
        Nomor = FormattableString.Invariant($"Berkas {dossier.Id}"),
        Kop = KopTercetak.From(dossier.Period, null, instansi, tempat),
        YangDinilai = PegawaiTercetak.From(dossier.Parties.Asn),
        TmtJabatan = dossier.Parties.Asn.TmtJabatan,
        PejabatPenilai = PegawaiTercetak.From(dossier.Parties.AtasanLangsung),
        AngkaKredit = AngkaKreditTahunan.Of(dossier) ?? throw new InvalidOperationException("This result earns no angka kredit."),
        // However the document is signed, this print is not.
        Disetujui = PersetujuanElektronik.From(dossier.Finished(Step.Validate), mode: null)
            ?? throw new InvalidOperationException("There is no result yet."),
        Keberatan = dossier.Keberatan is { IsSettled: false } keberatan ? Tanggal.DiWita(keberatan.At) : null,
    };

    public FormDescription Describe(DateTimeOffset at) => new(
        new DocumentProperties(Title, $"Periode penilaian {Kop.Periode}", Kop.Instansi, at),
        [new FormPart(Title, PageOrientation.Portrait, [.. Blocks()])],
        $"{Nomor}, menurut evaluasi yang disetujui {Tanggal.TampilPukul(Disetujui.Pada)}; dicetak {Tanggal.TampilPukul(at)}");

    private IEnumerable<FormBlock> Blocks()
    {
        foreach (var block in Kop.Head(Title.ToUpperInvariant()))
        {
            yield return block;
        }

        yield return new FormTable("Pejabat fungsional yang dinilai", [5, 33, 62], [],
            [.. NumberedItems.Person("I.", "PEJABAT FUNGSIONAL YANG DINILAI", Lines())]);
        yield return new Spacer(8);
        yield return Konversi();
        yield return new Spacer(4);
        yield return new Paragraph(
            $"Angka kredit = koefisien per tahun × prosentase × bulan dalam jabatan ({AngkaKredit.Bulan} dari 12), dibulatkan sekali "
            + "menjadi dua desimal.",
            Italic: true)
        { FontSize = 8 };
        if (Keberatan is { } objected)
        {
            yield return new Paragraph(
                $"Pegawai yang dinilai mengajukan keberatan pada {Tanggal.Tampil(objected)}. Selama keberatan belum diputus, predikat dan "
                + "angka kredit di atas dapat berubah.",
                Italic: true);
        }

        yield return new Spacer(8);
        // The approval was of the evaluasi and not of this sheet, so there is room for ink.
        yield return new SignatureBlocks([null, Kop.Signature("", "PEJABAT PENILAI KINERJA", PejabatPenilai, null, "")]);
    }

    private FormTable Konversi() => new("Hasil penilaian kinerja dan angka kredit", [28, 26, 20, 26],
        [
            new([TableCell.Name("KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT") with { ColumnSpan = 4 }]),
            new(
            [
                TableCell.Name("HASIL PENILAIAN KINERJA") with { ColumnSpan = 2 },
                TableCell.Name("KOEFISIEN PER TAHUN") with { RowSpan = 2 },
                TableCell.Name("ANGKA KREDIT YANG DIDAPAT") with { RowSpan = 2 },
            ]),
            new([TableCell.Name("PREDIKAT"), TableCell.Name("PROSENTASE")]),
            new([.. "1234".Select(no => TableCell.Name($"{no}"))]),
        ],
        [
            new(
            [
                new(AngkaKredit.Persen.Predikat.Nama().ToUpperInvariant(), TextAlignment.Centre) { IsRowHeader = true },
                new(Prosentase(), TextAlignment.Centre),
                new(Angka.Ringkas(AngkaKredit.Jenjang.Koefisien), TextAlignment.Centre),
                new(Angka.Tampil(AngkaKredit.Nilai), TextAlignment.Centre, Bold: true),
            ])
            { MinimumHeight = 26 },
        ]);

    private string Prosentase() => AngkaKredit.Bulan == 12
        ? $"{Angka.Ringkas(AngkaKredit.Persen.Persen)} %"
        : $"{AngkaKredit.Bulan}/12 × {Angka.Ringkas(AngkaKredit.Persen.Persen)} %";

    private IReadOnlyList<(string Label, string Value)> Lines() =>
    [
        .. YangDinilai.Lines(),
        ("Jenjang", AngkaKredit.Jenjang.Jenjang),
        .. TmtJabatan is { } tmt ? [("TMT jabatan", Tanggal.Tampil(tmt))] : Array.Empty<(string, string)>(),
    ];
}
