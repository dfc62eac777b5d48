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
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>
/// Judges files that another program signed: which bytes each signature covers, that they begin with what was there before, and that the
/// message in it is mathematically about these bytes; and what each save did to the form, of which <see cref="SaveGuard"/> allows a
/// signature alone. What was signed before that was asked is judged by its bytes, as it was then.
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

    /// <summary>What the certificates of a good signature are worth here, in sentences.</summary>
    public string Words(SignatureReport report, DateTimeOffset now) => !chain.IsChecked ? BsreChain.NotChecked
        : !report.IsWhole ? "Tersertifikasi."
        : string.Join(' ', new[]
        {
            report.HasMaterial ? "Tersertifikasi, dengan bahan pemeriksaan jangka panjang." : "Tersertifikasi.", chain.WhatIsNotKnown(now),
        }.OfType<string>());

    /// <summary>Never fails: a file that cannot be read is a finding as well.</summary>
    public SignatureReport Judge(byte[] pdf, SignatureTimes times)
    {
        try
        {
            return JudgeAll(pdf, times);
        }
        catch (RegexMatchTimeoutException)
        {
            return new([], Unread, ClaimsToBeOurs: false, []);
        }
    }

    private SignatureReport JudgeAll(byte[] pdf, SignatureTimes times)
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
                : Judge(pdf, text, covered, before, place, times));
            before = range?.End ?? before;
        }

        var fault = ranges.Count != Count(text, "/ByteRange") ? Unread
            : before != pdf.Length && ranges.Count > 0 ? "Dokumen ini diubah sesudah tanda tangan yang terakhir."
            : null;
        return new(findings, fault, ClaimsToBeOurs: false, [.. ranges.OfType<Covered>().Select(range => range.End)]);
    }

    /// <summary>The same, and besides that each save behind the form is a signature, or material to check one, and nothing else.</summary>
    public SignatureReport JudgeSaves(byte[] pdf, SignatureTimes times, CancellationToken cancel = default) =>
        ReadSaves(pdf, times, cancel).Report;

    /// <param name="isWhole">Whether every signature was judged by its save when it was taken.</param>
    public SignatureReport Judge(byte[] pdf, bool isWhole, SignatureTimes times) => isWhole ? JudgeSaves(pdf, times) : Judge(pdf, times);

    /// <summary>Whether every expected signature is there and good: the only reason to print that it is so. By either judgement, since
    /// documents of before are good by their bytes and those with long-term material by their saves.</summary>
    public bool AreComplete(byte[] pdf, int expected, SignatureTimes times) =>
        new[] { JudgeSaves(pdf, times), Judge(pdf, times) }.Any(report => report.Holds && report.Signatures.Count == expected);

    /// <summary>The words of BSrE for a copy, where its original is complete; null otherwise.</summary>
    public string? StatementOf(NumberedCopy copy) =>
        copy.Mode == SigningMode.Bsre && AreComplete(
            copy.Original, SignatureRows.CountIn(copy.Kind), SignatureTimes.Of(copy.Stored.Select(s => (s.Sha256, s.At)), copy.MadeAt))
            ? Footer : null;

    /// <summary>Never fails.</summary>
    internal ReadSaves ReadSaves(byte[] pdf, SignatureTimes times, CancellationToken cancel = default)
    {
        try
        {
            return Read(pdf, SavedPdf.Read(pdf, cancel), FormRooms.Of(pdf, cancel), times);
        }
        catch (Exception refused) when (refused is PdfRefusedException or InvalidCastException or FormatException or OverflowException
            or RegexMatchTimeoutException)
        {
            var named = refused as PdfRefusedException ?? new PdfRefusedException(PdfFault.Broken, "bagiannya tidak cocok satu sama lain");
            return new(new([], named.Message, ClaimsToBeOurs: false, []), $"tidak terbaca sampai akhir ({named.Detail})", null, null);
        }
    }

    private ReadSaves Read(byte[] pdf, SavedPdf saved, FormRooms form, SignatureTimes times)
    {
        var (findings, ends) = (new List<SignatureFinding>(), new List<int>());
        var text = Encoding.Latin1.GetString(pdf);
        var (refused, hasMaterial, last) = (saved.Saves[0].End == form.End ? null : "bentuknya tidak terbaca", false, (SaveFound?)null);
        for (var i = 1; i < saved.Saves.Count && refused is null; i++)
        {
            (var found, refused) = new SaveGuard(saved, form, i).Judge();
            hasMaterial |= found?.HasMaterial == true;
            switch (found?.Kind)
            {
                case SaveKind.Signature:
                    findings.Add(Judge(pdf, text, found.Signature!, saved.Saves[i], $"ke-{findings.Count + 1}", times));
                    ends.Add(saved.Saves[i].End);
                    last = found;
                    break;
                case SaveKind.Timestamp when !IsStamped(pdf, text, found.Signature!, saved.Saves[i]):
                    refused = "stempel waktunya tidak sah";
                    break;
                default:
                    break;
            }
        }

        var fault = refused is null ? null : $"Dokumen ini diubah sesudah dibuat, bukan hanya ditandatangani: {refused}.";
        return new(new(findings, fault, ClaimsToBeOurs: false, ends) { HasMaterial = hasMaterial, IsWhole = true }, refused, form, last);
    }

    private SignatureFinding Judge(
        byte[] pdf, string text, PdfMap signature, PdfSave save, string place, SignatureTimes times) =>
        Covered.Of(signature) is { } covered && covered.IsAbout(text, signature, save)
            ? Judge(pdf, text, covered, save.Start, place, times)
            : new(place, null, null, null, null, false, false, false, ["jangkauannya tidak benar"]);

    private static bool IsStamped(byte[] pdf, string text, PdfMap stamp, PdfSave save)
    {
        if (Covered.Of(stamp) is not { } covered || !covered.IsAbout(text, stamp, save))
        {
            return false;
        }

        try
        {
            return Rfc3161TimestampToken.TryDecode(covered.Message(text), out var token, out _)
                && token.VerifySignatureForData(covered.Bytes(pdf), out _);
        }
        catch (Exception unreadable) when (unreadable is FormatException or AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private SignatureFinding Judge(byte[] pdf, string text, Covered covered, int before, string place, SignatureTimes times)
    {
        var said = MomentOf(text, before, covered.End);
        try
        {
            var hole = Convert.FromHexString(text.AsSpan(covered.Hole + 1, covered.Next - covered.Hole - 2));
            _ = AsnDecoder.ReadEncodedValue(hole, AsnEncodingRules.BER, out _, out _, out var length);
            var signed = new SignedCms(new ContentInfo(covered.Bytes(pdf)), detached: true);
            signed.Decode(hole[..length]);
            if (signed.SignerInfos is not [{ Certificate: { } signer } info] || hole.AsSpan(length).ContainsAnyExcept((byte)0))
            {
                return Unreadable(place, said);
            }

            var stamped = TimeOf(info);
            var faults = !IsSigned(signed)
                ? "isinya berubah sesudah ditandatangani"
                : WhyNotInTime(pdf.AsSpan(0, covered.End), signer, signed.Certificates, said, times);
            return new(place, signer.GetNameInfo(X509NameType.SimpleName, forIssuer: false), null, said ?? stamped, stamped,
                faults is null, IsOurs: false, covered.End == pdf.Length, faults is null ? [] : [faults])
            {
                Certificate = signer.RawData,
            };
        }
        catch (Exception unreadable) when (unreadable is FormatException or AsnContentException or CryptographicException)
        {
            return Unreadable(place, said);
        }
    }

    /// <summary>What the file says of its time, and a timestamp of whatever server, prove nothing: whoever found a key writes any. It is
    /// judged as of when the file that ends with it was stored; where none was, as of now, and of when it says to have been.</summary>
    private string? WhyNotInTime(ReadOnlySpan<byte> file, X509Certificate2 signer, X509Certificate2Collection sentAlong,
        DateTimeOffset? said, SignatureTimes times) =>
        !chain.IsChecked ? null
        : times.StoredAt(DocumentJudge.Hash(file)) is { } stored ? chain.WhyNot(signer, sentAlong, stored)
        : chain.WhyNot(signer, sentAlong, times.Now) ?? (said is { } moment ? chain.WhyNot(signer, sentAlong, moment) : null);

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

        public static Covered? Of(PdfMap signature) =>
            signature["/ByteRange"] is PdfArray { Items: [PdfAtom { Raw: "0" }, var hole, var next, var rest] }
            && PdfSource.Number(hole) is { } before && PdfSource.Number(next) is { } after && PdfSource.Number(rest) is { } length
            && before < after && (long)after + length <= int.MaxValue
                ? new(before, after, length)
                : null;

        /// <summary>Whether it leaves out the message of this signature, in its own save, and covers all else to the end of it.</summary>
        public bool IsAbout(string text, PdfMap signature, PdfSave save) =>
            Hole > save.Start && End <= save.End && text.AsSpan(End, save.End - End).ContainsAnyExcept('\r', '\n') is false && Fits(text)
            && signature["/Contents"] is PdfAtom { Raw: var raw } && text.AsSpan(Hole, Next - Hole).SequenceEqual(raw)
            // What is not signed has one spelling at least within itself.
            && !(raw.AsSpan().ContainsAnyInRange('a', 'f') && raw.AsSpan().ContainsAnyInRange('A', 'F'));

        public byte[] Bytes(byte[] pdf) => [.. pdf.AsSpan(0, Hole), .. pdf.AsSpan(Next, Rest)];

        /// <summary>The message, without what fills up the rest of its room.</summary>
        public byte[] Message(string text)
        {
            var hole = Convert.FromHexString(text.AsSpan(Hole + 1, Next - Hole - 2));
            _ = AsnDecoder.ReadEncodedValue(hole, AsnEncodingRules.BER, out _, out _, out var length);
            return hole[..length];
        }

        /// <summary>Whether what is left out is one string of hexadecimal digits and nothing else.</summary>
        public bool Fits(string text) =>
            End <= text.Length && Next - Hole is > 2 and <= LargestHole && text[Hole] == '<'
                && text[Next - 1] == '>' && text.AsSpan(Hole + 1, Next - Hole - 2).ContainsAnyExcept(Hexadecimal) is false;
    }
}

/// <param name="WhyNot">Why a save is refused, as a part of a sentence; null when none is.</param>
/// <param name="Form">Null where the file does not begin with one that can be read.</param>
/// <param name="Last">The last signature.</param>
internal sealed record ReadSaves(SignatureReport Report, string? WhyNot, FormRooms? Form, SaveFound? Last);
