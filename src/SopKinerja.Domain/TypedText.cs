using System.Globalization;
using System.Text;

namespace SopKinerja.Domain;

/// <summary>What was typed or pasted, in one spelling: composed (NFC), without signs that nobody sees, with one kind of blank and one of
/// line break.</summary>
public static class TypedText
{
    private const char LineBreak = '\n';

    /// <summary>The same words; nothing is trimmed, and signs that no paper can hold stay, so that the field can name them.</summary>
    public static string Plain(string? text)
    {
        if (text is null || text.All(c => c is LineBreak or (>= ' ' and <= '~')))
        {
            return text ?? "";
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes().Where(r => !IsInvisible(r)))
        {
            _ = IsLineBreak(rune) ? plain.Append(LineBreak)
                : IsBlank(rune) ? plain.Append(' ')
                // Not a character, and no string that holds it can be composed.
                : plain.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>In one line, with single blanks.</summary>
    public static string OneLine(string? text) =>
        string.Join(' ', Plain(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How long the text is, blanks around it left out, as the browser counts against maxlength: in UTF-16 units, a line break
    /// once.</summary>
    public static int Length(string? text) => (text ?? "").Trim().Replace("\r\n", "\n", StringComparison.Ordinal).Length;

    private static bool IsLineBreak(Rune rune) => rune.Value is '\r' or '\n' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    private static bool IsBlank(Rune rune) => rune.Value == '\t' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    // Default-ignorable code points (Unicode, DerivedCoreProperties) and what else is drawn as nothing; Arabic and Syriac signs of the same
    // category do show.
    private static bool IsInvisible(Rune rune) => rune.Value switch
    {
        (>= 0x600 and <= 0x605) or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 or 0x110BD or 0x110CD => false,
        0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or 0x3164 or 0xFFA0 => true,
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format,
    };
}
