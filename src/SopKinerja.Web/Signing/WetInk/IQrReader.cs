namespace SopKinerja.Web.Signing.WetInk;

/// <param name="WhyNot">A sentence when the file itself cannot be taken as a scan; null when it was read.</param>
public sealed record QrReading(IReadOnlyList<string> Texts, string? WhyNot = null)
{
    /// <summary>Whether the code printed beside the QR code may be typed instead: nothing is wrong with the file.</summary>
    public bool MayBeTyped { get; init; } = WhyNot is null;
}

public interface IQrReader
{
    /// <param name="contentType">By its first bytes.</param>
    Task<QrReading> ReadAsync(byte[] file, string contentType, CancellationToken cancel);
}
