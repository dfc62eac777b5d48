using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.Pp46;

/// <summary>"Penilaian Prestasi Kerja PNS", items 1–11 (PP 46/2011, Perka BKN 1/2013).</summary>
public sealed record PenilaianPrestasiKerjaForm
{
    public const string Title = "PENILAIAN PRESTASI KERJA PEGAWAI NEGERI SIPIL";

    public required string NomorDokumen { get; init; }

    public required string Instansi { get; init; }

    public required DateOnly Mulai { get; init; }

    public required DateOnly Sampai { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required PegawaiTercetak AtasanPejabatPenilai { get; init; }

    public required Pp46Sheet Sheet { get; init; }

    public required PrestasiKerja Score { get; init; }

    /// <summary>What a reader must know besides; the form has no item for it, so it stands below the dates.</summary>
    public IReadOnlyList<string> Catatan { get; init; } = [];

    public CatatanTercetak? Keberatan { get; init; }

    public CatatanTercetak? Tanggapan { get; init; }

    public CatatanTercetak? Keputusan { get; init; }

    public PersetujuanElektronik? Dibuat { get; init; }

    /// <summary>Item 10: empty in the approved version, given in the final one.</summary>
    public PersetujuanElektronik? Diterima { get; init; }

    public PersetujuanElektronik? Disahkan { get; init; }

    /// <summary>Whether item 11 is signed at all.</summary>
    public bool HasPengesahan { get; init; }

    /// <summary>Whether they sign the file itself, so that the form leaves them room and says nothing in their place.</summary>
    public bool IsSignedInFile { get; init; }

    /// <summary>Whether a signature in the file writes its day behind the caption; the picture of BSrE does not.</summary>
    public bool IsDatedInFile { get; init; }

    /// <summary>Null for a version that the pejabat penilai issued.</summary>
    public PenetapanTercetak? Penetapan { get; init; }

    /// <param name="dossier">With every realisasi and score; items 9 and 10 are filled once their steps are finished.</param>
    /// <param name="instansi">For example "Pemerintah Kabupaten …".</param>
    /// <exception cref="InvalidOperationException">Realisasi or scores are missing, or the dossier follows another regulation.</exception>
    public static PenilaianPrestasiKerjaForm From(Dossier dossier, string instansi)
    {
        var sheet = dossier.Sheet as Pp46Sheet ?? throw new InvalidOperationException("This form belongs to PP 46/2011.");
        return new()
        {
            NomorDokumen = DocumentNumber.Of(dossier),
            Instansi = instansi,
            // The last evaluation is of the whole period: the nilai SKP of each position is in it.
            Mulai = dossier.Post == 0 ? dossier.Period.Mulai : dossier.Mulai,
            Sampai = dossier.Selesai,
            YangDinilai = PegawaiTercetak.From(dossier.Parties.Asn),
            PejabatPenilai = PegawaiTercetak.From(dossier.Signatories.AtasanLangsung),
            AtasanPejabatPenilai = dossier.Signatories.AtasanPejabatPenilai is { } atasan
                ? PegawaiTercetak.From(atasan)
                : PegawaiTercetak.Nobody,
            Sheet = sheet,
            Score = sheet.Score(),
            Catatan = [.. dossier.Remarks(), .. sheet.TugasBelajar?.Dasar() ?? []],
            Keberatan = CatatanTercetak.Keberatan(dossier),
            Tanggapan = CatatanTercetak.Tanggapan(dossier),
            Keputusan = CatatanTercetak.Keputusan(dossier),
            Dibuat = PersetujuanElektronik.Penilai(dossier),
            Diterima = PersetujuanElektronik.From(dossier.Acknowledged, dossier.SigningMode),
            Disahkan = PersetujuanElektronik.Atasan(dossier),
            HasPengesahan = dossier.HasPengesahan,
            Penetapan = PenetapanTercetak.Of(dossier),
        };
    }

    public FormPart Describe(Letterhead letterhead) => new(Title, PageOrientation.Portrait,
    [
        letterhead,
        new Heading("PENILAIAN PRESTASI KERJA"),
        new Heading("PEGAWAI NEGERI SIPIL"),
        new Spacer(4),
        new KeyValues(
        [
            new("Nomor dokumen", NomorDokumen),
            new("Instansi", Instansi),
            new("Jangka waktu penilaian", $"{Tanggal.Tampil(Mulai)} s.d. {Tanggal.Tampil(Sampai)}"),
            .. Catatan.Select(note => new KeyValueLine("Catatan", note)),
        ]),
        new Spacer(5),
        new FormTable("Pegawai yang dinilai, pejabat penilai, dan atasan pejabat penilai", [5, 33, 62], [],
        [
            .. Person("1.", "YANG DINILAI", YangDinilai),
            .. Person("2.", "PEJABAT PENILAI", PejabatPenilai),
            .. Person("3.", "ATASAN PEJABAT PENILAI", AtasanPejabatPenilai),
        ]),
        new Spacer(8),
        new FormTable("4. Unsur yang dinilai", [5, 17, 30, 16, 16, 16], [], [.. Scores()]),
        new Spacer(8),
        NumberedItems.Note("5.", "KEBERATAN DARI PEGAWAI NEGERI SIPIL YANG DINILAI (APABILA ADA)", Keberatan),
        NumberedItems.Note("6.", "TANGGAPAN PEJABAT PENILAI ATAS KEBERATAN", Tanggapan),
        NumberedItems.Note("7.", "KEPUTUSAN ATASAN PEJABAT PENILAI ATAS KEBERATAN", Keputusan),
        NumberedItems.Words("8.", "REKOMENDASI", string.IsNullOrWhiteSpace(Sheet.Rekomendasi) ? null : Sheet.Rekomendasi),
        new SignatureBlocks(
            [
                null,
                Penetapan?.Penilai is { } instead
                    ? Unsigned("9. DIBUAT TANGGAL", "PEJABAT PENILAI", PejabatPenilai, instead)
                    : Signature("9. DIBUAT TANGGAL", "PEJABAT PENILAI", PejabatPenilai, Dibuat, "Disetujui", SignaturePlace.PejabatPenilai),
            ],
            Framed: true),
        new SignatureBlocks(
            [
                Penetapan?.Asn is { } why
                    ? Unsigned("10. DITERIMA TANGGAL", "PEGAWAI NEGERI SIPIL YANG DINILAI", YangDinilai, why)
                    : Signature(
                        "10. DITERIMA TANGGAL", "PEGAWAI NEGERI SIPIL YANG DINILAI", YangDinilai, Diterima, "Diterima", SignaturePlace.Asn),
                null,
            ],
            Framed: true),
        new SignatureBlocks(
            [
                null,
                HasPengesahan
                    ? Signature(
                        "11. DITERIMA TANGGAL", "ATASAN PEJABAT YANG MENILAI", AtasanPejabatPenilai, Disahkan,
                        Penetapan is null ? "Disahkan" : "Ditetapkan", SignaturePlace.AtasanPejabatPenilai)
                    : Unsigned("11. DITERIMA TANGGAL", "ATASAN PEJABAT YANG MENILAI", AtasanPejabatPenilai, TidakDiperlukan.Words),
            ],
            Framed: true),
    ]);

    private static IEnumerable<TableRow> Person(string number, string heading, PegawaiTercetak person) =>
        NumberedItems.Person(number, heading,
    [
        ("a. Nama", person.Nama),
        ($"b. {person.LabelNip}", person.Nip ?? "-"),
        ("c. Pangkat, golongan ruang", person.PangkatGolonganRuang ?? "-"),
        ("d. Jabatan/Pekerjaan", person.Jabatan),
        ("e. Unit organisasi", person.UnitKerja),
    ]);

    private IEnumerable<TableRow> Scores()
    {
        var perilaku = Sheet.PrintedPerilaku();
        yield return new(
        [
            new("4.", TextAlignment.Centre) { RowSpan = perilaku.Count + 6 },
            new("UNSUR YANG DINILAI", TextAlignment.Centre, Bold: true) { ColumnSpan = 4, Shaded = true },
            new("JUMLAH", TextAlignment.Centre, Bold: true) { Shaded = true },
        ]);
        yield return new(
        [
            new("a. Sasaran Kerja Pegawai (SKP)") { ColumnSpan = 2, IsRowHeader = true },
            new($"{Angka.Tampil(Score.NilaiSkp)} x 60 %", TextAlignment.Centre) { ColumnSpan = 2 },
            PrintedCells.Number(Score.SkpX60),
        ]);
        yield return new(
        [
            new("b. Perilaku Kerja") { RowSpan = perilaku.Count + 3, IsRowHeader = true },
            .. Aspect(1, perilaku[0]),
            Blank() with { RowSpan = perilaku.Count + 2 },
        ]);
        for (var i = 1; i < perilaku.Count; i++)
        {
            yield return new([.. Aspect(i + 1, perilaku[i])]);
        }

        yield return new([new($"{perilaku.Count + 1}. Jumlah") { IsRowHeader = true }, PrintedCells.Number(Score.PerilakuJumlah), Blank()]);
        yield return new(
        [
            new($"{perilaku.Count + 2}. Nilai rata-rata") { IsRowHeader = true },
            PrintedCells.Number(Score.PerilakuRata),
            new($"({Sebutan.Of(Score.PerilakuRata)})", TextAlignment.Centre),
        ]);
        yield return new(
        [
            new($"{perilaku.Count + 3}. Nilai Perilaku Kerja") { IsRowHeader = true },
            new($"{Angka.Tampil(Score.PerilakuRata)} x 40 %", TextAlignment.Centre) { ColumnSpan = 2 },
            PrintedCells.Number(Score.PerilakuX40),
        ]);
        yield return new(
        [
            new("NILAI PRESTASI KERJA", TextAlignment.Centre, Bold: true)
            {
                ColumnSpan = 4,
                Shaded = true,
                Middle = true,
                IsRowHeader = true,
            },
            new($"{Angka.Tampil(Score.NilaiPrestasi)}\n({Score.SebutanPrestasi})", TextAlignment.Centre, Bold: true) { Shaded = true },
        ]);
    }

    private static TableCell[] Aspect(int no, (string Aspek, decimal? Nilai, string? Sebutan) of) =>
    [
        new($"{no}. {of.Aspek}") { IsRowHeader = true },
        of.Nilai is { } score ? PrintedCells.Number(score) : new("-", TextAlignment.Right),
        new(of.Sebutan is null ? "-" : $"({of.Sebutan})", TextAlignment.Centre),
    ];

    private static SignatureBlock Unsigned(string caption, string office, PegawaiTercetak person, string why) =>
        new([$"{caption} -", office], why, person.Nama, person.NipLine);

    private SignatureBlock Signature(
        string caption, string office, PegawaiTercetak person, PersetujuanElektronik? consent, string verb,
        SignaturePlace place) => IsSignedInFile
        // Drawn once and then only signed: a date that is not known yet comes with the signature.
        ? new([consent is null ? caption : $"{caption}, {PersetujuanElektronik.TanggalOrDots(consent)}", office], null, person.Nama,
            person.NipLine)
        { Place = place, HasDateRoom = consent is null && IsDatedInFile }
        : new(
            [$"{caption}, {PersetujuanElektronik.TanggalOrDots(consent)}", office], consent?.Statement(verb), person.Nama, person.NipLine);

    private static TableCell Blank() => new("");
}
