using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Signing.Cms;

public sealed class SigningKey(AsymmetricAlgorithm key) : IDisposable
{
    /// <summary>Whether it is an RSA key; an elliptic curve's otherwise.</summary>
    public bool IsRsa => key is RSA;

    public AsymmetricAlgorithm Algorithm => key;

    /// <summary>Signs with SHA-256: PKCS #1 v1.5 for RSA, a DER sequence for ECDSA (RFC 5754).</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => key switch
    {
        RSA rsa => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ECDsa curve => curve.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
        _ => throw new NotSupportedException(key.GetType().Name),
    };

    public bool Fits(X509Certificate2 certificate) =>
        certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());

    public void Dispose() => key.Dispose();
}
