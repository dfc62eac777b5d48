using System.Globalization;
using System.Text;

namespace SopKinerja.Forms;

/// <summary>Which text the forms can print so that the paper says what was typed.</summary>
public static class PrintableText
{
    /// <summary>The first sign that cannot be printed, a line break apart; null when all can.</summary>
    /// <exception cref="FontsMissingException">Liberation Sans is nowhere.</exception>
    public static Rune? FirstUnprintable(string text)
    {
        var fonts = LiberationFonts.Install(null);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != '\n' && !(rune.IsBmp && IsPrintable((char)rune.Value, fonts)))
            {
                return rune;
            }
        }

        return null;
    }

    // The forms set one sign beside the other, from left to right: they neither put a mark over a letter nor turn the direction.
    private static bool IsPrintable(char character, LiberationFonts fonts) => character != '\ufffd' && fonts.CanDraw(character)
        && !fonts.DrawsAsAnother(character) && !IsRightToLeft(character) && CharUnicodeInfo.GetUnicodeCategory(character) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsRightToLeft(char character) =>
        character is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufeff');
}
