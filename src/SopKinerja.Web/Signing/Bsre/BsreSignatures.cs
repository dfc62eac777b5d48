using System.Buffers;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Text;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Signing.Cms;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>
/// Judges files that another program signed. Its saves are not read as PDF, because there is no telling how it writes them; what is asked
/// is what no spelling can change: which bytes each signature covers, that they begin with what was there before, that nothing lies behind
/// the last one, and that the message in it is mathematically about these bytes.
/// </summary>
public sealed partial class BsreSignatures(BsreChain chain)
{
    public const string Footer =
        "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE-BSSN.";

    private const int MatchMilliseconds = 2000;

    // Three people sign, and each signature is judged over the whole file.
    private const int MostSignatures = 16;

    // Digits of a message with its chain, its timestamp and what was told of revocation; usual are some 30,000.
    private const int LargestHole = 512 * 1024;

    private const string Unread = "Tanda tangan dalam berkas ini tidak terbaca semuanya.";

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    public bool ChecksChain => chain.IsChecked;

    /// <summary>Never fails: a file that cannot be read is a finding as well.</summary>
    public SignatureReport Judge(byte[] pdf)
    {
        try
        {
            return JudgeAll(pdf);
        }
        catch (RegexMatchTimeoutException)
        {
            return new([], Unread, ClaimsToBeOurs: false, []);
        }
    }

    private SignatureReport JudgeAll(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var ranges = Range().Matches(text).Take(MostSignatures).Select(Covered.Of).ToList();
        var findings = new List<SignatureFinding>();
        var before = 0;
        foreach (var (range, i) in ranges.Select((range, i) => (range, i)))
        {
            // BSrE names no place: which of the parties it is, the order says.
            var place = $"ke-{i + 1}";
            findings.Add(range is not { } covered || covered.Hole < before || !covered.Fits(text)
                ? new(place, null, null, null, null, false, false, false, ["jangkauannya tidak benar"])
                : Judge(pdf, text, covered, before, place));
            before = range?.End ?? before;
        }

        var fault = ranges.Count != Count(text, "/ByteRange") ? Unread
            : before != pdf.Length && ranges.Count > 0 ? "Dokumen ini diubah sesudah tanda tangan yang terakhir."
            : null;
        return new(findings, fault, ClaimsToBeOurs: false, [.. ranges.OfType<Covered>().Select(range => range.End)]);
    }

    /// <summary>Why a file is not what was sent with one good signature more, as a part of a sentence; null when it is.</summary>
    public string? WhyNotSigned(byte[] sent, byte[] returned)
    {
        if (!returned.AsSpan().StartsWith(sent))
        {
            return "berkas itu bukan berkas yang dikirim dari sini";
        }

        var (before, report) = (Judge(sent).Signatures.Count, Judge(returned));
        return report.Signatures.Count != before + 1 ? $"di dalamnya ada {report.Signatures.Count} tanda tangan, seharusnya {before + 1}"
            : report.Ends[^1] <= sent.Length ? "tanda tangan yang baru tidak mencakup berkas itu"
            : report.Fault is not null ? "ada bagian yang ditambahkan sesudah tanda tangannya"
            : report.Signatures.SelectMany(s => s.Faults).FirstOrDefault();
    }

    /// <summary>Whether every expected signature is there and good: the only reason to print that it is so.</summary>
    public bool AreComplete(byte[] pdf, int expected) => Judge(pdf) is { Holds: true } report && report.Signatures.Count == expected;

    /// <summary>The words of BSrE for a copy, where its original is complete; null otherwise.</summary>
    public string? StatementOf(NumberedCopy copy) =>
        copy.Mode == SigningMode.Bsre && AreComplete(copy.Original, SignatureRows.CountIn(copy.Kind)) ? Footer : null;

    private SignatureFinding Judge(byte[] pdf, string text, Covered covered, int before, string place)
    {
        var said = MomentOf(text, before, covered.End);
        try
        {
            var hole = Convert.FromHexString(text.AsSpan(covered.Hole + 1, covered.Next - covered.Hole - 2));
            _ = AsnDecoder.ReadEncodedValue(hole, AsnEncodingRules.BER, out _, out _, out var length);
            var signed = new SignedCms(
                new ContentInfo([.. pdf.AsSpan(0, covered.Hole), .. pdf.AsSpan(covered.Next, covered.Rest)]), detached: true);
            signed.Decode(hole[..length]);
            if (signed.SignerInfos is not [{ Certificate: { } signer } info] || hole.AsSpan(length).ContainsAnyExcept((byte)0))
            {
                return Unreadable(place, said);
            }

            var stamped = TimeOf(info);
            var faults = !IsSigned(signed)
                ? "isinya berubah sesudah ditandatangani"
                : chain.WhyNot(signer, signed.Certificates, stamped ?? said);
            return new(place, signer.GetNameInfo(X509NameType.SimpleName, forIssuer: false), null, said ?? stamped, stamped,
                faults is null, IsOurs: false, covered.End == pdf.Length, faults is null ? [] : [faults]);
        }
        catch (Exception unreadable) when (unreadable is FormatException or AsnContentException or CryptographicException)
        {
            return Unreadable(place, said);
        }
    }

    private static SignatureFinding Unreadable(string place, DateTimeOffset? said) =>
        new(place, null, null, said, null, false, false, false, ["tanda tangannya tidak terbaca"]);

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

    private static DateTimeOffset? TimeOf(SignerInfo info) =>
        info.UnsignedAttributes.Cast<CryptographicAttributeObject>()
            .FirstOrDefault(a => a.Oid.Value == CmsSignature.TimestampToken) is { Values: [var value] }
        && Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out _) && token.VerifySignatureForData(info.GetSignature(), out _)
            ? token.TokenInfo.Timestamp
            : null;

    /// <summary>The time in the signature dictionary (ISO 32000-1, 7.9.4), with its zone.</summary>
    private static DateTimeOffset? MomentOf(string text, int from, int end) =>
        Moment().Match(text, from, end - from) is { Success: true } found
        && DateTimeOffset.TryParseExact(
            found.Groups["at"].Value + (found.Groups["zone"].Value is { Length: 6 } zone ? zone.Replace('\'', ':') : "+00:00"),
            "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : null;

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    [GeneratedRegex(
        @"/ByteRange\s*\[\s*0+\s+0*(?<hole>[0-9]{1,9})\s+0*(?<next>[0-9]{1,9})\s+0*(?<rest>[0-9]{1,9})\s*\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(
        @"/M\s*\(D:(?<at>[0-9]{14})(?:(?<zone>[+-][0-9]{2}'[0-9]{2})'?|Z[^)]{0,8})?\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Moment();

    /// <summary>From the first byte to <see cref="Hole"/>, and <see cref="Rest"/> bytes from <see cref="Next"/> on.</summary>
    private readonly record struct Covered(int Hole, int Next, int Rest)
    {
        public int End => Next + Rest;

        public static Covered? Of(Match match)
        {
            var (hole, next, rest) = (Number("hole"), Number("next"), Number("rest"));
            return hole < next && (long)next + rest <= int.MaxValue ? new(hole, next, rest) : null;

            int Number(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        }

        /// <summary>Whether what is left out is one string of hexadecimal digits and nothing else.</summary>
        public bool Fits(string text) =>
            End <= text.Length && Next - Hole is > 2 and <= LargestHole && text[Hole] == '<'
                && text[Next - 1] == '>' && text.AsSpan(Hole + 1, Next - Hole - 2).ContainsAnyExcept(Hexadecimal) is false;
    }
}
