using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans.Pp46;

/// <summary>What each cell of the grid may hold, and what is said when it holds something else.</summary>
public static class TargetRules
{
    private const int UraianMost = 500;
    private const int SatuanMost = 50;

    private static readonly FigureRule Ak = new("Angka kredit", 0.0001m, 1_000, 4, "atau kosongkan bila tidak ada");
    private static readonly FigureRule Kuantitas = new("Kuantitas", 0.0001m, 1_000_000_000, 4, "misalnya 12");
    private static readonly FigureRule Kualitas = new("Kualitas", 1, 100, 2, "biasanya 100");
    private static readonly FigureRule Biaya = new("Biaya", 0.01m, 100_000_000_000_000, 2, "atau kosongkan bila tidak dianggarkan");

    /// <summary>The units of waktu, and how many of each a year holds at most.</summary>
    public static readonly IReadOnlyList<WaktuRule> WaktuRows =
    [
        new(SatuanWaktu.Bulan,  "bulan",  12),
        new(SatuanWaktu.Minggu, "minggu", 53),
        new(SatuanWaktu.Hari,   "hari",   366),
    ];

    /// <summary>The cells that cannot stay as they are, each with its sentence.</summary>
    public static IEnumerable<(string Cell, string Sentence)> Faults(TargetRow row)
    {
        var waktu = WaktuRows.FirstOrDefault(w => w.Satuan == Satuan(row.SatuanWaktu));
        (string Cell, string? Sentence)[] cells =
        [
            (nameof(row.Uraian),      Text("Uraian kegiatan", row.Uraian, UraianMost, "Tulis apa yang dikerjakan.")),
            (nameof(row.Ak),          IsNone(row.Ak) ? null : Figure(Ak, row.Ak)),
            (nameof(row.Kuantitas),   Figure(Kuantitas, row.Kuantitas)),
            (nameof(row.Satuan),      Text("Satuan", row.Satuan, SatuanMost, "Tulis satuan hasilnya, misalnya laporan.")),
            (nameof(row.Kualitas),    Figure(Kualitas, row.Kualitas)),
            (nameof(row.Waktu),       Figure(new("Waktu", 0.01m, waktu?.Most ?? 366, 2, "misalnya 12", waktu?.Nama), row.Waktu)),
            (nameof(row.SatuanWaktu), waktu is null ? "Satuan waktu belum dipilih. Pilih bulan, minggu, atau hari." : null),
            (nameof(row.Biaya),       IsNone(row.Biaya) ? null : Figure(Biaya, row.Biaya, Angka.TryParseRupiah)),
        ];
        return cells.Where(c => c.Sentence is not null).Select(c => (c.Cell, c.Sentence!));
    }

    public static string OneLine(string? text) => TypedText.OneLine(text);

    /// <summary>The figure; null where there is none.</summary>
    public static decimal? Number(string? text) => !IsNone(text) && Angka.TryParse(text, out var value, out _) ? value : null;

    /// <summary>The amount; null where there is none.</summary>
    public static decimal? Rupiah(string? text) => !IsNone(text) && Angka.TryParseRupiah(text, out var value, out _) ? value : null;

    /// <summary>The unit; null where none of the three was chosen.</summary>
    public static SatuanWaktu? Satuan(string? text) =>
        WaktuRows.Where(w => w.Satuan.ToString() == text).Select(w => (SatuanWaktu?)w.Satuan).FirstOrDefault();

    // "-", "Nihil" and 0 are how the paper form says that nothing is budgeted.
    private static bool IsNone(string? text) => Angka.IsNone(text) || (Angka.TryParseRupiah(text, out var value, out _) && value == 0);

    private static string? Text(string nama, string? typed, int most, string hint) => OneLine(typed) switch
    {
        "" => $"{nama} belum diisi. {hint}",
        var text when TypedText.Length(text) > most => TextRules.TooLong(nama, text, most),
        var text => TextRules.WhyNotPrinted(nama, text, multiline: false),
    };

    private static string? Figure(FigureRule rule, string? typed, FigureReader? read = null)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return $"{rule.Nama} belum diisi. Tulis angka, {rule.Hint}.";
        }

        if (!(read ?? Angka.TryParse)(typed, out var value, out var error))
        {
            return $"{rule.Nama}: {error}";
        }

        var least = rule.Least < 1 ? "harus lebih dari 0" : $"paling sedikit {Angka.Ringkas(rule.Least)}";
        var isTooFine = decimal.Round(value, rule.Decimals) != value;
        return value < rule.Least && !(isTooFine && value > 0) ? $"{rule.Nama} {least}."
            : value > rule.Most ? $"{rule.Nama} paling banyak {Angka.Ringkas(rule.Most)}{(rule.Unit is null ? "" : $" {rule.Unit}")}."
            : isTooFine ? $"{rule.Nama} paling banyak {rule.Decimals} angka di belakang koma."
            : null;
    }

    private delegate bool FigureReader(string? text, out decimal value, out string? error);

    private sealed record FigureRule(string Nama, decimal Least, decimal Most, int Decimals, string Hint, string? Unit = null);
}

public sealed record WaktuRule(SatuanWaktu Satuan, string Nama, decimal Most);
