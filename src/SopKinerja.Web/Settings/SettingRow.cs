using System.Globalization;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Settings;

/// <param name="Name">As in the configuration: "Dinas:Nama".</param>
/// <param name="Label">In the middle of a sentence.</param>
public sealed record SettingRow(string Name, SettingGroup Group, string Label)
{
    /// <summary>What holds while nobody has set anything.</summary>
    public string Usual { get; init; } = "";

    /// <summary>The most characters.</summary>
    public int Most { get; init; } = 150;

    public SettingKind Kind { get; init; }

    /// <summary>Whether no form can be printed without it.</summary>
    public bool IsPrinted { get; init; }

    public string? Hint { get; init; }

    public IReadOnlyList<(string Value, string Text)> Choices { get; init; } = [];

    public (int Least, int Most)? Range { get; init; }

    /// <summary>Besides length and signs: a sentence, or null where it can be kept.</summary>
    public Func<string, string?>? Judge { get; init; }

    /// <summary>One spelling of what means the same.</summary>
    public Func<string, string>? Spell { get; init; }

    public string Variable => Name.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The name of its field on the page.</summary>
    public string Key => Name.Replace(":", "", StringComparison.Ordinal);

    /// <summary>What is kept of what was written; empty where nothing was.</summary>
    public string Read(string? written)
    {
        var plain = TypedText.Plain(written).Trim();
        var text = Kind == SettingKind.Lines ? plain.ReplaceLineEndings("\n") : TypedText.OneLine(plain);
        return Kind == SettingKind.Choice || Range is not null ? text.ToLowerInvariant() : Spell?.Invoke(text) ?? text;
    }

    /// <summary>Why it cannot be kept, as a sentence; null where it can. Empty is none, and what is usual holds.</summary>
    public string? WhyNot(string? written)
    {
        var text = Read(written);
        return text.Length == 0 ? null
            : TypedText.Length(text) > Most ? TextRules.TooLong(Label, text, Most)
            : TextRules.WhyNotPrinted(Label, text, Kind == SettingKind.Lines)
            ?? (Choices.Count > 0 && Choices.All(c => c.Value != text)
                ? $"Yang dikenal: {string.Join(", ", Choices.Select(c => c.Value))}."
            : Range is { } range && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= range.Least && number <= range.Most)
                ? $"Tulis bilangan bulat dari {range.Least} sampai {range.Most}."
            : Judge?.Invoke(text));
    }

    /// <summary>As the page and the history show a value.</summary>
    public string Shown(string value) => Choices.FirstOrDefault(c => c.Value == value).Text
        ?? (Kind == SettingKind.Picture && value.Length > 0 ? $"gambar {value[..Math.Min(8, value.Length)]}" : value);
}

public enum SettingKind
{
    Text,
    Lines,
    Choice,
    Picture,
}

public enum SettingGroup
{
    Kop,
    Aplikasi,
    Arsip,
    JamKerja,
    Keamanan,
}
