using System.Security.Cryptography;
using System.Text;
using SopKinerja.Web.Signing.Cms;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>A file with everything in its place but the signature itself, for which a hole of fixed size is left.</summary>
public sealed class PreparedSignature
{
    private readonly byte[] _file;

    private readonly int _hole;

    private readonly int _reserved;

    internal PreparedSignature(byte[] file, int hole, int reserved)
    {
        (_file, _hole, _reserved) = (file, hole, reserved);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file.AsSpan(0, hole));
        hash.AppendData(file.AsSpan(hole + HoleLength(reserved)));
        Digest = hash.GetHashAndReset();
    }

    /// <summary>SHA-256 of everything but the hole: what is signed.</summary>
    public byte[] Digest { get; }

    /// <exception cref="InvalidOperationException">The signature is larger than its hole, or signs another digest.</exception>
    public byte[] Complete(CmsSignature signature)
    {
        var encoded = signature.Encode();
        if (encoded.Length > _reserved || !signature.Digest.AsSpan().SequenceEqual(Digest))
        {
            throw new InvalidOperationException($"A signature of {encoded.Length} bytes does not belong into a hole of {_reserved}.");
        }

        var signed = (byte[])_file.Clone();
        Encoding.Latin1.GetBytes(Contents(encoded, _reserved), signed.AsSpan(_hole));
        return signed;
    }

    internal static string Contents(ReadOnlySpan<byte> encoded, int reserved) =>
        $"<{Convert.ToHexString(encoded).PadRight(2 * reserved, '0')}>";

    internal static int HoleLength(int reserved) => (2 * reserved) + 2;
}
