using System.Globalization;
using System.Text.Json;

namespace SopKinerja.Domain.Scoring.Cases;

/// <summary>Reads the inputs of one case. Figures are JSON numbers or strings ("85.5"), read as decimal from their own digits.</summary>
/// <param name="around">The case itself: what is not among its inputs (edition) may stand beside them.</param>
public sealed class CaseInputs(JsonElement inputs, JsonElement around = default)
{
    private const decimal Largest = 1_000_000_000_000_000_000m;

    public decimal Angka(string name) => Angka(Required(name), name);

    /// <summary>A figure of zero or more; null when the field is null or left out.</summary>
    public decimal? AngkaOrNull(string name) =>
        Found(name) is { ValueKind: not JsonValueKind.Null } value ? Angka(value, name) : null;

    public decimal Target(string name) =>
        Angka(name) is var target and > 0 ? target : throw new CaseException($"{name} harus lebih dari nol, karena menjadi pembagi.");

    /// <summary>A whole number of zero or more.</summary>
    public int Cacah(string name)
    {
        var value = Angka(name);
        return value == decimal.Truncate(value) && value <= int.MaxValue
            ? (int)value
            : throw new CaseException($"{name} harus bilangan bulat yang wajar; yang diberikan {Shown(Required(name))}.");
    }

    /// <summary>A figure that must be one of those allowed.</summary>
    public decimal SalahSatu(string name, params decimal[] allowed) =>
        Angka(name) is var value && allowed.Contains(value)
            ? value
            : throw new CaseException(
                $"{name} harus salah satu dari {string.Join(", ", allowed)}; yang diberikan {Shown(Required(name))}.");

    /// <summary>A list with at least one figure; nulls stay.</summary>
    public IReadOnlyList<decimal?> Daftar(string name)
    {
        var list = Required(name);
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new CaseException($"{name} harus daftar yang berisi paling sedikit satu angka.");
        }

        return [.. list.EnumerateArray().Select((item, i) =>
            item.ValueKind == JsonValueKind.Null ? (decimal?)null : Angka(item, $"{name} ke-{i + 1}"))];
    }

    /// <summary>A list of figures without gaps; null when it is left out.</summary>
    public IReadOnlyList<decimal>? DaftarOrNull(string name) => !inputs.TryGetProperty(name, out _) ? null :
    [
        .. Daftar(name).Select((n, at) => n ?? throw new CaseException($"{name} ke-{at + 1} harus diisi angka; yang diberikan null.")),
    ];

    /// <summary>A list with at least one object; null when it is left out.</summary>
    public IReadOnlyList<CaseInputs>? RowsOrNull(string name) => !inputs.TryGetProperty(name, out var list) ? null
        : list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
            && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
        ? [.. list.EnumerateArray().Select(item => new CaseInputs(item))]
        : throw new CaseException($"{name} harus daftar yang berisi paling sedikit satu objek.");

    public string Teks(string name)
    {
        var value = Required(name);
        return value.ValueKind == JsonValueKind.String
            ? Text(value, name)
            : throw new CaseException($"{name} harus teks; yang diberikan {Shown(value)}.");
    }

    public T Pilihan<T>(string name, IEnumerable<T> rows, Func<T, string> namaOf, Func<T, string>? namaLain = null)
        where T : class
    {
        var given = Teks(name);
        var choices = rows.ToList();
        return choices.FirstOrDefault(row => Bare(namaOf(row)) == Bare(given))
            ?? choices.FirstOrDefault(row => namaLain is not null && Bare(namaLain(row)) == Bare(given))
            ?? throw new CaseException(
                $"{name} tidak dikenal: {Shown(Required(name))}. Yang dikenal: {string.Join(", ", choices.Select(namaOf))}.");
    }

    private JsonElement? Found(string name) => inputs.TryGetProperty(name, out var value)
        || (around.ValueKind == JsonValueKind.Object && around.TryGetProperty(name, out value)) ? value : null;

    private JsonElement Required(string name) => Found(name) ?? throw new CaseException($"{name} tidak ada pada kasus ini.");

    private static decimal Angka(JsonElement value, string name)
    {
        var (text, style) = value.ValueKind switch
        {
            JsonValueKind.Number => (value.GetRawText(), NumberStyles.Float),
            JsonValueKind.String => (Text(value, name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint),
            JsonValueKind.Null => throw new CaseException($"{name} harus diisi angka; yang diberikan null."),
            _ => throw new CaseException($"{name} harus angka; yang diberikan {Shown(value)}."),
        };
        if (text.Length > 0 && !text.Any(char.IsWhiteSpace) && decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var figure))
        {
            return figure switch
            {
                < 0 => throw new CaseException($"{name} tidak boleh negatif; yang diberikan {Shown(value)}."),
                > Largest => throw TooLarge(name),
                _ => figure,
            };
        }

        // A JSON number is well formed; it can only be out of range.
        throw value.ValueKind == JsonValueKind.Number || (text.Length > 18 && text.All(char.IsAsciiDigit))
            ? TooLarge(name)
            : new CaseException($"{name} harus angka dengan titik desimal, misalnya 85.5; yang diberikan {Shown(value)}.");
    }

    private static CaseException TooLarge(string name) => new($"{name} terlalu besar untuk dihitung.");

    private static string Text(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new CaseException($"{name} memuat huruf yang rusak.");
        }
    }

    private static string Shown(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.Length > 40 ? raw[..(char.IsHighSurrogate(raw[39]) ? 39 : 40)] + "…" : raw;
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
