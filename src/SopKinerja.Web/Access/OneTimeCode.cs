using OtpNet;

namespace SopKinerja.Web.Access;

/// <summary>Codes of six figures that a telephone reckons from a key and the time (RFC 6238: SHA-1, 30 seconds).</summary>
public static class OneTimeCode
{
    private const int KeyBytes = 20;

    // A clock may be a step wrong, either way.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>In Base32, 32 characters.</summary>
    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    /// <summary>The step of time whose code this is; null where it is that of none about now.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(now.UtcDateTime, code, out var step, Window) ? step : null;

    /// <summary>What an authenticator reads from the QR code.</summary>
    public static string Address(string key, string userName, string issuer) =>
        new OtpUri(OtpType.Totp, key, userName, issuer).ToString();
}
