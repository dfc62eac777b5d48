using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Periods;

public sealed class PeriodTests
{
    [Theory]
    [InlineData(ScoringMethods.Pp46, JenisAsn.Pns, true)]
    [InlineData(ScoringMethods.Pp46, JenisAsn.Pppk, false)]
    [InlineData(ScoringMethods.PermenPanRb6, JenisAsn.Pns, true)]
    [InlineData(ScoringMethods.PermenPanRb6, JenisAsn.Pppk, true)]
    public void A_regulation_measures_those_it_is_for(string method, JenisAsn jenis, bool measures) =>
        Assert.Equal(measures, ScoringMethods.Row(method).WhyNotFor(jenis) is null);

    [Fact]
    public void No_dossier_is_opened_under_a_regulation_that_does_not_measure_the_person()
    {
        var pppk = The.Parties with { Asn = The.Parties.Asn with { Jenis = JenisAsn.Pppk } };

        var refused = Assert.Throws<ArgumentException>(() => Dossier.Open(The.AgreedPlan, The.Period, 0, pppk, 1, The.Analis, The.Start));

        Assert.StartsWith("PP 46/2011 dan Perka BKN 1/2013 hanya berlaku bagi PNS, sedangkan PPPK dinilai menurut PermenPANRB 6/2022.",
            refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 2026, 12, 30, true)]
    [InlineData(0, 2026, 12, 31, false)]
    [InlineData(0, 2027, 1, 1, false)]
    [InlineData(1, 2026, 3, 30, true)]
    [InlineData(1, 2026, 3, 31, false)]
    [InlineData(3, 2026, 9, 29, true)]
    public void An_evaluation_is_early_before_the_last_day_of_what_it_measures(int bagian, int year, int month, int day, bool early)
    {
        var period = new Period("Tahun 2026", new(2026, 1, 2), new(2026, 12, 31), ScoringMethods.PermenPanRb6, null);
        period.EvaluateEvery(KalaEvaluasi.Triwulanan);

        Assert.Equal(early, period.WhyEarly(bagian, new(year, month, day)) is not null);
    }

    [Theory]
    [InlineData(2026, 1, 2, 2026, 1, 31, false)]
    [InlineData(2026, 1, 2, 2026, 2, 1, true)]
    [InlineData(2026, 7, 1, 2026, 7, 31, false)]
    [InlineData(2024, 2, 29, 2024, 2, 29, false)]
    [InlineData(2024, 2, 1, 2024, 3, 1, true)]
    public void A_plan_is_late_after_the_month_in_which_the_period_begins(
        int year, int month, int day, int onYear, int onMonth, int onDay, bool late)
    {
        var mulai = new DateOnly(year, month, day);

        Assert.Equal(
            late, new Period("x", mulai, mulai.AddMonths(5), ScoringMethods.PermenPanRb6, null).WhyLate(new(onYear, onMonth, onDay)) is not null);
    }

    [Fact]
    public void A_late_agreement_has_a_reason_and_an_agreement_in_time_or_a_second_one_needs_none()
    {
        var plan = Proposed();
        Assert.Throws<InvalidOperationException>(() => plan.Agree(The.Period, The.AtasanLangsung, The.Start));
        Assert.Equal(PlanState.Proposed, plan.State);
        Assert.Throws<InvalidOperationException>(() => plan.Agree(The.Period, The.AtasanLangsung, The.Start, " "));

        plan.Agree(The.Period, The.AtasanLangsung, The.Start, "Anggaran terlambat disahkan.");
        Assert.Equal("Anggaran terlambat disahkan.", plan.History[^1].Reason);

        plan.Revise("Cuti besar tiga bulan.", The.AtasanLangsung, The.Start);
        plan.Propose(The.AtasanId, "Rahmah", The.Asn, The.Start);
        plan.Agree(The.Period, The.AtasanLangsung, The.Start);
        Assert.Null(plan.History[^1].Reason);

        var early = Proposed();
        early.Agree(The.Period, The.AtasanLangsung, new(2020, 1, 31, 23, 59, 0, Tanggal.Wita));
        Assert.Null(early.History[^1].Reason);
    }

    [Fact]
    public void Before_the_end_step_4_waits_for_a_reason_that_the_readers_of_the_result_are_told()
    {
        var before = new DateTimeOffset(2020, 12, 30, 9, 0, 0, Tanggal.Wita);
        var dossier = The.DossierAt(Step.Validate);
        dossier.Rate(The.Rated(dossier.Sheet).Given, The.AtasanLangsung, before);
        Assert.Contains(
            "belum berakhir", Procedure.WhyNot(dossier, Step.Validate, Act.Complete, The.AtasanLangsung, before)!.Sentence, StringComparison.Ordinal);

        dossier.Rate(The.Rated(dossier.Sheet).Given, The.AtasanLangsung, before, "Pegawai pensiun 1 Januari.");
        Assert.Null(Procedure.WhyNot(dossier, Step.Validate, Act.Complete, The.AtasanLangsung, before));
        Assert.Empty(dossier.Remarks());

        dossier.Approve(The.Drawn, The.Issued, The.AtasanLangsung, before);
        Assert.Equal(["Dinilai sebelum 2020 berakhir. Alasannya: Pegawai pensiun 1 Januari."], dossier.Remarks());
    }

    [Fact]
    public void After_the_end_a_reason_that_was_given_before_is_no_remark()
    {
        var dossier = The.DossierAt(Step.Validate);
        dossier.Rate(The.Rated(dossier.Sheet).Given, The.AtasanLangsung, The.Start.AddDays(1), "Pegawai pensiun 1 Januari.");
        dossier.Approve(The.Drawn, The.Issued, The.AtasanLangsung, The.Start.AddDays(1));

        Assert.Empty(dossier.Remarks());
    }

    [Fact]
    public void A_regulation_outside_its_time_is_a_remark_with_its_reason()
    {
        Assert.Null(The.Period.RemarkOnLaw);
        Assert.Equal(
            "PP 46/2011 dan Perka BKN 1/2013 berlaku 1 Januari 2014 s.d. 30 Juni 2021, jadi tidak berlaku untuk seluruh periode 1 Januari "
                + "s.d. 31 Desember 2026. Alasan memakainya: Dinas masih memakai SOP Mei 2023.",
            new Period("2026", new(2026, 1, 1), new(2026, 12, 31), ScoringMethods.Pp46, "Dinas masih memakai SOP Mei 2023").RemarkOnLaw);
    }

    [Theory]
    [InlineData("Rina Marlina, S.E.", "Rina Marlina, S.E.")]
    [InlineData("Ahmad Zainuddin ", "Ahmad Zainuddin.")]
    [InlineData("Sudah?", "Sudah?")]
    [InlineData("", ".")]
    public void A_sentence_ends_with_one_sign(string text, string ended) => Assert.Equal(ended, Sentences.End(text));

    private static Plan Proposed()
    {
        var plan = new Plan(1, The.AsnId, The.AtasanId, The.Targets, The.Asn, The.Start);
        plan.Propose(The.AtasanId, "Rahmah", The.Asn, The.Start);
        return plan;
    }
}
