using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

/// <summary>Scans of what was signed on paper.</summary>
public sealed class ScanTests
{
    [Fact]
    public void On_paper_step_6_is_not_done_without_a_scan_and_a_better_one_is_added_beside_it()
    {
        var dossier = OnPaper();
        dossier.MakeCopy("Arsip kepegawaian", The.Sekretaris, dossier.StepSince);
        Assert.Equal(
            (RefusalKind.Incomplete, "Pindaian dokumen yang ditandatangani belum diunggah."),
            Procedure.WhyNot(dossier, Step.Duplicate, Act.Complete, The.Sekretaris, dossier.StepSince) is { } refusal
                ? (refusal.Kind, refusal.Sentence)
                : default);

        var first = dossier.AttachScan(Paper('a', ScanMatch.Typed), The.Sekretaris, dossier.StepSince);
        var second = dossier.AttachScan(Paper('b', ScanMatch.Qr), The.Sekretaris, dossier.StepSince);

        Assert.Equal([first, second], dossier.Scans);
        Assert.Equal((1, 1, ScanMatch.Typed, The.Sekretaris.Nama), (first.No, first.Version, first.Match, first.AddedBy));
        Assert.Equal((2, 1, 3), (second.No, second.Version, second.Size));
        Assert.Single(dossier.History, h => h is { From: Step.Duplicate, Move: Move.Worked });
        dossier.Complete(Step.Duplicate, The.Sekretaris, dossier.StepSince);
        Assert.Throws<InvalidOperationException>(() => dossier.AttachScan(Paper('c', ScanMatch.Qr), The.Sekretaris, dossier.StepSince));
    }

    [Fact]
    public void The_same_file_is_not_attached_twice_and_nobody_else_attaches_any()
    {
        var dossier = OnPaper();
        Assert.Throws<InvalidOperationException>(() => dossier.AttachScan(Paper('a', ScanMatch.Qr), The.Analis, dossier.StepSince));
        dossier.AttachScan(Paper('a', ScanMatch.Qr), The.Sekretaris, dossier.StepSince);
        Assert.Throws<InvalidOperationException>(() => dossier.AttachScan(Paper('a', ScanMatch.Qr), The.Sekretaris, dossier.StepSince));
        Assert.Single(dossier.Scans);
    }

    [Fact]
    public void A_document_signed_otherwise_needs_no_scan_and_takes_none()
    {
        var dossier = The.PreparedAt(Step.Duplicate);
        Assert.Null(Procedure.WhyNot(dossier, Step.Duplicate, Act.Complete, The.Sekretaris, dossier.StepSince));
        Assert.Throws<InvalidOperationException>(() => dossier.AttachScan(Paper('a', ScanMatch.Qr), The.Sekretaris, dossier.StepSince));
    }

    private static Dossier OnPaper()
    {
        var dossier = The.PreparedAt(Step.Validate);
        dossier.Approve(
            The.Drawn, new("BBBBBBBBBBBB", SigningMode.WetInk), The.AtasanLangsung, dossier.StepSince);
        The.PrepareStep(dossier, dossier.StepSince);
        dossier.Acknowledge(The.Drawn, The.Asn, dossier.StepSince);
        return dossier;
    }

    private static ScannedPaper Paper(char sha, ScanMatch by) => new([1, 2, 3], "image/png", new(sha, 64), by);
}
