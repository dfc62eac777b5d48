using System.Text.Json;
using System.Text.Json.Serialization;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>POST /api/v2/sign/pdf.</summary>
/// <param name="Passphrase">Null where a code takes its place.</param>
/// <param name="File">The files, base64.</param>
public sealed record BsreSignRequest(
    string Nik, string? Passphrase, IReadOnlyList<BsreSignatureProperties> SignatureProperties, IReadOnlyList<byte[]> File)
{
    /// <summary>The code that the service sent to the signer; null where the passphrase is asked.</summary>
    public string? Totp { get; init; }

    public override string ToString() => nameof(BsreSignRequest);
}

public sealed record BsreSignatureProperties(
    byte[] ImageBase64, string Tampilan, int Page, double OriginX, double OriginY, double Width, double Height, string Location,
    string Reason, string ContactInfo);

/// <summary>Its answer: how many milliseconds it took, and the signed files; or a code of the service why not.</summary>
public sealed record BsreSignAnswer(long? Time, IReadOnlyList<byte[]>? File, [property: JsonPropertyName("status_code")] int? StatusCode);

/// <summary>POST /api/v2/user/check/status.</summary>
public sealed record BsreStatusRequest(string Nik)
{
    public override string ToString() => nameof(BsreStatusRequest);
}

/// <summary>POST /api/v2/sign/get/totp: has a code sent to the signer.</summary>
/// <param name="Data">How many files it is for.</param>
public sealed record BsreTotpRequest(string Nik, int Data)
{
    public override string ToString() => nameof(BsreTotpRequest);
}

/// <summary>How someone stands at BSrE; the same shape as its errors, which have no status and sometimes another word for the
/// message.</summary>
public sealed record BsreStatusAnswer(
    [property: JsonPropertyName("status_code")] int? StatusCode, string? Message, string? Status, string? Error)
{
    public string? Words => Message ?? Error;
}

/// <summary>POST /api/v2/verify/pdf.</summary>
public sealed record BsreVerifyRequest(byte[] File, string? Password = null);

public sealed record BsreVerifyAnswer(
    int SignatureCount, string? Conclusion, string? Description, IReadOnlyList<BsreSignatureInformation>? SignatureInformations);

/// <summary>One signature, as the service sees it. <c>TimestampInfomation</c> is spelled as the service spells it.</summary>
public sealed record BsreSignatureInformation(
    string? SignerName, string? SignatureDate, bool? IntegrityValid, bool? CertificateTrusted, string? SignatureFormat, bool? Ltv,
    JsonElement? TimestampInfomation);
