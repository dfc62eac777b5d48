using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

/// <summary>What the regulations ask within the step of signing: the way of an objection, the pengesahan, and the versions that
/// follow.</summary>
public sealed class SubstepTests
{
    private static readonly Issuance SecondIssue = new("BBBBBBBBBBBB", SigningMode.Certificate);

    [Fact]
    public void An_objection_is_answered_and_decided_and_the_document_is_issued_again()
    {
        var dossier = The.Objected;
        var first = dossier.Outcome;
        Assert.Equal(Substep.Tanggapan, dossier.Substep);

        dossier.Answer("Bukti kegiatan 2 baru diserahkan.", The.AtasanLangsung, Later(dossier));
        Assert.Equal(Substep.Keputusan, dossier.Substep);
        dossier.Decide(nilaiTetap: false, "Kegiatan 2 dinilai kembali.", The.AtasanPejabatPenilai, Later(dossier));

        Assert.Equal((Step.Validate, Substep.None), (dossier.Step, dossier.Substep));
        Assert.Equal((null, null), (dossier.Outcome, dossier.LastDayToObject));
        Assert.Equal(new ReplacedVersion(1, The.Issued.VerificationCode, first!), dossier.Keberatan!.Replaced);

        dossier.Rate(Better(dossier).Given, The.AtasanLangsung, Later(dossier));
        dossier.Approve(The.Drawn, SecondIssue, The.AtasanLangsung, WorkingCalendar.WithoutHolidays, Later(dossier));

        Assert.NotEqual(first, dossier.Outcome);
        Assert.Null(dossier.LastDayToObject);
        Assert.Equal((2, SecondIssue.VerificationCode, SigningMode.Certificate), (
            dossier.DocumentVersion, dossier.VerificationCode, dossier.SigningMode!.Value));
        var (old, replacing) = (dossier.Documents[0], dossier.Documents[1]);
        Assert.Equal((1, 2, old), (old.Version, replacing.Version, replacing.Replaces));
        Assert.Equal("Keberatan atas hasil ini sudah diajukan dan diputuskan. Keputusan itu final.",
            Procedure.WhyNot(dossier, Step.Sign, Act.Object, The.Asn, Later(dossier))!.Sentence);

        dossier.Acknowledge(The.Drawn, The.Asn, Later(dossier));
        Assert.Equal(Step.Duplicate, dossier.Step);
        Assert.Equal((DocumentKind.Final, 2), (dossier.LastDocument!.Kind, dossier.LastDocument.Version));
        Assert.Equal(
            [
                "Siti Rahmah, S.Kom. (ASN yang dinilai) mengajukan keberatan atas hasil penilaian.",
                "Drs. Hadi Saputra (atasan langsung) menanggapi keberatan.",
                "Ir. Noor Aida (atasan pejabat penilai) memutuskan keberatan; berkas kembali ke langkah 4 (Validasi dan penilaian) untuk "
                + "terbit dalam versi baru.",
            ],
            dossier.History.Where(h => h.Move is Move.Objected or Move.Answered or Move.Decided).Select(h => h.Sentence));
    }

    [Fact]
    public void A_decision_that_the_result_stays_holds_the_one_who_rates_again_to_it()
    {
        var dossier = The.Decided(nilaiTetap: true);
        var before = (Pp46Sheet)dossier.Sheet;
        dossier.Rate(Better(dossier).Given, The.AtasanLangsung, Later(dossier));

        var refusal = Procedure.WhyNot(dossier, Step.Validate, Act.Complete, The.AtasanLangsung, Later(dossier));
        Assert.Equal((RefusalKind.Incomplete, Needs.NilaiTetap.Sentence), (refusal!.Kind, refusal.Sentence));
        Assert.Throws<InvalidOperationException>(() =>
            dossier.Approve(The.Drawn, SecondIssue, The.AtasanLangsung, WorkingCalendar.WithoutHolidays, Later(dossier)));

        dossier.Rate(before.Given, The.AtasanLangsung, Later(dossier));
        dossier.Approve(The.Drawn, SecondIssue, The.AtasanLangsung, WorkingCalendar.WithoutHolidays, Later(dossier));
        Assert.Equal(dossier.Keberatan!.Replaced!.Outcome, dossier.Outcome);
    }

    [Fact]
    public void Without_anybody_above_the_answer_reopens_the_result()
    {
        var dossier = Dossier.Open(
            The.AgreedPlan, The.Period, 0, The.Parties with { AtasanPejabatPenilai = null }, 1, The.Analis, The.Start);
        BringTo(dossier, Step.Sign);
        dossier.Object("Nilai kegiatan 2 tidak sesuai bukti.", The.Asn, Later(dossier));

        dossier.Answer("Akan dinilai lagi.", The.AtasanLangsung, Later(dossier));

        Assert.Equal((Step.Validate, Substep.None, true), (dossier.Step, dossier.Substep, dossier.Keberatan!.IsSettled));
        Assert.Null(dossier.Keberatan.Keputusan);
    }

    [Fact]
    public void Where_pengesahan_applies_the_dossier_waits_for_it_before_it_is_copied()
    {
        var dossier = Dossier.Open(The.AgreedPlan, The.RatifiedPeriod, 0, The.Parties, 1, The.Analis, The.Start);
        BringTo(dossier, Step.Sign);
        Assert.True(dossier.AsksPengesahan);

        dossier.Acknowledge(The.Drawn, The.Asn, Later(dossier));

        Assert.Equal((Step.Sign, Substep.Pengesahan), (dossier.Step, dossier.Substep));
        Assert.Equal("atasan pejabat penilai (Ir. Noor Aida)", dossier.Performer(dossier.Row));
        Assert.Equal(The.Asn.Nama, dossier.Acknowledged!.ActorNama);
        Assert.Throws<InvalidOperationException>(() => dossier.Object("Terlambat sudah.", The.Asn, Later(dossier)));
        foreach (var other in new[] { The.Asn, The.AtasanLangsung, The.Sekretaris, The.KepalaDinas, The.Outsider })
        {
            Assert.Throws<InvalidOperationException>(() => dossier.Ratify(The.Drawn, other, Later(dossier)));
        }

        dossier.Ratify(The.Drawn, The.AtasanPejabatPenilai, Later(dossier));

        Assert.Equal((Step.Duplicate, Substep.None), (dossier.Step, dossier.Substep));
        Assert.Equal([DocumentKind.Approved, DocumentKind.Final, DocumentKind.Ratified], dossier.Documents.Select(d => d.Kind));
        Assert.Equal(The.AtasanPejabatPenilai.Nama, dossier.Ratified!.ActorNama);
        Assert.Equal(The.Asn.Nama, dossier.Finished(Step.Sign)!.ActorNama);
    }

    [Fact]
    public void On_paper_nothing_is_left_to_be_ratified_here()
    {
        var dossier = Dossier.Open(The.AgreedPlan, The.RatifiedPeriod, 0, The.Parties, 1, The.Analis, The.Start);
        BringTo(dossier, Step.Validate);
        dossier.Rate(The.Rated(dossier.Sheet).Given, The.AtasanLangsung, Later(dossier));
        dossier.Approve(
            The.Drawn, new("CCCCCCCCCCCC", SigningMode.WetInk), The.AtasanLangsung, WorkingCalendar.WithoutHolidays, Later(dossier));

        Assert.False(dossier.AsksPengesahan);
    }

    [Fact]
    public void Every_substep_refuses_everybody_but_its_performer_and_every_other_moment()
    {
        (Func<Dossier> At, Substep Substep, Action<Dossier, Actor> Verb)[] rows =
        [
            (() => The.Objected, Substep.Tanggapan, (d, a) => d.Answer("x", a, Later(d))),
            (() => The.Answered, Substep.Keputusan, (d, a) => d.Decide(true, "x", a, Later(d))),
        ];
        Actor[] everybody =
            [The.Asn, The.AtasanLangsung, The.AtasanPejabatPenilai, The.Analis, The.Kasubbag, The.Sekretaris, The.KepalaDinas,
                The.Administrator, The.Outsider];
        foreach (var (at, substep, verb) in rows)
        {
            var row = SopTable.Row(Step.Sign, substep);
            foreach (var actor in everybody)
            {
                var dossier = at();
                var isPerformer = Procedure.Capacities(dossier, actor).Contains(row.Pelaksana);
                Assert.Equal(isPerformer, Record.Exception(() => verb(dossier, actor)) is null);
                Assert.Equal(isPerformer, Procedure.WhyNot(at(), row, Act.Complete, actor, Later(at())) is null);
            }

            foreach (var step in The.Steps)
            {
                var elsewhere = The.PreparedAt(step);
                Assert.Throws<InvalidOperationException>(
                    () => verb(elsewhere, row.Pelaksana == Role.AtasanLangsung ? The.AtasanLangsung : The.AtasanPejabatPenilai));
            }
        }
    }

    [Fact]
    public void The_parties_read_an_objection_also_while_the_result_is_open_again_and_clerks_never()
    {
        foreach (var dossier in new[] { The.Objected, The.Answered, The.Decided(nilaiTetap: false) })
        {
            Assert.All(
                [The.Asn, The.AtasanLangsung, The.AtasanPejabatPenilai, The.KepalaDinas],
                a => Assert.Null(Procedure.WhyNot(dossier, Act.ViewObjection, a, Later(dossier))));
            Assert.All(
                [The.Analis, The.Kasubbag, The.Sekretaris, The.Administrator, The.Outsider],
                a => Assert.NotNull(Procedure.WhyNot(dossier, Act.ViewObjection, a, Later(dossier))));
        }

        Assert.NotNull(Procedure.WhyNot(The.DossierAt(Step.Sign), Act.ViewObjection, The.Asn, The.Start));
    }

    [Theory]
    [InlineData("0123-4567-89AB", "0123456789AB")]
    [InlineData(" o123 4567 89ab ", "0123456789AB")]
    [InlineData("ilO1-0000-ZZZZ", "11010000ZZZZ")]
    [InlineData("0123-4567-89AB.", "0123456789AB")]
    [InlineData("(0123-4567-89AB),", "0123456789AB")]
    [InlineData("“0123-4567-89AB”", "0123456789AB")]
    [InlineData("0123–4567–89AB", "0123456789AB")]
    [InlineData("0123—4567‑89AB", "0123456789AB")]
    [InlineData("0123−4567−89AB", "0123456789AB")]
    [InlineData("0123\u00ad4567\u00ad89AB", "0123456789AB")]
    [InlineData("\u200b0123-4567\ufeff-89AB\u2060", "0123456789AB")]
    [InlineData("\u202a0123-4567-89AB\u202c", "0123456789AB")]
    [InlineData("0123\u00a04567\u202f89AB", "0123456789AB")]
    [InlineData("0123-4567-\r\n89AB", "0123456789AB")]
    [InlineData("0123\t4567\t89AB", "0123456789AB")]
    [InlineData("http://127.0.0.1:5080/periksa/0123-4567-89AB", "0123456789AB")]
    [InlineData("https://skp.balangankab.go.id/periksa/0123-4567-89ab.", "0123456789AB")]
    [InlineData("<https://skp.example/periksa/0123-4567-89AB>", "0123456789AB")]
    [InlineData("https://skp.example/Periksa/0123-4567-89AB/?utm=1#a", "0123456789AB")]
    [InlineData("https://skp.example/periksa/0123–4567–89AB", "0123456789AB")]
    [InlineData("https://skp.example/sop/periksa/0123-4567-\r\n89AB", "0123456789AB")]
    [InlineData("periksa di https://skp.example/periksa/0123-4567-89AB atau pindai", "0123456789AB")]
    [InlineData("Kode verifikasi 0123-4567-89AB. Dokumen ini sah.", "0123456789AB")]
    [InlineData("Kode verifikasi: 0123-4567-89AB", "0123456789AB")]
    [InlineData("Kode verifikasi : 0123-4567-89AB", "0123456789AB")]
    [InlineData("kode: 0123-4567-89AB", "0123456789AB")]
    [InlineData("KODE = 0123 4567 89AB (lembar 1)", "0123456789AB")]
    [InlineData("0123-4567-89AB, lembar 1", "0123456789AB")]
    [InlineData("0123-4567-89AB; lihat lembar 2", "0123456789AB")]
    [InlineData("https://skp.example/periksa/0123%2D4567%2D89AB", "0123456789AB")]
    [InlineData("https://skp.example/periksa/0123%E2%80%934567%20-89AB", "0123456789AB")]
    [InlineData("０１２３－４５６７－８９ＡＢ", "0123456789AB")]
    [InlineData("kode 0123-4567-89ABC", null)]
    [InlineData("lembar 0123-4567-89AB-CD, x", null)]
    [InlineData("%", null)]
    [InlineData("https://skp.example/periksa/0123-4567-89ABC", null)]
    [InlineData("https://skp.example/periksa/", null)]
    [InlineData("https://skp.example/0123-4567-89AB", null)]
    [InlineData("0123-4567-89AU.", null)]
    [InlineData("٠١٢٣-4567-89AB", null)]
    [InlineData("0123456789A", null)]
    [InlineData("0123456789ABC", null)]
    [InlineData("0123456789AU", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, VerificationCode.Parse(typed));

    [Fact]
    public void A_code_uses_five_bits_of_each_byte()
    {
        Assert.Equal("0123ZYX0Z000", VerificationCode.From([0, 1, 2, 3, 31, 30, 29, 32, 255, 64, 96, 128]));
        Assert.Equal("0123-4567-89AB", VerificationCode.Tampil("0123456789AB"));
        Assert.Throws<ArgumentException>(() => VerificationCode.From([1, 2, 3]));
    }

    private static void BringTo(Dossier dossier, Step step)
    {
        while (dossier.Step < step)
        {
            The.PerformStep(dossier);
        }
    }

    private static Pp46Sheet Better(Dossier dossier) => (Pp46Sheet)dossier.Sheet with { Perilaku = new(90, 90, 90, 90, 90, null) };

    private static DateTimeOffset Later(Dossier dossier) => dossier.StepSince.AddHours(1);
}
