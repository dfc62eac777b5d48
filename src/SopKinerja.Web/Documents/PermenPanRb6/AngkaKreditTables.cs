using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>The tables of the three sheets of angka kredit; figures with all the decimals they have, two at least.</summary>
internal static class AngkaKreditTables
{
    private const string Nothing = "-";
    private const int BulanSetahun = 12;

    public static FormTable Konversi(KonversiAngkaKredit konversi) => new("Konversi predikat kinerja ke angka kredit", [28, 22, 26, 24],
        [
            new([TableCell.Name("KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT") with { ColumnSpan = 4 }]),
            new(
            [
                TableCell.Name("HASIL PENILAIAN KINERJA") with { ColumnSpan = 2 },
                TableCell.Name("KOEFISIEN PER TAHUN") with { RowSpan = 2 },
                TableCell.Name("ANGKA KREDIT YANG DIDAPAT") with { RowSpan = 2 },
            ]),
            new([TableCell.Name("PREDIKAT"), TableCell.Name("PROSENTASE")]),
            Numbers(4),
        ],
        [
            .. konversi.Rows.Select(row => new TableRow(
                [Predikat(row), Centre(Prosentase(row)), Centre(Koefisien(row)), Centre(Angka.Exact(row.Nilai), isBold: true)])
            { MinimumHeight = 22 }),
            .. konversi.Rows.Count < 2 ? Array.Empty<TableRow>() : [Sum("JUMLAH", 3, konversi.Nilai)],
        ]);

    public static FormTable Akumulasi(AkumulasiAngkaKredit akumulasi) => new("Akumulasi angka kredit", [10, 24, 18, 17, 17, 14],
        [
            new([TableCell.Name("HASIL PENILAIAN ANGKA KREDIT") with { ColumnSpan = 6 }]),
            new(
            [
                TableCell.Name("HASIL PENILAIAN KINERJA") with { ColumnSpan = 4 },
                TableCell.Name("KOEFISIEN PER TAHUN") with { RowSpan = 2 },
                TableCell.Name("ANGKA KREDIT YANG DIDAPAT") with { RowSpan = 2 },
            ]),
            new([.. new[] { "TAHUN", "PERIODIK (BULAN)", "PREDIKAT", "PROSENTASE" }.Select(TableCell.Name)]),
            Numbers(6),
        ],
        [
            new([new($"PAK terakhir: {Pak(akumulasi)}") { ColumnSpan = 5 }, Centre(Shown(akumulasi.Pak?.AngkaKredit), isBold: true)]),
            .. akumulasi.Lama.Append(akumulasi.Baru).SelectMany(k => k.Rows).Select(row => new TableRow(
            [
                Centre(Span(row.Bulan, b => $"{b.Year}")), Centre(Span(row.Bulan, Tanggal.Bulan)), Predikat(row), Centre(Prosentase(row)),
                Centre(Koefisien(row)), Centre(Angka.Exact(row.Nilai), isBold: true),
            ])),
            Sum("JUMLAH ANGKA KREDIT YANG DIPEROLEH", 5, akumulasi.Jumlah),
        ]);

    public static FormTable Penetapan(AkumulasiAngkaKredit akumulasi)
    {
        var lama = (akumulasi.Pak?.AngkaKredit ?? 0) + akumulasi.JumlahLama;
        return new(
            "Hasil penilaian angka kredit", [6, 36, 13, 13, 13, 19],
            [
                new([TableCell.Name("HASIL PENILAIAN ANGKA KREDIT") with { ColumnSpan = 6 }]),
                new([.. new[] { "II", "PENETAPAN ANGKA KREDIT", "LAMA", "BARU", "JUMLAH", "KETERANGAN" }.Select(TableCell.Name)]),
                Numbers(6),
            ],
            [
                Line(1, "AK Dasar yang diberikan"),
                Line(2, "AK JF lama", akumulasi.Pak?.AngkaKredit, null, akumulasi.Pak is null ? Nothing : $"PAK {akumulasi.Pak.Nomor}"),
                Line(3, "AK Penyesuaian/Penyetaraan"),
                Line(
                    4, "AK Konversi", akumulasi.Lama.Count == 0 ? null : akumulasi.JumlahLama,
                    akumulasi.Baru.Rows.Count == 0 ? null : akumulasi.Baru.Nilai),
                Line(5, "AK yang diperoleh dari peningkatan pendidikan"),
                Line(6, "……………………"),
                new(
                [
                    new("JUMLAH ANGKA KREDIT KUMULATIF", Bold: true) { ColumnSpan = 2, IsRowHeader = true },
                    .. new[] { lama, akumulasi.Baru.Nilai, akumulasi.Jumlah }.Select(n => Centre(Angka.Exact(n), isBold: true)),
                    Centre(Nothing),
                ]),
            ]);
    }

    public static FormTable Kebutuhan(Kebutuhan? kebutuhan) => new("Kebutuhan angka kredit", [56, 22, 22],
        [new([.. new[] { "KETERANGAN", "PANGKAT", "JENJANG JABATAN" }.Select(TableCell.Name)])],
        [
            Need("Angka kredit minimal yang harus dipenuhi untuk kenaikan pangkat/jenjang",
                Shown(kebutuhan?.Row.Pangkat), Shown(kebutuhan?.Row.NaikJenjang)),
            Need($"{Sign(kebutuhan?.LebihPangkat)} angka kredit yang harus dicapai untuk kenaikan pangkat",
                Shown(Size(kebutuhan?.LebihPangkat)), Nothing),
            Need($"{Sign(kebutuhan?.LebihJenjang)} angka kredit yang harus dicapai untuk kenaikan jenjang",
                Nothing, Shown(Size(kebutuhan?.LebihJenjang))),
        ]);

    private static TableRow Numbers(int columns) => new([.. Enumerable.Range(1, columns).Select(no => TableCell.Name($"{no}"))]);

    private static TableCell Centre(string text, bool isBold = false) => new(text, TextAlignment.Centre, isBold) { Middle = true };

    private static TableCell Predikat(BarisKonversi row) =>
        Centre(row.Persen.Predikat.Nama().ToUpperInvariant()) with { IsRowHeader = true };

    private static string Prosentase(BarisKonversi row) => row.Bulan.Count == BulanSetahun
        ? $"{Angka.Ringkas(row.Persen.Persen)} %"
        : $"{row.Bulan.Count}/{BulanSetahun} × {Angka.Ringkas(row.Persen.Persen)} %";

    private static string Koefisien(BarisKonversi row) => $"{Angka.Ringkas(row.Jenjang.Koefisien)} ({row.Jenjang.Jenjang})";

    private static string Span(IReadOnlyList<DateOnly> bulan, Func<DateOnly, string> shown) =>
        shown(bulan[0]) == shown(bulan[^1]) ? shown(bulan[0]) : $"{shown(bulan[0])} - {shown(bulan[^1])}";

    private static string Pak(AkumulasiAngkaKredit akumulasi) => akumulasi.Pak is not { } pak ? Nothing
        : $"nomor {pak.Nomor} tanggal {Tanggal.Tampil(pak.Tanggal)}, masa penilaian sampai {Tanggal.Tampil(pak.Sampai)}";

    private static TableRow Sum(string text, int span, decimal sum) => new(
        [new(text, TextAlignment.Right, Bold: true) { ColumnSpan = span, IsRowHeader = true }, Centre(Angka.Exact(sum), isBold: true)]);

    private static TableRow Line(int no, string nama, decimal? lama = null, decimal? baru = null, string keterangan = Nothing) => new(
    [
        Centre($"{no}"), new(nama) { IsRowHeader = true }, Centre(Shown(lama)), Centre(Shown(baru)),
        Centre(Shown(lama is null ? baru : lama + (baru ?? 0))), Centre(keterangan),
    ]);

    private static TableRow Need(string text, string pangkat, string jenjang) =>
        new([new(text) { IsRowHeader = true }, Centre(pangkat), Centre(jenjang)]);

    private static string Sign(decimal? over) => over switch
    {
        null => "Kelebihan/kekurangan*)",
        < 0 => "Kekurangan",
        _ => "Kelebihan",
    };

    private static decimal? Size(decimal? over) => over is { } known ? Math.Abs(known) : null;

    private static string Shown(decimal? figure) => figure is { } known ? Angka.Exact(known) : Nothing;
}
