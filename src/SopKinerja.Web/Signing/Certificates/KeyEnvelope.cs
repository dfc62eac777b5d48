using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using SopKinerja.Web.Signing.Cms;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>Locks a private key with a passphrase: PKCS #8, PBES2, AES-256, PBKDF2 with SHA-256 (RFC 8018).</summary>
public sealed class KeyEnvelope(int iterations = KeyEnvelope.Iterations)
{
    /// <summary>
    /// As many as the OWASP Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA256. It costs the signer a fraction of a second, and
    /// anyone who steals the database the same for every guess. A key says itself with how many it was locked, so the number may grow
    /// later.
    /// </summary>
    public const int Iterations = 600_000;

    public byte[] Seal(AsymmetricAlgorithm key, Passphrase passphrase) =>
        key.ExportEncryptedPkcs8PrivateKey(
            passphrase.Reveal(), new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations));

    /// <summary>The open key; null when the passphrase is wrong.</summary>
    public static SigningKey? Open(byte[] locked, Passphrase passphrase)
    {
        byte[]? open = null;
        try
        {
            var info = Pkcs8PrivateKeyInfo.DecryptAndDecode(passphrase.Reveal(), locked, out _);
            open = info.Encode();
            AsymmetricAlgorithm key = info.AlgorithmId.Value == "1.2.840.113549.1.1.1" ? RSA.Create() : ECDsa.Create();
            key.ImportPkcs8PrivateKey(open, out _);
            return new(key);
        }
        catch (CryptographicException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(open);
        }
    }
}
