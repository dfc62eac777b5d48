using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>"Dokumen Evaluasi Kinerja Pegawai", items 1–8, 10 and 11 (PermenPANRB 6/2022, lampiran): the result and what was said of
/// it.</summary>
public sealed record DokumenEvaluasiForm
{
    public const string Title = "Dokumen Evaluasi Kinerja Pegawai";

    public required KopTercetak Kop { get; init; }

    public required PegawaiTercetak YangDinilai { get; init; }

    public required PegawaiTercetak PejabatPenilai { get; init; }

    public required PegawaiTercetak AtasanPejabatPenilai { get; init; }

    public required CapaianOrganisasi CapaianOrganisasi { get; init; }

    public required PredikatKinerja Predikat { get; init; }

    public string? Rekomendasi { get; init; }

    /// <summary>Printed under item 5, since the form has no place of its own for it.</summary>
    public string? KondisiPenyebab { get; init; }

    /// <summary>What a reader must know besides; printed under item 5 too.</summary>
    public IReadOnlyList<string> Catatan { get; init; } = [];

    public CatatanTercetak? Keberatan { get; init; }

    public CatatanTercetak? Penjelasan { get; init; }

    public CatatanTercetak? Keputusan { get; init; }

    public PersetujuanElektronik? Dibuat { get; init; }

    public PersetujuanElektronik? Diterima { get; init; }

    public PersetujuanElektronik? Disahkan { get; init; }

    /// <summary>Whether the atasan pejabat penilai signs too, for whom the form itself has no place.</summary>
    public bool HasPengesahan { get; init; }

    public bool IsSignedInFile { get; init; }

    /// <summary>Whether a signature in the file writes its day behind the caption; the picture of BSrE does not.</summary>
    public bool IsDatedInFile { get; init; }

    /// <summary>Null for a version that the pejabat penilai issued.</summary>
    public PenetapanTercetak? Penetapan { get; init; }

    /// <exception cref="InvalidOperationException">Realisasi, scores or the capaian of the unit are missing.</exception>
    public static DokumenEvaluasiForm From(PermenPanRb6Sheet sheet, KopTercetak kop, Parties parties) =>
        sheet is { HasAllScores: true, LacksCapaian: false }
        ? new()
        {
            Kop = kop,
            YangDinilai = PegawaiTercetak.From(parties.Asn),
            PejabatPenilai = PegawaiTercetak.From(parties.AtasanLangsung),
            AtasanPejabatPenilai = parties.AtasanPejabatPenilai is { } atasan ? PegawaiTercetak.From(atasan) : PegawaiTercetak.Nobody,
            CapaianOrganisasi = sheet.CapaianOrganisasi!.Value,
            Predikat = sheet.PredikatPegawai!.Value,
            Rekomendasi = sheet.Rekomendasi,
            KondisiPenyebab = sheet.KondisiPenyebab,
        }
        : throw new InvalidOperationException("Realisasi, scores or the capaian of the unit are missing.");

    public FormPart Describe() => new(Title, PageOrientation.Portrait,
    [
        .. Kop.Head(Title.ToUpperInvariant()),
        new FormTable("Pegawai yang dinilai, pejabat penilai kinerja, dan atasannya", [5, 33, 62], [],
        [
            .. NumberedItems.Person("1.", "PEGAWAI YANG DINILAI", YangDinilai.Lines()),
            .. NumberedItems.Person("2.", "PEJABAT PENILAI KINERJA", PejabatPenilai.Lines()),
            .. NumberedItems.Person("3.", "ATASAN PEJABAT PENILAI KINERJA", AtasanPejabatPenilai.Lines()),
            .. NumberedItems.Person("4.", "EVALUASI KINERJA",
            [
                ("Capaian kinerja organisasi", CapaianOrganisasi.Nama().ToUpperInvariant()),
                ("Predikat kinerja pegawai", Predikat.Nama().ToUpperInvariant()),
            ]),
        ]),
        NumberedItems.Words("5.", "CATATAN/REKOMENDASI", CatatanDanRekomendasi()),
        NumberedItems.Note("6.", "KEBERATAN", Keberatan),
        NumberedItems.Note("7.", "PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", Penjelasan),
        NumberedItems.Note("8.", "KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", Keputusan),
        // No public form has a number 9, and all have the two below side by side (five of them; not yet compared with the official text).
        new SignatureBlocks(
            [
                Penetapan?.Asn is { } why
                    ? Unsigned("10. ", "PEGAWAI YANG DINILAI", YangDinilai, why)
                    : Kop.Signature(
                        "10. ", "PEGAWAI YANG DINILAI", YangDinilai, Diterima, "Diterima", Place(SignaturePlace.Asn), IsDatedInFile),
                Penetapan?.Penilai is { } instead
                    ? Unsigned("11. ", "PEJABAT PENILAI KINERJA", PejabatPenilai, instead)
                    : Kop.Signature(
                        "11. ", "PEJABAT PENILAI KINERJA", PejabatPenilai, Dibuat, "Disetujui", Place(SignaturePlace.PejabatPenilai),
                        IsDatedInFile),
            ],
            Framed: true),
        .. Pengesahan(),
    ]);

    private IEnumerable<FormBlock> Pengesahan() => !HasPengesahan ? [] :
    [
        new SignatureBlocks(
            [
                null,
                Kop.Signature(
                    "12. ", "ATASAN PEJABAT PENILAI KINERJA", AtasanPejabatPenilai, Disahkan, Penetapan is null ? "Disahkan" : "Ditetapkan",
                    Place(SignaturePlace.AtasanPejabatPenilai), IsDatedInFile),
            ],
            Framed: true),
    ];

    private static SignatureBlock Unsigned(string number, string office, PegawaiTercetak person, string why) =>
        new([$"{number}-", office], why, person.Nama, person.NipLine);

    private SignaturePlace? Place(SignaturePlace place) => IsSignedInFile ? place : null;

    private string? CatatanDanRekomendasi()
    {
        string[] notes =
        [
            .. string.IsNullOrWhiteSpace(Rekomendasi) ? Array.Empty<string>() : [Rekomendasi],
            .. string.IsNullOrWhiteSpace(KondisiPenyebab)
                ? Array.Empty<string>()
                : [$"Kondisi penyebab yang dipertimbangkan: {KondisiPenyebab}"],
            .. Catatan,
        ];
        return notes.Length == 0 ? null : string.Join('\n', notes);
    }
}
