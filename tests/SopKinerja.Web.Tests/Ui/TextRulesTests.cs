using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Ui;

public sealed class TextRulesTests
{
    private static readonly Words OneLine = new(multiline: false);

    private static readonly Words Lines = new(multiline: true);

    [Theory]
    [InlineData("\uf0b7 butir", "butir atau simbol dari Word (U+F0B7)")]
    [InlineData("✓ selesai", "“✓” (U+2713)")]
    [InlineData("selesai 😀", "“😀” (U+1F600)")]
    [InlineData("a\ud83d", "karakter yang rusak (U+FFFD)")]
    [InlineData("a\u0007", "tanda yang tidak tampak (U+0007)")]
    [InlineData("a\0", "tanda yang tidak tampak (U+0000)")]
    [InlineData("x\u0332", "tanda yang melekat pada huruf (U+0332)")]
    [InlineData("نور", "“ن” (U+0646)")]
    [InlineData("שלום", "“ש” (U+05E9)")]
    [InlineData("日", "“日” (U+65E5)")]
    [InlineData("\ue000", "tanda yang tidak tampak (U+E000)")]
    public void What_no_form_can_print_is_refused_with_the_sign(string text, string sign)
    {
        Assert.Equal($"Nama memuat tanda yang tidak dapat dicetak: {sign}. Hapus tanda itu atau ganti dengan huruf biasa.", Fault(OneLine, text));
        Assert.Equal(Fault(OneLine, text), ReasonRules.WhyNot(text + " lebih dari sepuluh", "")?.Replace("Alasan", "Nama", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Nor’aini, S.E., M.Si.")]
    [InlineData("Ni\u0301 Luh")]
    [InlineData("Nor\u200baini")]
    [InlineData("Nor\u00adaini")]
    [InlineData("a\tb")]
    [InlineData("“12” ‘x’ – — … • ° ½ × ≤ ≥ ² € é ñ ü · § ±")]
    public void Everyday_signs_are_kept(string text) => Assert.Null(Fault(OneLine, text));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    public void A_line_break_belongs_where_lines_are(string text)
    {
        Assert.Equal("Nama memuat pindah baris. Tulis ulang dalam satu baris.", Fault(OneLine, text));
        Assert.Null(Fault(Lines, text));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void A_line_break_counts_once_as_in_the_browser(string lineBreak)
    {
        var thousand = string.Concat(Enumerable.Repeat(new string('x', 199) + lineBreak, 5))[..^lineBreak.Length] + "y";

        Assert.Null(Fault(Lines, thousand));
        Assert.Null(ReasonRules.WhyNot(thousand, ""));
        Assert.Equal("Nama terlalu panjang (1001 karakter). Ringkas menjadi paling banyak 1.000 karakter.", Fault(Lines, thousand + "z"));
        Assert.Equal("Alasan terlalu panjang (1001 karakter). Ringkas menjadi paling banyak 1.000 karakter.", ReasonRules.WhyNot(thousand + "z", ""));
    }

    // A browser counts "😀" as two against maxlength; were it one here, the field would stop before the sentence does.
    [Fact]
    public void A_character_of_two_units_counts_as_the_browser_counts_it() => Assert.Contains(
        "(1001 karakter)", Fault(Lines, new string('x', 999) + "😀"), StringComparison.Ordinal);

    [Fact]
    public void No_sentence_of_the_program_counts_in_huruf() => Assert.Empty(
        Directory.EnumerateFiles(Path.Combine(LayoutTests.Root, "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(
                File.ReadAllText(file), @"[0-9}]\s+huruf(?!\W*dan\W*angka)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
                .Select(match => $"{Path.GetFileName(file)}: {match.Value}")));

    private static string? Fault(Words rules, string text) => rules.Validate(new Form(text)).Errors.FirstOrDefault()?.ErrorMessage;

    private sealed record Form(string? Nama);

    private sealed class Words : AbstractValidator<Form>
    {
        public Words(bool multiline)
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(f => f.Nama).Text(1000, "nama", multiline);
        }
    }
}
