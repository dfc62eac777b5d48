using System.Security.Cryptography;

namespace SopKinerja.Web.Access;

/// <summary>What opens once each in place of a code of the telephone. Each is worth 75 bits, so that its SHA-256 tells nothing.</summary>
/// <param name="Codes">As they are shown: "7kqm-2rxt-hwpc-9dvn".</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    public const int Many = 10;

    private const int Length = 16;
    private const int Group = 4;

    // Nothing that is read for something else.
    private const string Letters = "23456789bcdfghjkmnpqrtvwxy";

    public static RecoveryCodes New() => new([.. Enumerable.Range(0, Many).Select(_ => string.Join(
        '-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(part => new string(part))))]);

    /// <summary>However it is typed, it is the same code.</summary>
    public static string Plain(string typed) => string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether this is one rather than a code of six figures.</summary>
    public static bool IsOne(string typed) => Plain(typed) is var plain && (plain.Length > 6 || !plain.All(char.IsAsciiDigit));
}
