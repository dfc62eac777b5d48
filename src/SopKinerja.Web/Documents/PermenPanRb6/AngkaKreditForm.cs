using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>
/// Konversi predikat kinerja ke angka kredit, akumulasi and penetapan (PAK) of one evaluasi: three sheets (Peraturan BKN 3/2023, lampiran
/// II angka 10 to 12; the third as its text circulates, the other two as public implementations have them: docs/decisions/0031).
/// </summary>
public sealed record AngkaKreditForm
{
    public const string Title = "Konversi Predikat Kinerja ke Angka Kredit";

    private const string Nobody = "-";

    /// <summary>"Berkas 17": the number of the dossier, which stands in its address too.</summary>
    public required string Nomor { get; init; }

    public required KopTercetak Kop { get; init; }

    public required Party YangDinilai { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required KonversiAngkaKredit Konversi { get; init; }

    public required AkumulasiAngkaKredit Akumulasi { get; init; }

    public required PersetujuanElektronik Disetujui { get; init; }

    /// <summary>When the rated person objected, so that the predikat may yet change; null where no one did.</summary>
    public DateOnly? Keberatan { get; init; }

    /// <exception cref="InvalidOperationException">There is no result yet, or it earns no angka kredit.</exception>
    public static AngkaKreditForm From(Dossier dossier, AkumulasiAngkaKredit akumulasi, string instansi, string tempat) => new()
    {
        Nomor = FormattableString.Invariant($"Berkas {dossier.Id}"),
        Kop = KopTercetak.From(dossier, instansi, tempat, namesLastPart: false),
        YangDinilai = dossier.Parties.Asn,
        PejabatPenilai = PegawaiTercetak.From(dossier.Signatories.AtasanLangsung),
        Konversi = KonversiAngkaKredit.Of(dossier) ?? throw new InvalidOperationException("This result earns no angka kredit."),
        Akumulasi = akumulasi,
        // However the document is signed, this print is not.
        Disetujui = PersetujuanElektronik.From(dossier.Finished(Step.Validate), mode: null)
            ?? throw new InvalidOperationException("There is no result yet."),
        Keberatan = dossier is { IsObjected: true, Keberatan: { } keberatan } ? Tanggal.DiWita(keberatan.At) : null,
    };

    public FormDescription Describe(DateTimeOffset at) => new(
        new DocumentProperties(Title, $"Periode penilaian {Kop.Periode}", Kop.Instansi, at),
        [
            Sheet(Title, "PEJABAT FUNGSIONAL YANG DINILAI", [AngkaKreditTables.Konversi(Konversi)], KonversiNotes()),
            Sheet("Akumulasi Angka Kredit", "KETERANGAN PERORANGAN", [AngkaKreditTables.Akumulasi(Akumulasi)], AkumulasiNotes()),
            Sheet(
                "Penetapan Angka Kredit", "KETERANGAN PERORANGAN",
                [
                    AngkaKreditTables.Penetapan(Akumulasi),
                    new Spacer(6),
                    AngkaKreditTables.Kebutuhan(
                        Akumulasi.Kebutuhan(YangDinilai.Jenjang, Golongan.KodeOf(YangDinilai.PangkatGolongan))),
                    new Spacer(4),
                    new Paragraph(
                        "DAPAT/TIDAK DAPAT*) DIPERTIMBANGKAN UNTUK KENAIKAN PANGKAT/JENJANG*) SETINGKAT LEBIH TINGGI MENJADI "
                        + "………………………… JENJANG ………………… PANGKAT/GOLONGAN RUANG …………………"),
                ],
                [], "*) Coret yang tidak perlu."),
        ],
        $"{Nomor}, menurut evaluasi yang disetujui {Tanggal.TampilPukul(Disetujui.Pada)}; dicetak {Tanggal.TampilPukul(at)}");

    private FormPart Sheet(
        string name, string heading, IReadOnlyList<FormBlock> tables, IEnumerable<string> notes, string? footnote = null) => new(
        name, PageOrientation.Portrait,
        [
            .. Kop.Head(name.ToUpperInvariant(), "NOMOR …………………………"),
            new FormTable(heading, [5, 33, 62], [], [.. NumberedItems.Person("I.", heading, Lines())]),
            new Spacer(8),
            .. tables,
            .. notes.Concat(Objection()).SelectMany(note => new FormBlock[] { new Spacer(4), Small(note) }),
            new Spacer(8),
            // The approval was of the evaluasi and not of this sheet, so there is room for ink.
            new SignatureBlocks([null, Kop.Signature("", "PEJABAT PENILAI KINERJA", PejabatPenilai, null, "")]),
            new Spacer(8),
            Small("ASLI untuk Pejabat Fungsional yang bersangkutan."),
            Small("Tembusan: 1. Pimpinan Instansi Pengusul; 2. Pejabat Penilai Kinerja; 3. …………………"),
            .. footnote is null ? Array.Empty<FormBlock>() : [Small(footnote)],
        ]);

    private IEnumerable<string> KonversiNotes() =>
    [
        "Angka kredit = koefisien per tahun × prosentase × bulan dalam jenjang dari 12, setiap baris dibulatkan menjadi dua desimal.",
        .. Kop.Bagian is null ? Array.Empty<string>() : ["Angka kredit evaluasi periodik ini digantikan oleh evaluasi tahunannya."],
    ];

    private IEnumerable<string> AkumulasiNotes() =>
    [
        .. Akumulasi.Pak is null ? ["PAK terakhir belum dicatat, jadi jumlah ini hanya memuat evaluasi dalam aplikasi ini."]
            : Array.Empty<string>(),
        .. Akumulasi.Baru.Rows.Sum(r => r.Bulan.Count) == Konversi.Rows.Sum(r => r.Bulan.Count) ? Array.Empty<string>()
            : ["Bulan yang sudah termasuk dalam masa penilaian PAK terakhir tidak dihitung lagi."],
    ];

    private IEnumerable<string> Objection()
    {
        if (Keberatan is { } objected)
        {
            yield return $"Pegawai yang dinilai mengajukan keberatan pada {Tanggal.Tampil(objected)}. Selama keberatan belum diputus, "
                + "predikat dan angka kredit di atas dapat berubah.";
        }
    }

    private static Paragraph Small(string text) => new(text, Italic: true) { FontSize = 8 };

    private IReadOnlyList<(string Label, string Value)> Lines()
    {
        var nip = YangDinilai.Nip is null ? null : Nip.Stored(YangDinilai.Nip);
        var printed = PegawaiTercetak.From(YangDinilai);
        return
        [
            ("1. Nama", printed.Nama),
            ($"2. {printed.LabelNip}", printed.Nip ?? Nobody),
            ("3. Nomor Seri KARPEG", YangDinilai.Karpeg ?? Nobody),
            ("4. Tempat/Tanggal Lahir", $"{YangDinilai.TempatLahir ?? Nobody} / {Date(nip?.Lahir)}"),
            ("5. Jenis Kelamin", nip?.JenisKelamin ?? Nobody),
            ("6. Pangkat/Golongan Ruang/TMT", $"{printed.PangkatGolonganRuang ?? Nobody} / {Date(YangDinilai.TmtPangkat)}"),
            ("7. Jabatan/TMT", $"{printed.Jabatan} / {Date(YangDinilai.TmtJabatan)}"),
            ("8. Unit Kerja", printed.UnitKerja),
            ("9. Instansi", Kop.Instansi),
        ];
    }

    private static string Date(DateOnly? day) => day is { } known ? Tanggal.Tampil(known) : Nobody;
}
