namespace SopKinerja.Web.Signing.WetInk;

/// <summary>What was found in a scan.</summary>
/// <param name="Texts">What each QR code in it holds; each text once.</param>
/// <param name="WhyNot">A sentence when the file itself cannot be taken as a scan; null when it was read.</param>
public sealed record QrReading(IReadOnlyList<string> Texts, string? WhyNot = null)
{
    /// <summary>Whether the code printed beside the QR code may be typed instead: nothing is wrong with the file.</summary>
    public bool MayBeTyped { get; init; } = WhyNot is null;
}

/// <summary>Finds the QR codes in a scan.</summary>
public interface IQrReader
{
    /// <param name="file">PDF, JPEG or PNG, whole.</param>
    /// <param name="contentType">By its first bytes.</param>
    /// <param name="cancel">Ends it early.</param>
    Task<QrReading> ReadAsync(byte[] file, string contentType, CancellationToken cancel);
}
