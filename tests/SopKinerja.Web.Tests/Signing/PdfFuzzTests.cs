using System.Diagnostics;
using System.Globalization;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Pdf;
using Xunit.Abstractions;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>Genuine documents, spoilt in ways that know how a PDF is built. Whatever comes of it is judged without a fault, in bounded time
/// and memory, and is never called genuine. SOP_FUZZ_SEED begins elsewhere; SOP_FUZZ_MINUTES goes on for so long, seed after seed.</summary>
public sealed class PdfFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20261128;

    private const int Mutants = 3000;

    private const long MostTaken = 64L * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly SampleSignatures _signatures = new();

    private readonly SampleSignatures _withRsa = new(isRsa: true);

    private readonly SampleSignatures _strangers = new();

    private readonly BsreSignatures _bsre = new(new BsreChain([]));

    [Fact]
    public void No_spoilt_document_is_judged_genuine_or_costs_more_than_any_other()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SOP_FUZZ_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Seed;
        var minutes = int.TryParse(Environment.GetEnvironmentVariable("SOP_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out var long_) ? long_ : 0;
        var families = new[] { Family(_signatures), Family(_withRsa) };
        var (clock, found) = (Stopwatch.StartNew(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        do
        {
            Round(seed, families, found);
            seed++;
        }
        while (clock.Elapsed < TimeSpan.FromMinutes(minutes));

        output.WriteLine($"SOP_FUZZ_SEED until {seed - 1}");
        output.WriteLine(string.Join('\n', found.Select(f => $"{f.Value,8} {f.Key}")));
        // Otherwise most of them never came as far as a signature.
        Assert.True(found.Count > 12, $"{found.Count} kinds of findings");
        Assert.Contains(found, f => f.Key.Contains("bukan hanya ditandatangani", StringComparison.Ordinal) && f.Value > 20);
        Assert.Contains(found, f => f.Key.Contains("isinya berubah sesudah ditandatangani", StringComparison.Ordinal) && f.Value > 20);
    }

    private void Round(int seed, TheFamily[] families, SortedDictionary<string, int> found)
    {
        var random = new Random(seed);
        for (var i = 0; i < Mutants; i++)
        {
            var family = families[random.Next(families.Length)];
            var spoiler = new PdfSpoiler(random, family.Genuine, _strangers);
            var mutant = spoiler.Next();
            var before = WorkDone.Now();
            SignatureReport report;
            try
            {
                report = family.Verifier.Verify(mutant);
                _ = DocumentJudge.Hashes(mutant, report);
                _ = NumberedCopy.MarkIn(mutant);
                _ = _bsre.Judge(mutant, SignatureTimes.Unstored(TimeProvider.System.GetUtcNow()));
            }
            catch (Exception escaped)
            {
                throw new Xunit.Sdk.XunitException($"SOP_FUZZ_SEED={seed}, mutant {i} ({spoiler.How}): {escaped}", escaped);
            }

            var work = WorkDone.Now().Since(before);
            var isGenuine = family.Genuine.Any(known => known.AsSpan().SequenceEqual(mutant));
            Assert.True(
                isGenuine || report is not { Holds: true, Signatures.Count: > 0 }, $"SOP_FUZZ_SEED={seed}, mutant {i} ({spoiler.How}) holds.");
            Assert.True(
                work.Bytes < MostTaken && work.Processor < Longest, $"SOP_FUZZ_SEED={seed}, mutant {i} ({spoiler.How}): {work}");
            Judged(seed, i, spoiler, family, mutant, report, isGenuine);
            var kind = isGenuine ? "as it was" : report.Fault ?? report.Signatures.SelectMany(s => s.Faults).FirstOrDefault() ?? "unsigned";
            found[kind] = found.GetValueOrDefault(kind) + 1;
        }
    }

    // Beside what is stored, all but the last state is known.
    private static void Judged(
        int seed, int i, PdfSpoiler spoiler, TheFamily family, byte[] mutant, SignatureReport report, bool isGenuine)
    {
        var verdict = DocumentJudge.Judge(DocumentJudge.Hashes(mutant, report), report, family.Stored.Contains).Verdict;
        Assert.True(
            isGenuine || verdict is DocumentVerdict.Altered or DocumentVerdict.Unknown,
            $"SOP_FUZZ_SEED={seed}, mutant {i} ({spoiler.How}): {verdict}");
    }

    [Fact]
    public void An_elliptic_signature_has_a_twin_that_says_the_same_of_the_same_bytes_and_is_not_what_is_stored()
    {
        var drawn = SampleSignatures.Drawn();
        var signed = _signatures.Sign(drawn, SignaturePlace.Asn);

        var twin = Twin(signed);

        Assert.NotEqual(signed, twin);
        var report = _signatures.Verify(twin);
        // Which of the two was made nobody can tell from the file. What it covers is the same, down to the byte.
        Assert.True(report.Holds);
        var hole = signed.AsSpan().LastIndexOf("/Contents<"u8);
        Assert.True(signed.AsSpan(0, hole).SequenceEqual(twin.AsSpan(0, hole)));
        Assert.NotEqual(DocumentVerdict.Genuine, DocumentJudge.Judge(
            DocumentJudge.Hashes(twin, report), report, hash => hash == DocumentJudge.Hash(signed) || hash == DocumentJudge.Hash(drawn)).Verdict);
    }

    public void Dispose()
    {
        _signatures.Dispose();
        _withRsa.Dispose();
        _strangers.Dispose();
    }

    private static TheFamily Family(SampleSignatures signatures)
    {
        List<byte[]> states = [SampleSignatures.Drawn()];
        foreach (var place in SampleSignatures.Persons.Keys)
        {
            states.Add(signatures.Sign(states[^1], place));
        }

        return new(states, [.. states.Select(s => DocumentJudge.Hash(s))], new(signatures.Trust, SignatureTimes.Unstored(SampleSignatures.Now)));
    }

    /// <summary>With n − s for s, which the mathematics of the curve cannot tell from s.</summary>
    private static byte[] Twin(byte[] signed)
    {
        var start = signed.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents<".Length;
        var hex = System.Text.Encoding.ASCII.GetString(signed, start, 2 * PdfSignatureWriter.Reserved);
        var hole = Convert.FromHexString(hex);
        _ = System.Formats.Asn1.AsnDecoder.ReadEncodedValue(hole, System.Formats.Asn1.AsnEncodingRules.DER, out _, out _, out var length);
        var cms = new System.Security.Cryptography.Pkcs.SignedCms();
        cms.Decode(hole[..length]);
        var value = cms.SignerInfos[0].GetSignature();
        var reader = new System.Formats.Asn1.AsnReader(value, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        var (r, s) = (reader.ReadInteger(), reader.ReadInteger());
        var order = System.Numerics.BigInteger.Parse(
            "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(r);
            writer.WriteInteger(order - s);
        }

        var prepared = new PreparedSignature((byte[])signed.Clone(), start - 1, PdfSignatureWriter.Reserved);
        var authority = cms.Certificates[^1].Equals(cms.SignerInfos[0].Certificate) ? cms.Certificates[0] : cms.Certificates[^1];
        return prepared.Complete(new(cms.SignerInfos[0].Certificate!, authority, prepared.Digest, writer.Encode()));
    }

    private sealed record TheFamily(IReadOnlyList<byte[]> Genuine, HashSet<string> Stored, PdfSignatureVerifier Verifier);
}
