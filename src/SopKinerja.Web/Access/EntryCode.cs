using System.Security.Cryptography;
using System.Text;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Access;

/// <summary>What opens an account until its owner has chosen a password: 60 random bits, typed off a slip of paper.</summary>
public static class EntryCode
{
    private const int SaltLength = 16;

    private const int HashLength = 32;

    // A person's password has 20 times as many; with these the codes of a whole dinas are made within seconds.
    private const int Iterations = 10_000;

    public static string New() => VerificationCode.From(RandomNumberGenerator.GetBytes(VerificationCode.Length));

    /// <summary>A salt of its own with PBKDF2 (HMAC-SHA-512) of the code: 48 bytes.</summary>
    public static byte[] Digest(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return [.. salt, .. Hash(code, salt)];
    }

    /// <param name="digest">Null takes as long.</param>
    /// <param name="typed">With or without dashes, in large or small letters.</param>
    public static bool IsRight(byte[]? digest, string typed)
    {
        var kept = digest ?? new byte[SaltLength + HashLength];
        return VerificationCode.Parse(typed) is { } code
            && CryptographicOperations.FixedTimeEquals(Hash(code, kept[..SaltLength]), kept.AsSpan(SaltLength)) && digest is not null;
    }

    private static byte[] Hash(string code, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), salt, Iterations, HashAlgorithmName.SHA512, HashLength);
}
