using System.Globalization;
using System.Text.RegularExpressions;
using System.Text;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents;

/// <summary>A numbered copy with the original that it is made of; drawn anew each time, always to the same bytes.</summary>
/// <param name="Mode">How the original was signed; null on documents of the first edition.</param>
public sealed partial record NumberedCopy(
    long DossierId, int No, string ForWhom, string MadeBy, DateTimeOffset MadeAt, int Version, string Sha256, DocumentKind Kind,
    SigningMode? Mode, byte[] Original)
{
    /// <summary>When which file of its version was stored, where it was signed through BSrE.</summary>
    public IReadOnlyList<StoredFile> Stored { get; init; } = [];

    /// <param name="statement">What the original is; null for nothing.</param>
    public byte[] Draw(string? fontFolder, string? statement, CopyEdition edition = CopyEdition.Whole) => CopyStamp.Stamp(
        Original,
        $"Salinan ke-{No}",
        $"Salinan ke-{No} dari dokumen asli berkas {DossierId} (SHA-256 asli {Sha256}), "
            + $"dibuat {Tanggal.TampilPukul(MadeAt)} oleh {MadeBy} untuk {ForWhom}",
        fontFolder,
        string.Create(CultureInfo.InvariantCulture, $"Salinan {DossierId}/{No}"),
        statement,
        edition);

    /// <summary>Whether a file is this copy, as it is drawn today or was once.</summary>
    public bool IsSameAs(ReadOnlySpan<byte> pdf, string? fontFolder, string? statement)
    {
        foreach (var edition in Enum.GetValues<CopyEdition>())
        {
            if (pdf.SequenceEqual(Draw(fontFolder, statement, edition)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which copy a file says it is; null for none.</summary>
    public static (long DossierId, int No)? MarkIn(ReadOnlySpan<byte> pdf)
    {
        const int MostDigits = 40;
        var start = "/Keywords(Salinan "u8;
        var at = pdf.IndexOf(start);
        var mark = at < 0
            ? ""
            : Encoding.Latin1.GetString(pdf.Slice(at + start.Length, Math.Min(MostDigits, pdf.Length - at - start.Length)));
        return Mark().Match(mark) is { Success: true } found
            && long.TryParse(found.Groups["id"].ValueSpan, CultureInfo.InvariantCulture, out var id)
            && int.TryParse(found.Groups["no"].ValueSpan, CultureInfo.InvariantCulture, out var no)
            ? (id, no) : null;
    }

    [GeneratedRegex("^(?<id>\\d+)/(?<no>\\d+)\\)", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Mark();
}

public sealed record StoredFile(string Sha256, DateTimeOffset At);
