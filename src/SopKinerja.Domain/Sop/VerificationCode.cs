using System.Text;
using System.Text.RegularExpressions;

namespace SopKinerja.Domain.Sop;

/// <summary>The short code printed on a document: 12 characters of Crockford's base 32, 60 bits, shown as "ABCD-EFGH-JKMN".</summary>
public static partial class VerificationCode
{
    public const int Length = 12;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A code from that many random bytes, of which five bits each are used.</summary>
    /// <exception cref="ArgumentException">There are not as many bytes as characters.</exception>
    public static string From(ReadOnlySpan<byte> random)
    {
        if (random.Length != Length)
        {
            throw new ArgumentException($"A code is made of {Length} bytes.", nameof(random));
        }

        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            code[i] = Alphabet[random[i] % Alphabet.Length];
        }

        return new(code);
    }

    /// <summary>What someone typed off a sheet of paper or copied: without regard to case, blanks and dashes, with O as 0, and I and L as
    /// 1. What stands around it is left out: the printed address before it, its label, a full stop.</summary>
    /// <returns>The code; null when it cannot be one.</returns>
    public static string? Parse(string? text)
    {
        // Letters of full width are others to Unicode; an address may carry a dash as %2D or %E2%80%93.
        var line = Uri.UnescapeDataString(TypedText.OneLine(text).Normalize(NormalizationForm.FormKC));
        var copied = Around().Match(line) is { Success: true } around ? around.Groups["code"].Value : line;
        var typed = Between().Replace(copied.ToUpperInvariant(), "").Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return typed.Length == Length && typed.All(Alphabet.Contains) ? typed : null;
    }

    public static string Tampil(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";

    [GeneratedRegex(
        @"(/periksa/|\bkode( verifikasi)?\s*[:=]?\s*)(?<code>([\s\p{Pd}\u2212]*[0-9A-Z]){12})(?![0-9A-Z])"
        + @"|^(?<code>([\s\p{Pd}\u2212]*[0-9A-Z]){12})(?=\s*[,;.])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Around();

    [GeneratedRegex(@"[\s\p{P}\u2212\u00AF<>]", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Between();
}
