using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>What a file costs to read is bounded, whatever it says of itself.</summary>
public sealed class PdfBombTests : IDisposable
{
    // In bytes taken in all, also those given back at once.
    private const long MostTaken = 64L * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly SampleSignatures _signatures = new();

    public static TheoryData<string> Bombs => [.. PdfBombs.All.Keys];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_file_made_to_cost_much_is_judged_quickly_and_in_little_memory(string name)
    {
        var pdf = PdfBombs.All[name]();
        Assert.InRange(pdf.Length, 1, PdfBombs.Most);
        var verifier = new PdfSignatureVerifier(_signatures.Trust, SignatureTimes.Unstored(SampleSignatures.Now));

        var (report, work) = Measured(() => verifier.Verify(pdf));

        Assert.False(report is { Holds: true, Signatures.Count: > 0 });
        Assert.True(work.Bytes < MostTaken && work.Processor < Longest, $"{work}");
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void What_BSrE_is_said_to_have_signed_costs_as_little(string name)
    {
        var pdf = PdfBombs.All[name]();
        var judge = new BsreSignatures(new BsreChain([]));

        var (report, work) = Measured(() => judge.Judge(pdf, SignatureTimes.Unstored(TimeProvider.System.GetUtcNow())));

        Assert.False(report is { Holds: true, Signatures.Count: > 0 });
        Assert.True(work.Bytes < 2 * MostTaken && work.Processor < Longest, $"{work}");
    }

    [Theory]
    [InlineData("a million tiny values", "isinya terlalu banyak")]
    [InlineData("half a million lines of contents", "isinya terlalu banyak")]
    [InlineData("thousands of saves", "terlalu sering disimpan ulang")]
    [InlineData("thousands of fields", "isinya terlalu banyak")]
    [InlineData("saves of one object within the other", "bagian-bagiannya bertumpukan")]
    public void What_is_too_much_is_said(string name, string sentence) =>
        Assert.Contains(sentence, new PdfSignatureVerifier(_signatures.Trust, SignatureTimes.Unstored(SampleSignatures.Now)).Verify(PdfBombs.All[name]()).Fault, StringComparison.Ordinal);

    [Fact]
    public void A_document_of_ours_takes_a_small_part_of_what_may_be_taken()
    {
        var signed = _signatures.Signed(3);
        var verifier = new PdfSignatureVerifier(_signatures.Trust, SignatureTimes.Unstored(SampleSignatures.Now));
        Assert.True(verifier.Verify(signed).Holds);

        var (report, work) = Measured(() => verifier.Verify(signed));

        Assert.True(report.Holds);
        Assert.True(work.Bytes < MostTaken / 4, $"{work}");
        var values = signed.AsSpan().Count((byte)' ') + signed.AsSpan().Count((byte)'/');
        Assert.True(values < PdfBudget.MostValues, $"{values}");
    }

    [Fact]
    public void When_time_is_up_that_is_the_finding()
    {
        var report = new PdfSignatureVerifier(_signatures.Trust, SignatureTimes.Unstored(SampleSignatures.Now)).Verify(_signatures.Signed(1), new CancellationToken(canceled: true));

        Assert.False(report.Holds);
        Assert.Contains("tidak selesai pada waktunya", report.Fault, StringComparison.Ordinal);
    }

    public void Dispose() => _signatures.Dispose();

    private static (SignatureReport Report, WorkDone Work) Measured(Func<SignatureReport> judge)
    {
        var before = WorkDone.Now();
        var report = judge();
        return (report, WorkDone.Now().Since(before));
    }
}
