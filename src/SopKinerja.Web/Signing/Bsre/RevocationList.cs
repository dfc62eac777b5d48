using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>A list of revoked certificates (RFC 5280, 5) of one issuer. The framework reads such lists only to write them anew.</summary>
public sealed class RevocationList
{
    private const string Pem = "X509 CRL";

    // These two say how a list is used and leave nothing out of it; any other that is critical does.
    private const string Number = "2.5.29.20";
    private const string KeyOfIssuer = "2.5.29.35";

    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private static readonly Dictionary<string, (HashAlgorithmName Hash, bool IsRsa)> Algorithms = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.11"] = (HashAlgorithmName.SHA256, true),
        ["1.2.840.113549.1.1.12"] = (HashAlgorithmName.SHA384, true),
        ["1.2.840.113549.1.1.13"] = (HashAlgorithmName.SHA512, true),
        ["1.2.840.10045.4.3.2"] = (HashAlgorithmName.SHA256, false),
        ["1.2.840.10045.4.3.3"] = (HashAlgorithmName.SHA384, false),
        ["1.2.840.10045.4.3.4"] = (HashAlgorithmName.SHA512, false),
    };

    private readonly Dictionary<BigInteger, DateTimeOffset> _revoked = [];

    private readonly byte[] _signedPart;

    private readonly byte[] _signature;

    private readonly string _algorithm;

    private readonly byte[] _issuer;

    private RevocationList(byte[] signedPart, string algorithm, byte[] signature)
    {
        (_signedPart, _algorithm, _signature) = (signedPart, algorithm, signature);
        var list = new AsnReader(signedPart, AsnEncodingRules.DER).ReadSequence();
        _ = list.PeekTag() == Asn1Tag.Integer ? list.ReadInteger() : 0;
        if (list.ReadSequence().ReadObjectIdentifier() != algorithm)
        {
            throw new CryptographicException("Two algorithms are named.");
        }

        (_issuer, ThisUpdate) = (list.ReadEncodedValue().ToArray(), Time(list));
        NextUpdate = list.HasData && (list.PeekTag() == Asn1Tag.UtcTime || list.PeekTag() == Asn1Tag.GeneralizedTime) ? Time(list) : null;
        if (list.HasData && list.PeekTag() == Asn1Tag.Sequence)
        {
            for (var entries = list.ReadSequence(); entries.HasData;)
            {
                var entry = entries.ReadSequence();
                _revoked[entry.ReadInteger()] = Time(entry);
            }
        }

        if (list.HasData && HasMore(list.ReadSequence(Extensions).ReadSequence()))
        {
            throw new CryptographicException("It is a part of a list.");
        }
    }

    public DateTimeOffset ThisUpdate { get; }

    /// <summary>When the next is due; null where the list does not say.</summary>
    public DateTimeOffset? NextUpdate { get; }

    /// <exception cref="CryptographicException">It is no such list, or only a part of one.</exception>
    public static RevocationList Read(byte[] file)
    {
        try
        {
            var text = file.AsSpan().StartsWith("-----BEGIN"u8) ? System.Text.Encoding.ASCII.GetString(file) : null;
            var der = text is null ? file
                : PemEncoding.TryFind(text, out var found) && text[found.Label] == Pem ? Convert.FromBase64String(text[found.Base64Data])
                : throw new CryptographicException("Another kind of PEM.");
            var outer = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            var part = outer.ReadEncodedValue().ToArray();
            var algorithm = outer.ReadSequence().ReadObjectIdentifier();
            return new(part, algorithm, outer.ReadBitString(out _));
        }
        catch (Exception unreadable) when (unreadable is AsnContentException or FormatException or ArgumentException)
        {
            throw new CryptographicException("It is no list.", unreadable);
        }
    }

    /// <summary>Whether that authority made the list: its name, its right to sign lists, its key.</summary>
    public bool IsOf(X509Certificate2 issuer)
    {
        if (!issuer.SubjectName.RawData.AsSpan().SequenceEqual(_issuer) || !Algorithms.TryGetValue(_algorithm, out var how)
            || issuer.Extensions.OfType<X509KeyUsageExtension>().Any(usage => !usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign)))
        {
            return false;
        }

        using var rsa = how.IsRsa ? issuer.GetRSAPublicKey() : null;
        using var curve = how.IsRsa ? null : issuer.GetECDsaPublicKey();
        return rsa?.VerifyData(_signedPart, _signature, how.Hash, RSASignaturePadding.Pkcs1)
            ?? curve?.VerifyData(_signedPart, _signature, how.Hash, DSASignatureFormat.Rfc3279DerSequence)
            ?? false;
    }

    /// <summary>Since when the certificate is revoked; null when it is not.</summary>
    public DateTimeOffset? RevokedAt(X509Certificate2 certificate) =>
        _revoked.TryGetValue(new(certificate.SerialNumberBytes.Span, isBigEndian: true), out var at) ? at : null;

    private static bool HasMore(AsnReader extensions)
    {
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var name = extension.ReadObjectIdentifier();
            if (extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean() && name is not (Number or KeyOfIssuer))
            {
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset Time(AsnReader reader) =>
        reader.PeekTag() == Asn1Tag.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
