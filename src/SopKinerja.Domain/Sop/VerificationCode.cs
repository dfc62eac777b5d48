namespace SopKinerja.Domain.Sop;

/// <summary>The short code printed on a document: 12 characters of Crockford's base 32, 60 bits, shown as "ABCD-EFGH-JKMN".</summary>
public static class VerificationCode
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

    /// <summary>What someone typed off a sheet of paper: without regard to case, spaces and dashes, with O as 0, and I and L as
    /// 1.</summary>
    /// <returns>The code; null when it cannot be one.</returns>
    public static string? Parse(string? text)
    {
        var typed = string.Concat((text ?? "").ToUpperInvariant().Where(c => c is not (' ' or '-')))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return typed.Length == Length && typed.All(Alphabet.Contains) ? typed : null;
    }

    public static string Tampil(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";
}
