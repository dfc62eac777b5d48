using System.Globalization;
using System.Text;

namespace SopKinerja.Domain.Tests;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("Nor\u200baini", "Noraini")]
    [InlineData("Ni\u0301 Luh", "N\u00ed Luh")]
    [InlineData("i\u034f\u0301", "\u00ed")]
    [InlineData("Nor\u00adaini", "Noraini")]
    [InlineData("\ufeffNor\u2060aini\u200d", "Noraini")]
    [InlineData("\u202aNor\u200f\u2066aini\u2069\u202c", "Noraini")]
    [InlineData("Nor\ufe0faini\u3164", "Noraini")]
    [InlineData("Nor\u00a0aini\u202fS.E.\u3000x\ty", "Nor aini S.E. x y")]
    [InlineData("a\r\nb\rc\u2028d\u2029e\vf\u0085g", "a\nb\nc\nd\ne\nf\ng")]
    [InlineData("Nor’aini", "Nor’aini")]
    [InlineData("\uf0b7 butir", "\uf0b7 butir")]
    [InlineData("a\0b\u0007", "a\0b\u0007")]
    [InlineData("e\U000E0041nd", "end")]
    [InlineData("😀", "😀")]
    [InlineData(null, "")]
    public void Text_has_one_spelling(string? typed, string plain) => Assert.Equal(plain, TypedText.Plain(typed));

    [Fact]
    public void Half_a_character_is_no_exception()
    {
        Assert.Equal("a\ufffdb", TypedText.Plain("a\ud83db"));
        Assert.Equal("\ufffd", TypedText.Plain("\udc00"));
    }

    [Fact]
    public void Every_character_of_the_basic_plane_comes_out_composed_visible_and_the_same_the_second_time()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            var plain = TypedText.Plain($"x{c}\u0301");

            Assert.True(plain.IsNormalized(NormalizationForm.FormC), $"U+{(int)c:X4}");
            Assert.Equal(plain, TypedText.Plain(plain));
            Assert.DoesNotContain(plain, p => CharUnicodeInfo.GetUnicodeCategory(p) is UnicodeCategory.Format
                && p is not ((>= '\u0600' and <= '\u0605') or '\u06dd' or '\u070f' or '\u0890' or '\u0891' or '\u08e2'));
            Assert.DoesNotContain(plain, p => p != ' ' && CharUnicodeInfo.GetUnicodeCategory(p) == UnicodeCategory.SpaceSeparator);
        }
    }

    [Theory]
    [InlineData(" a\r\nb\nc ", 5)]
    [InlineData("😀", 2)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public void A_text_is_as_long_as_the_browser_counts(string? text, int length) => Assert.Equal(length, TypedText.Length(text));
}
