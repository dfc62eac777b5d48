using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Signing.Cms;

/// <summary>What the signature in the hole of a file says of the bytes around it.</summary>
/// <param name="Signer">Its certificate; null when nothing can be read.</param>
/// <param name="Authority">Which of ours issued it; null when none did.</param>
/// <param name="Fault">Why it does not hold; null when it does.</param>
internal sealed record CmsJudgement(X509Certificate2? Signer, X509Certificate2? Authority, DateTimeOffset? TimestampedAt, string? Fault)
{
    private const string Unreadable = "tanda tangannya tidak terbaca";

    private const string Changed = "isinya berubah sesudah ditandatangani";

    public static CmsJudgement Of(string contents, byte[] covered, SigningTrust trust)
    {
        try
        {
            var hole = Convert.FromHexString(contents.AsSpan(1, contents.Length - 2));
            _ = AsnDecoder.ReadEncodedValue(hole, AsnEncodingRules.DER, out _, out _, out var length);
            var encoded = hole[..length];
            if (contents != PreparedSignature.Contents(encoded, hole.Length))
            {
                return new(null, null, null, Unreadable);
            }

            var signed = new SignedCms(new ContentInfo(covered), detached: true);
            signed.Decode(encoded);
            return signed.SignerInfos is [{ Certificate: { } signer } info]
                ? Of(signed, info, signer, encoded, covered, trust)
                : new(null, null, null, Unreadable);
        }
        catch (Exception unreadable) when (unreadable is FormatException or AsnContentException or CryptographicException)
        {
            return new(null, null, null, Unreadable);
        }
    }

    private static CmsJudgement Of(
        SignedCms signed, SignerInfo info, X509Certificate2 signer, byte[] encoded, byte[] covered, SigningTrust trust)
    {
        var authority = trust.IssuerOf(signer);
        var token = info.UnsignedAttributes is [{ Oid.Value: CmsSignature.TimestampToken, Values: [var value] }] ? value.RawData : null;
        var at = TimeOf(token, info.GetSignature());
        if (!IsSigned(signed))
        {
            return new(signer, authority, at, Changed);
        }

        if (authority is null)
        {
            return new(signer, null, at, "sertifikatnya bukan terbitan dinas ini");
        }

        var again = new CmsSignature(signer, authority, SHA256.HashData(covered), info.GetSignature()) { Timestamp = token };
        return !again.Encode()
            .AsSpan().SequenceEqual(encoded) ? new(signer, authority, at, "tanda tangannya tidak persis seperti yang dibuat")
            : token is not null && at is null ? new(signer, authority, null, "stempel waktunya tidak sah")
            : new(signer, authority, at, null);
    }

    private static bool IsSigned(SignedCms signed)
    {
        try
        {
            signed.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static DateTimeOffset? TimeOf(byte[]? token, byte[] signature) =>
        token is not null && Rfc3161TimestampToken.TryDecode(token, out var read, out _) && read.VerifySignatureForData(signature, out _)
            ? read.TokenInfo.Timestamp
            : null;
}
