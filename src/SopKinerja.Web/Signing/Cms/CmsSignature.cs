using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Signing.Cms;

/// <summary>
/// A detached CAdES baseline signature (ETSI EN 319 122-1, for PAdES EN 319 142-1): SHA-256, content type, message digest and
/// signing-certificate-v2 signed; the time is in the PDF and not here. Everything in it follows from its parts, so that anyone who judges
/// one writes it again and compares: no byte of it is free.
/// </summary>
public sealed record CmsSignature(X509Certificate2 Signer, X509Certificate2 Authority, byte[] Digest, byte[] Value)
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    /// <summary>Of a timestamp among the unsigned attributes (RFC 3161, appendix A).</summary>
    internal const string TimestampToken = "1.2.840.113549.1.9.16.2.14";

    /// <summary>A token over <see cref="Value"/>; null without one.</summary>
    public byte[]? Timestamp { get; init; }

    public static CmsSignature Sign(byte[] digest, X509Certificate2 signer, X509Certificate2 authority, SigningKey key) =>
        new(signer, authority, digest, key.Sign(SignedAttributes(digest, signer, new Asn1Tag(UniversalTagNumber.SetOf))));

    /// <summary>The DER bytes that go into the file.</summary>
    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Context(0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    WriteAlgorithm(writer, Sha256);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Data);
                }

                using (writer.PushSetOf(Context(0)))
                {
                    writer.WriteEncodedValue(Signer.RawData);
                    writer.WriteEncodedValue(Authority.RawData);
                }

                using (writer.PushSetOf())
                {
                    WriteSigner(writer);
                }
            }
        }

        return writer.Encode();
    }

    private void WriteSigner(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            WriteIssuerAndSerial(writer, Signer, names: false);
            WriteAlgorithm(writer, Sha256);
            writer.WriteEncodedValue(SignedAttributes(Digest, Signer, Context(0)));
            using (writer.PushSequence())
            {
                var isRsa = Signer.PublicKey.Oid.Value == RsaEncryption;
                writer.WriteObjectIdentifier(isRsa ? RsaEncryption : EcdsaWithSha256);
                if (isRsa)
                {
                    writer.WriteNull();
                }
            }

            writer.WriteOctetString(Value);
            if (Timestamp is not null)
            {
                using (writer.PushSetOf(Context(1)))
                {
                    WriteAttribute(writer, TimestampToken, () => writer.WriteEncodedValue(Timestamp));
                }
            }
        }
    }

    /// <summary>Under the tag of a set they are what is signed (RFC 5652, 5.4); under [0] they stand in the signature.</summary>
    private static byte[] SignedAttributes(byte[] digest, X509Certificate2 signer, Asn1Tag tag)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf(tag))
        {
            WriteAttribute(writer, ContentType, () => writer.WriteObjectIdentifier(Data));
            WriteAttribute(writer, MessageDigest, () => writer.WriteOctetString(digest));
            WriteAttribute(writer, SigningCertificateV2, () => WriteSigningCertificate(writer, signer));
        }

        return writer.Encode();
    }

    /// <summary>RFC 5035: the hash of the certificate, by SHA-256 (the default, so unnamed), with its issuer and serial number.</summary>
    private static void WriteSigningCertificate(AsnWriter writer, X509Certificate2 signer)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(signer.RawData));
            WriteIssuerAndSerial(writer, signer, names: true);
        }
    }

    private static void WriteIssuerAndSerial(AsnWriter writer, X509Certificate2 certificate, bool names)
    {
        using (writer.PushSequence())
        {
            if (names)
            {
                using (writer.PushSequence())
                using (writer.PushSequence(Context(4)))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }
            }
            else
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
            }

            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }
    }

    private static void WriteAttribute(AsnWriter writer, string name, Action writeValue)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(name);
            using (writer.PushSetOf())
            {
                writeValue();
            }
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string name)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(name);
        }
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
